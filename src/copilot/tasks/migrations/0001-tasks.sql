-- What Nima was asked to do outside. `asked` is the call as it was made, so that it can be held against its approval.
create table tasks (
  id text not null primary key,
  owner text not null,
  type text not null,
  action text not null,
  title text not null,
  params text not null,
  asked text not null,
  effect text not null,
  status text not null,
  attempts integer not null,
  round integer not null,
  idempotency_key text not null,
  approval_id text,
  asked_by text not null,
  goal_id text,
  progress real,
  summary text,
  data text,
  is_untrusted integer not null,
  error text,
  log text not null,
  cancel_requested integer not null,
  next_try_at integer,
  alive_at integer,
  created_at integer not null,
  started_at integer,
  ended_at integer
);
create unique index tasks_key on tasks (owner, idempotency_key);
create index tasks_owner on tasks (owner, created_at, id);
create index tasks_open on tasks (status, created_at);
-- Integrations an owner switched off.
create table tasks_integrations (
  owner text not null,
  name text not null,
  is_enabled integer not null,
  primary key (owner, name)
);
