-- Goals, the parts they are made of, and what speaks for their progress. A removed row stays until the purge, so that it can be brought back.
create table goals (
  id text not null primary key,
  owner text not null,
  title text not null,
  description text not null,
  status text not null,
  deadline text,
  depends_on text not null,
  created_at integer not null,
  updated_at integer not null,
  completed_at integer,
  removed_at integer
);
create index goals_owner on goals (owner, created_at);
create index goals_removed on goals (removed_at) where removed_at is not null;
create table goal_milestones (
  id text not null primary key,
  owner text not null,
  goal_id text not null references goals (id) on delete cascade,
  title text not null,
  weight real not null,
  position integer not null,
  created_at integer not null,
  updated_at integer not null,
  removed_at integer
);
create index goal_milestones_goal on goal_milestones (goal_id, position);
create index goal_milestones_owner on goal_milestones (owner);
create table goal_evidence (
  id text not null primary key,
  owner text not null,
  goal_id text not null references goals (id) on delete cascade,
  milestone_id text,
  kind text not null,
  text text not null,
  share real not null,
  source_type text not null,
  source_id text,
  conversation_id text,
  quote text,
  at integer not null,
  removed_at integer
);
create index goal_evidence_goal on goal_evidence (goal_id, at);
create index goal_evidence_owner on goal_evidence (owner, at);
create index goal_evidence_source on goal_evidence (owner, source_id) where source_id is not null;
create table goal_versions (
  owner text not null,
  goal_id text not null references goals (id) on delete cascade,
  subject_id text not null,
  version integer not null,
  at integer not null,
  actor text not null,
  change text not null,
  state text not null,
  primary key (subject_id, version)
);
create table goal_step_decisions (
  id text not null primary key,
  owner text not null,
  goal_id text not null references goals (id) on delete cascade,
  step_id text not null,
  kind text not null,
  verdict text not null,
  text text not null,
  made text,
  at integer not null,
  removed_at integer
);
create index goal_step_decisions_owner on goal_step_decisions (owner, at);
create table goal_lessons (
  goal_id text not null primary key references goals (id) on delete cascade,
  owner text not null,
  title text not null,
  days real not null,
  steps text not null,
  learned_at integer not null
);
create index goal_lessons_owner on goal_lessons (owner, learned_at);
create table goal_locks (
  owner text not null primary key,
  revision integer not null
);
