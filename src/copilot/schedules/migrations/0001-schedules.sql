-- What Nima does by itself, when, and with whose consent. `slot` is what makes a planned time fire once among replicas.
create table schedules (
  id text not null primary key,
  owner text not null,
  title text not null,
  trigger_kind text not null,
  said text,
  cron text,
  at integer,
  time_zone text not null,
  event text,
  filter text,
  action_kind text not null,
  operation text,
  input text not null,
  words text,
  consent text not null,
  consent_hash text not null,
  permissions text not null,
  catch_up text not null,
  state text not null,
  next_at integer,
  conversation_id text,
  previous text,
  created_at integer not null,
  updated_at integer not null,
  removed_at integer
);
create index schedules_owner on schedules (owner, created_at);
create index schedules_due on schedules (next_at) where next_at is not null;
create index schedules_event on schedules (owner, event) where event is not null;
create table schedule_runs (
  id text not null primary key,
  owner text not null,
  schedule_id text not null references schedules (id) on delete cascade,
  slot text not null,
  planned_at integer not null,
  reason text not null,
  state text not null,
  outcome text,
  made_operation text,
  made_id text,
  started_at integer,
  ended_at integer
);
create unique index schedule_runs_slot on schedule_runs (schedule_id, slot);
create index schedule_runs_owner on schedule_runs (owner, planned_at);
