-- Vectors by what they were made of. Four bytes a number, little endian.
create table vector (
  model text not null,
  hash bytea not null check (length(hash) = 32),
  value bytea not null,
  made_at timestamptz not null default now(),
  primary key (model, hash)
);
