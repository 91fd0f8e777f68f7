-- A person waits for the first list of a need; an import can wait.
CREATE INDEX task_of_needs ON task (kind, id) WHERE NOT parked AND cause = 'NEED';
