-- Whether a message came by itself. Those of earlier versions count as told.
ALTER TABLE deal_message ADD COLUMN alone boolean NOT NULL DEFAULT false;
ALTER TABLE deal_message ALTER COLUMN alone DROP DEFAULT;
