-- Turns are a tree by parent_id: regenerating or editing makes a sibling, and head_turn_id says which leaf is shown.
create table conversations (
  id text not null primary key,
  owner text not null,
  title text not null,
  head_turn_id text,
  created_at integer not null,
  updated_at integer not null
);
create index conversations_owner on conversations (owner, updated_at);
create table turns (
  id text not null primary key,
  owner text not null,
  conversation_id text not null references conversations (id) on delete cascade,
  parent_id text,
  position integer not null,
  role text not null,
  speaker text not null,
  content text not null,
  status text not null,
  metadata text not null,
  created_at integer not null,
  updated_at integer not null,
  revision integer not null
);
create index turns_conversation on turns (conversation_id, position);
create index turns_owner on turns (owner, revision);
create index turns_generating on turns (status, updated_at);
-- Ids of removed turns, so that search indexes forget them too.
create table turn_removals (
  owner text not null,
  id text not null,
  revision integer not null,
  primary key (owner, revision, id)
);
create table turn_revisions (
  owner text not null primary key,
  revision integer not null
);
