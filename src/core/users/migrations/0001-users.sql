-- People and what proves who they are. Passwords and tokens are stored as hashes only.
create table users (
  id text not null primary key,
  name text not null unique,
  password_hash text not null,
  permissions text not null,
  failed_count integer not null,
  failed_since integer not null,
  created_at integer not null
);
create table credentials (
  id text not null primary key,
  owner text not null references users (id) on delete cascade,
  kind text not null,
  name text not null,
  token_hash text not null unique,
  permissions text not null,
  created_at integer not null,
  expires_at integer
);
create index credentials_owner on credentials (owner, kind, created_at);
