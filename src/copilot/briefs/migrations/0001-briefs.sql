-- When the same was asked: a fingerprint of the words, never the words, for a week.
create table brief_questions (
  turn_id text not null primary key,
  owner text not null,
  fingerprint text not null,
  asked_at integer not null
);
create index brief_questions_owner on brief_questions (owner, fingerprint, asked_at);
