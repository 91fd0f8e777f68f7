-- One row a creating request, written in the transaction of its work; purged by age.
CREATE TABLE idempotency_key (
  caller       text        NOT NULL,
  operation    text        NOT NULL,
  key          text        NOT NULL,
  request_hash bytea       NOT NULL,
  status       int,
  headers      jsonb,
  body         bytea,
  created_at   timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (caller, operation, key)
);
CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);
