-- What an agent asked to do, bound to the exact arguments by their hash.
create table approvals (
  id text not null primary key,
  owner text not null,
  operation text not null,
  effect text not null,
  input text not null,
  input_hash text not null,
  preview text not null,
  place text,
  state text not null,
  reason text,
  created_at integer not null,
  expires_at integer not null,
  decided_at integer
);
create index approvals_owner on approvals (owner, state, created_at);
create index approvals_match on approvals (owner, input_hash, state);
