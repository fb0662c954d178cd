-- Tokens of each answer, for the meter. Of a private conversation only the numbers are kept.
create table chat_usage (
  id text not null primary key,
  owner text not null,
  turn_id text,
  conversation_id text,
  model text not null,
  input_tokens integer not null,
  output_tokens integer not null,
  at integer not null
);
create index chat_usage_owner on chat_usage (owner, at);
create index chat_usage_conversation on chat_usage (owner, conversation_id);
