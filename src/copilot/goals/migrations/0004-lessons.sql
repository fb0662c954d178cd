-- Whether a decision counts is a lesson's to say from now on (core/learning); the decisions there are move along, once.
insert into learning_lessons (id, owner, kind, subject, about, said, meant, operation, source_type, source_id, at, removed_at)
  select id, owner, verdict, 'goals.suggestions', kind, substr(text, 1, 500), null, null, 'goal', goal_id, at, removed_at
  from goal_step_decisions;
alter table goal_step_decisions drop column removed_at;
