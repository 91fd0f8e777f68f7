-- Patents that are known and not on offer, as far as gazettes show them: of listings that have been
-- taken back, sold or licensed exclusively, and those that an operator has imported.
CREATE TABLE known_patent (
  -- Of the listing, or made of the number.
  id      uuid    PRIMARY KEY,
  source  text    NOT NULL CHECK (source IN ('LISTING', 'IMPORT')),
  -- What is shown: numbers, title of the invention, state of the right.
  rights  jsonb   NOT NULL,
  -- Section, class and subclass of the IPC.
  classes text[]  NOT NULL,
  -- What its vector is made of. It is never shown.
  text    text    NOT NULL,
  model   text,
  vector  bytea,
  sample  boolean NOT NULL
);
CREATE INDEX known_patent_by_class ON known_patent USING gin (classes);
CREATE INDEX known_patent_by_number ON known_patent USING gin (rights jsonb_path_ops);
-- Whether a number is on offer.
CREATE INDEX listing_rights ON listing USING gin ((state -> 'rights') jsonb_path_ops) WHERE open;
