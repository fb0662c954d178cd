-- Which answer a client's whole talk, sent with its next message, goes on from: the hash of what it had sent before.
create table chat_threads (
  owner text not null,
  key text not null,
  turn_id text not null references turns (id) on delete cascade,
  conversation_id text not null,
  created_at bigint not null,
  primary key (owner, key, turn_id)
);
