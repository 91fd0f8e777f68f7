-- Events that wait for Kafka. Within one key the order of ids is the order of commits, because the
-- version that stands beside it can only be written by who has read the one before it (RATIONALE.md);
-- the unique constraint makes a writer that breaks this rule fail instead of sending out of order.
CREATE TABLE outbox (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id    uuid        NOT NULL,
  topic       text        NOT NULL,
  key         text        NOT NULL,
  type        text        NOT NULL,
  version     bigint      NOT NULL CHECK (version >= 1),
  occurred_at timestamptz NOT NULL,
  traceparent text        NOT NULL,
  payload     bytea,
  CONSTRAINT outbox_one_event_a_version UNIQUE (topic, key, version)
);
-- A queue: nearly every row dies young, and reading starts at its dead end.
ALTER TABLE outbox SET (
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 2000,
  autovacuum_vacuum_cost_delay = 0,
  autovacuum_vacuum_insert_scale_factor = 0,
  autovacuum_vacuum_insert_threshold = 100000
);

-- Keys whose next event Kafka refuses. Later events of such a key wait in the outbox behind it.
CREATE TABLE outbox_parked (
  topic     text        NOT NULL,
  key       text        NOT NULL,
  event_id  uuid        NOT NULL,
  reason    text        NOT NULL,
  parked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (topic, key)
);

-- What operators did about parked keys; never deleted.
CREATE TABLE outbox_decision (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  decided_at timestamptz NOT NULL DEFAULT now(),
  decided_by text        NOT NULL,
  decision   text        NOT NULL CHECK (decision IN ('RELEASED', 'DROPPED')),
  topic      text        NOT NULL,
  key        text        NOT NULL,
  event_id   uuid        NOT NULL,
  type       text,
  version    bigint,
  reason     text        NOT NULL
);

-- What was handled, written in the transaction of the handling. The key stands before the event's id
-- so that the same index answers whether a later version of the key was handled already.
CREATE TABLE inbox (
  consumer      text        NOT NULL,
  key           text        NOT NULL,
  event_id      uuid        NOT NULL,
  version       bigint      NOT NULL,
  outcome       text        NOT NULL CHECK (outcome IN ('HANDLED', 'DEAD', 'SUPERSEDED')),
  partition     int         NOT NULL,
  record_offset bigint      NOT NULL,
  handled_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (consumer, key, event_id)
);
CREATE INDEX inbox_handled_at ON inbox (handled_at);

-- Up to where a consumer has handled everything. Kept here beside the consumer group's own offsets,
-- because those expire, and because a restored database must read on from where it stands itself.
CREATE TABLE inbox_position (
  consumer    text        NOT NULL,
  topic_id    uuid        NOT NULL,
  partition   int         NOT NULL,
  next_offset bigint      NOT NULL,
  updated_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (consumer, topic_id, partition)
);
