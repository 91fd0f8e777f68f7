-- What a need gives to a fixed sample of the listings on offer (numbers of four bytes, the lowest first): by it a score is
-- told from another.
ALTER TABLE need ADD COLUMN sample bytea;

-- The sample: the same listings for every need, as long as they are on offer.
CREATE INDEX listing_sample ON listing (hashtextextended(id::text, 5)) WHERE open;

-- How an answered pair stood at the time, and by what it was scored: null for older answers.
ALTER TABLE feedback ADD COLUMN fused double precision;
ALTER TABLE feedback ADD COLUMN share double precision;
ALTER TABLE feedback ADD COLUMN algorithm text;
CREATE INDEX feedback_of_algorithm ON feedback (algorithm) WHERE share IS NOT NULL;
CREATE INDEX feedback_of_need ON feedback (need_id);

-- What all firms' answers have taught about an algorithm's scores.
CREATE TABLE calibration (
  algorithm   text             PRIMARY KEY,
  answers     int              NOT NULL,
  interested  int              NOT NULL,
  base        double precision NOT NULL,
  per_decade  double precision NOT NULL,
  per_score   double precision NOT NULL,
  -- Of which shipped version it was learned.
  shipped     int              NOT NULL,
  made_at     timestamptz      NOT NULL DEFAULT now()
);

-- What came to a need without an alert.
CREATE INDEX match_unalerted ON match (need_id, fused DESC, id)
  WHERE active AND alerted_at IS NULL AND found_by = 'LISTING';
