-- A listing as it stands now. What it was before lies in listing_version.
CREATE TABLE listing (
  id              uuid        PRIMARY KEY,
  organisation_id uuid        NOT NULL,
  version         bigint      NOT NULL CHECK (version >= 1),
  status          text        NOT NULL
    CHECK (status IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN', 'LAPSED', 'LICENSED_EXCLUSIVELY', 'SOLD')),
  content         jsonb       NOT NULL,
  source          text,
  external_id     text,
  -- SHA-256 of the content that was imported last: a row that says the same again is no change.
  import_hash     bytea,
  -- A person changed it since; an import then no longer replaces its texts.
  edited          boolean     NOT NULL DEFAULT false,
  reason          text,
  expires_on      date,
  -- Next day on which the calendar alone changes what the public sees.
  turns_on        date,
  created_at      timestamptz NOT NULL,
  changed_at      timestamptz NOT NULL,
  published_at    timestamptz
);
CREATE UNIQUE INDEX listing_of_source ON listing (organisation_id, source, external_id)
  WHERE external_id IS NOT NULL;
CREATE INDEX listing_of_organisation ON listing (organisation_id, id DESC);
CREATE INDEX listing_turning ON listing (turns_on) WHERE status = 'PUBLISHED';
CREATE INDEX listing_taken ON listing (reason) WHERE status IN ('LICENSED_EXCLUSIVELY', 'SOLD');

-- The numbers by which a right is known, so that the same right is found again in another file.
CREATE TABLE listing_right (
  listing_id      uuid NOT NULL REFERENCES listing ON DELETE CASCADE,
  right_key       text NOT NULL,
  organisation_id uuid NOT NULL,
  PRIMARY KEY (listing_id, right_key)
);
CREATE INDEX listing_right_key ON listing_right (organisation_id, right_key);

-- Other members that are named in a listing as co-owner or joint-research partner.
CREATE TABLE listing_party (
  listing_id      uuid NOT NULL REFERENCES listing ON DELETE CASCADE,
  organisation_id uuid NOT NULL,
  PRIMARY KEY (listing_id, organisation_id)
);
CREATE INDEX listing_party_organisation ON listing_party (organisation_id, listing_id DESC);

-- Who changed what when. Holds the content from before the change, where the content changed.
CREATE TABLE listing_version (
  listing_id   uuid        NOT NULL REFERENCES listing ON DELETE CASCADE,
  version      bigint      NOT NULL,
  at           timestamptz NOT NULL,
  actor        text        NOT NULL,
  organisation uuid,
  action       text        NOT NULL,
  changed      text[]      NOT NULL,
  before       jsonb,
  note         text,
  PRIMARY KEY (listing_id, version)
);

-- Answers of co-owners and partners; only ever added to, the last one counts.
CREATE TABLE listing_consent (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  listing_id  uuid        NOT NULL REFERENCES listing ON DELETE CASCADE,
  party       text        NOT NULL CHECK (party IN ('CO_OWNER', 'PARTNER')),
  party_key   text        NOT NULL,
  party_name  text        NOT NULL,
  answer      text        NOT NULL CHECK (answer IN ('GIVEN', 'REFUSED')),
  basis       text        NOT NULL CHECK (basis IN ('CONSENT', 'MANDATE')),
  kinds       text[]      NOT NULL,
  evidence    text,
  recorded_by uuid,
  actor       text        NOT NULL,
  at          timestamptz NOT NULL
);
CREATE INDEX listing_consent_listing ON listing_consent (listing_id, id);

CREATE TABLE listing_document (
  id         uuid        PRIMARY KEY,
  listing_id uuid        NOT NULL REFERENCES listing ON DELETE CASCADE,
  name       text        NOT NULL,
  type       text        NOT NULL,
  size       bigint      NOT NULL,
  sha256     text        NOT NULL,
  visibility text        NOT NULL CHECK (visibility IN ('PUBLIC', 'AFTER_NDA')),
  at         timestamptz NOT NULL,
  content    bytea       NOT NULL
);
-- Pictures and PDFs are compressed already.
ALTER TABLE listing_document ALTER COLUMN content SET STORAGE EXTERNAL;
CREATE INDEX listing_document_listing ON listing_document (listing_id, id);

-- Looks from outside a day. Nothing about who looked.
CREATE TABLE listing_view (
  listing_id uuid   NOT NULL REFERENCES listing ON DELETE CASCADE,
  day        date   NOT NULL,
  views      bigint NOT NULL,
  PRIMARY KEY (listing_id, day)
);

-- What listings have heard of organisations.
CREATE TABLE organisation (
  id               uuid   PRIMARY KEY,
  version          bigint NOT NULL,
  kind             text   NOT NULL,
  name             text   NOT NULL,
  name_en          text,
  corporate_number text,
  prefecture       text
);
