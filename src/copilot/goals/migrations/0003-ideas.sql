-- Steps a model thought of, kept because it would not say the same twice.
create table goal_ideas (
  goal_id text not null references goals (id) on delete cascade,
  owner text not null,
  milestone text not null,
  text text not null,
  because text not null,
  at integer not null,
  primary key (goal_id, milestone)
);
