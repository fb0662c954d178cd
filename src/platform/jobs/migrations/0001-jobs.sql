-- Jobs of the embedded queue. On PostgreSQL pg-boss keeps its own tables and `jobs` stays empty.
create table jobs (
  id text primary key,
  name text not null,
  input text not null,
  key text,
  state text not null,
  attempts integer not null,
  attempts_max integer not null,
  run_at integer not null,
  lease_until integer,
  error text,
  failed_at integer
);
create unique index jobs_key on jobs (key) where key is not null and state <> 'dead';
create index jobs_due on jobs (state, run_at, id);

-- When each schedule is due next, on both databases. Moving `next_at` forward is the right to fire.
create table job_schedules (
  name text primary key,
  cron text not null,
  zone text not null,
  next_at integer not null
);
