-- Vectors of a listing's sentences by what they were made of: one byte a number, one vector after
-- the other. A rebuild of the index reads them and embeds nothing.
CREATE TABLE sentences (
  model   text        NOT NULL,
  hash    bytea       NOT NULL CHECK (length(hash) = 32),
  vectors bytea       NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (model, hash)
);
-- Directions do not compress.
ALTER TABLE sentences ALTER COLUMN vectors SET STORAGE EXTERNAL;
