-- The map of what is on offer against what is needed, as it was drawn last; one row.
CREATE TABLE landscape (
  one      boolean     PRIMARY KEY CHECK (one),
  drawn    jsonb       NOT NULL,
  -- What it was drawn from: the same basis needs no other drawing.
  basis    text        NOT NULL,
  drawn_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX need_sample ON need (hashtextextended(id::text, 5)) WHERE active;
