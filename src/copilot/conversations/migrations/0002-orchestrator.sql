-- A private conversation is remembered by nobody and ends by itself.
alter table conversations add column is_private integer not null default 0;
create index conversations_private on conversations (is_private, updated_at);
-- A view over turns that no longer fit the window; the turns stay, and the view says which they are.
create table conversation_summaries (
  id text not null primary key,
  owner text not null,
  conversation_id text not null references conversations (id) on delete cascade,
  first_turn_id text not null,
  last_turn_id text not null,
  turn_ids text not null,
  text text not null,
  trust text not null,
  made_by text not null,
  created_at integer not null
);
create index conversation_summaries_conversation on conversation_summaries (owner, conversation_id, created_at);
-- What the owner wants in every answer; sent with each of them, whatever else is cut.
create table conversation_instructions (
  id text not null primary key,
  owner text not null,
  text text not null,
  is_active integer not null,
  created_at integer not null,
  updated_at integer not null
);
create index conversation_instructions_owner on conversation_instructions (owner, created_at);
