-- Which reminders of a goal were raised, so that each is raised once and resolved when it is over.
create table goal_reminders (
  goal_id text not null references goals (id) on delete cascade,
  owner text not null,
  name text not null,
  alert_key text not null,
  at integer not null,
  primary key (goal_id, name)
);
