-- What the owner accepted, declined or corrected. A removed lesson counts no longer and can be restored until the purge.
create table learning_lessons (
  id text not null primary key,
  owner text not null,
  kind text not null,
  subject text not null,
  about text not null,
  said text not null,
  meant text,
  operation text,
  source_type text,
  source_id text,
  at integer not null,
  removed_at integer
);
create index learning_lessons_owner on learning_lessons (owner, subject, at);
create index learning_lessons_removed on learning_lessons (removed_at) where removed_at is not null;
