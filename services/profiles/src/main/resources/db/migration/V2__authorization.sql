-- Signing keys, encrypted; authorizations; sessions of the login step. The tables of the frameworks
-- have the columns and names that Spring Authorization Server and Spring Session prescribe.

CREATE TABLE signing_key (
  kid        text        PRIMARY KEY,
  algorithm  text        NOT NULL,
  encrypted  bytea       NOT NULL,
  created_at timestamptz NOT NULL,
  signs      boolean     NOT NULL
);
-- One key signs; those before it stay published until the last token of theirs is over.
CREATE UNIQUE INDEX signing_key_signs ON signing_key (signs) WHERE signs;

CREATE TABLE oauth2_authorization (
  id                            varchar(100)  PRIMARY KEY,
  registered_client_id          varchar(100)  NOT NULL,
  principal_name                varchar(200)  NOT NULL,
  authorization_grant_type      varchar(100)  NOT NULL,
  authorized_scopes             varchar(1000),
  attributes                    text,
  state                         varchar(500),
  authorization_code_value      text,
  authorization_code_issued_at  timestamptz,
  authorization_code_expires_at timestamptz,
  authorization_code_metadata   text,
  access_token_value            text,
  access_token_issued_at        timestamptz,
  access_token_expires_at       timestamptz,
  access_token_metadata         text,
  access_token_type             varchar(100),
  access_token_scopes           varchar(1000),
  oidc_id_token_value           text,
  oidc_id_token_issued_at       timestamptz,
  oidc_id_token_expires_at      timestamptz,
  oidc_id_token_metadata        text,
  refresh_token_value           text,
  refresh_token_issued_at       timestamptz,
  refresh_token_expires_at      timestamptz,
  refresh_token_metadata        text,
  user_code_value               text,
  user_code_issued_at           timestamptz,
  user_code_expires_at          timestamptz,
  user_code_metadata            text,
  device_code_value             text,
  device_code_issued_at         timestamptz,
  device_code_expires_at        timestamptz,
  device_code_metadata          text
);
CREATE INDEX oauth2_authorization_principal ON oauth2_authorization (principal_name);
-- Tokens are longer than an index entry may be; a hash of them is not.
CREATE INDEX oauth2_authorization_state ON oauth2_authorization USING hash (state);
CREATE INDEX oauth2_authorization_code ON oauth2_authorization USING hash (authorization_code_value);
CREATE INDEX oauth2_authorization_access ON oauth2_authorization USING hash (access_token_value);
CREATE INDEX oauth2_authorization_refresh ON oauth2_authorization USING hash (refresh_token_value);
CREATE INDEX oauth2_authorization_id_token ON oauth2_authorization USING hash (oidc_id_token_value);

CREATE TABLE spring_session (
  primary_id            char(36)     NOT NULL CONSTRAINT spring_session_pk PRIMARY KEY,
  session_id            char(36)     NOT NULL,
  creation_time         bigint       NOT NULL,
  last_access_time      bigint       NOT NULL,
  max_inactive_interval int          NOT NULL,
  expiry_time           bigint       NOT NULL,
  principal_name        varchar(100)
);
CREATE UNIQUE INDEX spring_session_ix1 ON spring_session (session_id);
CREATE INDEX spring_session_ix2 ON spring_session (expiry_time);
CREATE INDEX spring_session_ix3 ON spring_session (principal_name);

CREATE TABLE spring_session_attributes (
  session_primary_id char(36)     NOT NULL
    CONSTRAINT spring_session_attributes_fk REFERENCES spring_session (primary_id) ON DELETE CASCADE,
  attribute_name     varchar(200) NOT NULL,
  attribute_bytes    bytea        NOT NULL,
  CONSTRAINT spring_session_attributes_pk PRIMARY KEY (session_primary_id, attribute_name)
);
