-- Servers that offer tools, and what each offered when it was last asked. References to secrets only, never secrets.
create table tools_servers (
  id text not null primary key,
  owner text not null,
  name text not null,
  address text not null,
  is_enabled integer not null,
  problem text,
  checked_at bigint,
  created_at bigint not null,
  unique (owner, name)
);
create table tools_offered (
  owner text not null,
  server_id text not null references tools_servers (id) on delete cascade,
  name text not null,
  description text not null,
  input_schema text not null,
  fingerprint text not null,
  accepted_fingerprint text,
  policy text not null,
  is_gone integer not null,
  seen_at bigint not null,
  primary key (server_id, name)
);
create index tools_offered_owner on tools_offered (owner, server_id);
