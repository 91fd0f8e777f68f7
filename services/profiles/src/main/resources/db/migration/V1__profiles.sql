-- Organisations, people, needs and mandates; accounts, tickets and mails.

CREATE TABLE organisation (
  id               uuid        PRIMARY KEY,
  version          bigint      NOT NULL CHECK (version >= 1),
  kind             text        NOT NULL,
  name             text        NOT NULL,
  corporate_number text        UNIQUE,
  profile          jsonb       NOT NULL,
  sample           boolean     NOT NULL DEFAULT false,
  created_at       timestamptz NOT NULL,
  changed_at       timestamptz NOT NULL
);
CREATE INDEX organisation_kind ON organisation (kind, id);

CREATE TABLE account (
  id            uuid        PRIMARY KEY,
  version       bigint      NOT NULL DEFAULT 1,
  email         text        NOT NULL UNIQUE CHECK (email = lower(email)),
  name          text        NOT NULL,
  lang          text        NOT NULL CHECK (lang IN ('ja', 'en')),
  password_hash text        NOT NULL,
  alert_mail    boolean     NOT NULL DEFAULT true,
  created_at    timestamptz NOT NULL
);

CREATE TABLE membership (
  account      uuid        NOT NULL REFERENCES account ON DELETE CASCADE,
  organisation uuid        NOT NULL REFERENCES organisation ON DELETE CASCADE,
  role         text        NOT NULL,
  version      bigint      NOT NULL DEFAULT 1,
  since        timestamptz NOT NULL,
  PRIMARY KEY (account, organisation)
);
CREATE INDEX membership_organisation ON membership (organisation, account);

CREATE TABLE mandate (
  id         uuid        PRIMARY KEY,
  firm       uuid        NOT NULL REFERENCES organisation ON DELETE CASCADE,
  broker     uuid        NOT NULL REFERENCES organisation ON DELETE CASCADE,
  granted_by uuid,
  granted_at timestamptz NOT NULL,
  UNIQUE (firm, broker),
  CHECK (firm <> broker)
);
CREATE INDEX mandate_broker ON mandate (broker, firm);

CREATE TABLE need (
  id           uuid        PRIMARY KEY,
  version      bigint      NOT NULL CHECK (version >= 1),
  organisation uuid        NOT NULL REFERENCES organisation ON DELETE CASCADE,
  state        text        NOT NULL,
  visibility   text        NOT NULL,
  content      jsonb       NOT NULL,
  sample       boolean     NOT NULL DEFAULT false,
  external_id  text,
  created_by   uuid,
  created_at   timestamptz NOT NULL,
  activated_at timestamptz,
  changed_at   timestamptz NOT NULL,
  UNIQUE (organisation, external_id)
);
CREATE INDEX need_organisation ON need (organisation, id);

-- A mailed link that may be used once: registration, invitation, new password.
CREATE TABLE ticket (
  id           uuid        PRIMARY KEY,
  token_hash   bytea       NOT NULL UNIQUE,
  purpose      text        NOT NULL,
  email        text        NOT NULL,
  organisation uuid        REFERENCES organisation ON DELETE CASCADE,
  content      jsonb       NOT NULL,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL
);
CREATE INDEX ticket_email ON ticket (email, purpose);
CREATE INDEX ticket_expires_at ON ticket (expires_at);

-- Written in the transaction of what they tell of; the token in them is worthless once used.
CREATE TABLE mail (
  id           uuid        PRIMARY KEY,
  recipient    text        NOT NULL,
  lang         text        NOT NULL,
  template     text        NOT NULL,
  arguments    jsonb       NOT NULL,
  attempts     int         NOT NULL DEFAULT 0,
  next_attempt timestamptz NOT NULL,
  last_problem text,
  created_at   timestamptz NOT NULL
);
CREATE INDEX mail_next_attempt ON mail (next_attempt);

-- API clients of organisations: the secret is kept as a hash only.
CREATE TABLE api_client (
  id           text        PRIMARY KEY,
  organisation uuid        NOT NULL REFERENCES organisation ON DELETE CASCADE,
  name         text        NOT NULL,
  role         text        NOT NULL,
  scopes       text        NOT NULL,
  secret_hash  text        NOT NULL,
  created_by   uuid,
  created_at   timestamptz NOT NULL
);
CREATE INDEX api_client_organisation ON api_client (organisation, id);

-- Who changed whose rights. Survives what it tells of; holds ids, no names or addresses.
CREATE TABLE audit (
  id           uuid        PRIMARY KEY,
  at           timestamptz NOT NULL,
  actor        text        NOT NULL,
  organisation uuid,
  action       text        NOT NULL,
  subject      text        NOT NULL,
  detail       jsonb       NOT NULL
);
CREATE INDEX audit_organisation ON audit (organisation, id);

-- Attempts counted in windows, shared by all instances.
CREATE TABLE throttle (
  bucket       text        PRIMARY KEY,
  window_start timestamptz NOT NULL,
  attempts     int         NOT NULL
);
CREATE INDEX throttle_window_start ON throttle (window_start);
