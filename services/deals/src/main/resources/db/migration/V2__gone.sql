-- Null: it is gone for good. The version stays, so that nothing older brings it back.
ALTER TABLE known_listing ALTER COLUMN content DROP NOT NULL;
ALTER TABLE known_firm ALTER COLUMN content DROP NOT NULL;
ALTER TABLE known_need ALTER COLUMN content DROP NOT NULL;
ALTER TABLE known_match ALTER COLUMN content DROP NOT NULL;
