-- When a fact is true (valid_from, valid_to) and when Nima learned of it (created_at, retired_at); what is over keeps its row.
alter table memory_facts add column value text;
alter table memory_facts add column state text not null default 'current';
alter table memory_facts add column valid_from integer;
alter table memory_facts add column valid_to integer;
alter table memory_facts add column retired_at integer;
alter table memory_facts add column replaced_by text;
update memory_facts set valid_from = created_at;
update memory_facts set state = 'quarantined' where trust = 'quarantined';
drop index memory_facts_same;
create unique index memory_facts_same on memory_facts (owner, same_as) where removed_at is null and state = 'current';
create index memory_facts_claim on memory_facts (owner, subject, attribute) where attribute is not null;
create index memory_facts_value on memory_facts (owner, value) where value is not null;
create index memory_facts_state on memory_facts (owner, state, created_at);
-- Two facts that cannot both be true, where the newer is trusted less: a person decides.
create table memory_conflicts (
  id text not null primary key,
  owner text not null,
  held_id text not null references memory_facts (id) on delete cascade,
  told_id text not null references memory_facts (id) on delete cascade,
  because text not null,
  created_at integer not null,
  resolved_at integer,
  resolution text
);
create index memory_conflicts_open on memory_conflicts (owner, resolved_at, created_at);
-- Turns whose fact was forgotten and purged since: their words are not brought up again.
create table memory_forgotten_turns (
  owner text not null,
  turn_id text not null,
  primary key (owner, turn_id)
);
