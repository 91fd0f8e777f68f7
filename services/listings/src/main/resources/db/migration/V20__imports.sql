-- An import keeps its file until it is done, so that any instance can go on after a stop.
create table import_job (
  id uuid primary key,
  organisation_id uuid not null,
  actor text not null,
  file_name text not null,
  size_bytes bigint not null,
  requested_format text,
  publish boolean not null,
  mandate text,
  state text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  failure_code text,
  failure_detail text,
  format text,
  encoding text,
  headers jsonb not null default '[]',
  unknown_columns jsonb not null default '[]',
  rows_read bigint not null default 0,
  bytes_read bigint not null default 0,
  created bigint not null default 0,
  updated bigint not null default 0,
  unchanged bigint not null default 0,
  rejected bigint not null default 0,
  published bigint not null default 0,
  stumbles int not null default 0,
  claim uuid,
  claimed_until timestamptz,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
create index import_job_by_organisation on import_job (organisation_id, id desc);
create index import_job_open on import_job (created_at) where state in ('QUEUED', 'RUNNING');

create table import_chunk (
  import_id uuid not null references import_job on delete cascade,
  number int not null,
  bytes bytea not null,
  primary key (import_id, number)
);

create table import_problem (
  import_id uuid not null references import_job on delete cascade,
  seq bigint generated always as identity,
  line bigint not null,
  external_id text,
  listing_id uuid,
  severity text not null check (severity in ('ERROR', 'WARNING')),
  column_name text,
  message_key text not null,
  args jsonb not null default '[]',
  found text,
  primary key (import_id, seq)
);
