-- Ids of erased facts, so that search indexes forget them too.
create table memory_fact_removals (
  owner text not null,
  id text not null,
  revision integer not null,
  primary key (owner, revision, id)
);
