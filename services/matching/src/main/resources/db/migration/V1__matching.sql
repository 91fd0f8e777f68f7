-- Copies of what other services say, as far as matching needs it: its own projection, from which the
-- indices in Elasticsearch can be made again at any time.

CREATE TABLE organisation (
  id      uuid   PRIMARY KEY,
  version bigint NOT NULL,
  state   jsonb
);

CREATE TABLE listing (
  id              uuid        PRIMARY KEY,
  version         bigint      NOT NULL,
  -- Version of the document in the index. It grows with every change of what the document is made of,
  -- the organisation's name included, and stays ahead of all earlier ones if this table is ever lost.
  revision        bigint      NOT NULL,
  organisation_id uuid        NOT NULL,
  state           jsonb,
  -- Published, and not lapsed, sold, licensed or wholly promised to a joint-research partner today.
  open            boolean     NOT NULL,
  opens_on        date,
  closes_on       date,
  arrived_at      timestamptz NOT NULL DEFAULT now(),
  changed_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX listing_by_organisation ON listing (organisation_id);
CREATE INDEX listing_open ON listing (id) WHERE open;
CREATE INDEX listing_arrived ON listing (arrived_at) WHERE open;
CREATE INDEX listing_opens ON listing (opens_on) WHERE opens_on IS NOT NULL AND NOT open;
CREATE INDEX listing_closes ON listing (closes_on) WHERE closes_on IS NOT NULL AND open;

CREATE TABLE need (
  id              uuid        PRIMARY KEY,
  version         bigint      NOT NULL,
  revision        bigint      NOT NULL,
  organisation_id uuid        NOT NULL,
  state           jsonb,
  active          boolean     NOT NULL,
  -- What the last ranking against all listings told: the question as the legs read it with its scale,
  -- of which version, when and by what.
  kept            jsonb,
  matched_version bigint,
  matched_at      timestamptz,
  algorithm       text,
  changed_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX need_active ON need (id) WHERE active;
CREATE INDEX need_by_organisation ON need (organisation_id);

CREATE TABLE match (
  id               uuid             PRIMARY KEY,
  need_id          uuid             NOT NULL,
  listing_id       uuid             NOT NULL,
  version          bigint           NOT NULL,
  active           boolean          NOT NULL,
  -- Sum of the legs, for the order; score is what is shown of it.
  fused            double precision NOT NULL,
  score            double precision NOT NULL,
  rank             int              NOT NULL,
  algorithm        text             NOT NULL,
  legs             text[]           NOT NULL,
  found_by         text             NOT NULL,
  worth_alert      boolean          NOT NULL,
  alerted_at       timestamptz,
  reasons          jsonb            NOT NULL,
  need_version     bigint           NOT NULL,
  listing_version  bigint           NOT NULL,
  need_organisation_id    uuid      NOT NULL,
  listing_organisation_id uuid      NOT NULL,
  listing_title    jsonb            NOT NULL,
  need_title       text             NOT NULL,
  feedback_answer  text,
  feedback_reason  text,
  feedback_at      timestamptz,
  deal_stage       text,
  found_at         timestamptz      NOT NULL,
  changed_at       timestamptz      NOT NULL,
  CONSTRAINT match_once UNIQUE (need_id, listing_id)
);
CREATE INDEX match_of_need ON match (need_id, fused DESC, id) WHERE active;
CREATE INDEX match_of_listing ON match (listing_id, fused DESC, id) WHERE active;
CREATE INDEX match_alerts ON match (need_id, alerted_at) WHERE alerted_at IS NOT NULL;

-- Every answer that a firm gave, the last one is also beside its match.
CREATE TABLE feedback (
  id              uuid        PRIMARY KEY,
  match_id        uuid        NOT NULL REFERENCES match (id),
  need_id         uuid        NOT NULL,
  listing_id      uuid        NOT NULL,
  organisation_id uuid        NOT NULL,
  account         text        NOT NULL,
  answer          text        NOT NULL,
  reason          text,
  comment         text,
  given_at        timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX feedback_of_listing ON feedback (listing_id);
CREATE INDEX feedback_of_match ON feedback (match_id, given_at);

-- Work to do, written in the transaction of what makes it necessary and deleted in that of what it
-- brought. Rows are only added and deleted; whoever claims one (SKIP LOCKED) reads what is true then.
CREATE TABLE task (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- INDEX_LISTING, INDEX_NEED: bring the document into the index; then
  -- MATCH_LISTING, MATCH_NEED: look for what fits.
  kind       text        NOT NULL,
  subject    uuid        NOT NULL,
  -- What brought it: NEED, LISTING or REBUILD.
  cause      text        NOT NULL,
  due_at     timestamptz NOT NULL DEFAULT now(),
  attempts   int         NOT NULL DEFAULT 0,
  parked     boolean     NOT NULL DEFAULT false,
  error      text,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX task_due ON task (kind, id) WHERE NOT parked;
CREATE INDEX task_of_subject ON task (subject, kind);
ALTER TABLE task SET (
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 2000,
  autovacuum_vacuum_cost_delay = 0
);

-- A rebuild of an index beside the one that is read. At most one an index is under way.
CREATE TABLE rebuild (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  index_name  text        NOT NULL,
  generation  text        NOT NULL,
  state       text        NOT NULL CHECK (state IN ('FILLING', 'SWAPPED', 'DONE', 'FAILED')),
  cursor      uuid,
  read        bigint      NOT NULL DEFAULT 0,
  total       bigint      NOT NULL,
  rejected    bigint      NOT NULL DEFAULT 0,
  reason      text        NOT NULL,
  error       text,
  started_at  timestamptz NOT NULL DEFAULT now(),
  swapped_at  timestamptz,
  finished_at timestamptz
);
CREATE UNIQUE INDEX rebuild_one_at_a_time ON rebuild (index_name) WHERE state IN ('FILLING', 'SWAPPED');
