-- What somebody has changed is claimed before what a vector brings, however much of that waits.
CREATE INDEX task_of_changes ON task (kind, id) WHERE NOT parked AND cause NOT IN ('VECTOR', 'DOCUMENT');
