CREATE TABLE deal (
  id             uuid        PRIMARY KEY,
  version        bigint      NOT NULL,
  listing        uuid        NOT NULL,
  need           uuid,
  match          uuid,
  seeker         uuid        NOT NULL,
  owner          uuid        NOT NULL,
  broker         uuid,
  anonymous      boolean     NOT NULL,
  stage          text        NOT NULL CHECK (
    stage IN ('INQUIRY', 'IN_TALKS', 'DECLINED', 'WITHDRAWN', 'CLOSED')),
  reminded       boolean     NOT NULL DEFAULT false,
  decline_reason text,
  close_reason   text,
  closed_by      text,
  -- When talks began, or when the deal ended.
  stage_since    timestamptz NOT NULL,
  answer_due_at  timestamptz NOT NULL,
  opened_at      timestamptz NOT NULL,
  changed_at     timestamptz NOT NULL,
  CHECK ((stage = 'DECLINED') = (decline_reason IS NOT NULL)),
  CHECK ((stage = 'CLOSED') = (close_reason IS NOT NULL AND closed_by IS NOT NULL))
);
-- A firm asks about a patent once; after an end it may ask again.
CREATE UNIQUE INDEX deal_one_open ON deal (listing, seeker) WHERE stage IN ('INQUIRY', 'IN_TALKS');
CREATE INDEX deal_by_seeker ON deal (seeker, id DESC);
CREATE INDEX deal_by_owner ON deal (owner, id DESC);
CREATE INDEX deal_by_broker ON deal (broker, id DESC) WHERE broker IS NOT NULL;
CREATE INDEX deal_unanswered ON deal (answer_due_at) WHERE stage = 'INQUIRY' AND NOT reminded;

CREATE TABLE deal_message (
  id         uuid        PRIMARY KEY,
  deal       uuid        NOT NULL REFERENCES deal,
  side       text        NOT NULL CHECK (side IN ('SEEKER', 'BROKER', 'OWNER')),
  account    text        NOT NULL,
  text       text        NOT NULL CHECK (length(text) BETWEEN 1 AND 4000),
  written_at timestamptz NOT NULL
);
CREATE INDEX deal_message_by_deal ON deal_message (deal, id);

-- What other services have told. Each row holds the latest version that was heard of.
CREATE TABLE known_listing (
  id uuid PRIMARY KEY, version bigint NOT NULL, content jsonb NOT NULL
);
CREATE TABLE known_firm (
  id uuid PRIMARY KEY, version bigint NOT NULL, content jsonb NOT NULL
);
CREATE TABLE known_need (
  id uuid PRIMARY KEY, version bigint NOT NULL, content jsonb NOT NULL
);
CREATE TABLE known_match (
  id uuid PRIMARY KEY, version bigint NOT NULL, content jsonb NOT NULL
);
