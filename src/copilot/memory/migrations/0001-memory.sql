-- What Nima knows about its owner. A removed fact keeps its row until the purge, so that forgetting can be undone.
create table memory_facts (
  id text not null primary key,
  owner text not null,
  fact text not null,
  same_as text not null,
  category text not null,
  source text not null,
  trust text not null,
  confidence real not null,
  subject text,
  attribute text,
  conversation_id text,
  turn_id text,
  quote text,
  metadata text not null,
  vector blob,
  embedder text not null,
  created_at integer not null,
  updated_at integer not null,
  removed_at integer,
  revision integer not null
);
create unique index memory_facts_same on memory_facts (owner, same_as) where removed_at is null;
create index memory_facts_revision on memory_facts (owner, revision);
create index memory_facts_created on memory_facts (owner, created_at);
create index memory_facts_turn on memory_facts (turn_id) where turn_id is not null;
create index memory_facts_embedder on memory_facts (embedder);
create table memory_fact_versions (
  owner text not null,
  fact_id text not null references memory_facts (id) on delete cascade,
  version integer not null,
  at integer not null,
  actor text not null,
  change text not null,
  fact text not null,
  category text not null,
  primary key (fact_id, version)
);
create table memory_revisions (
  owner text not null primary key,
  revision integer not null
);
create table memory_profiles (
  owner text not null primary key,
  name text,
  preferences text not null,
  context text not null,
  created_at integer not null,
  updated_at integer not null
);
