-- One chain for the whole installation: each entry carries the hash of the one before it.
create table audit_entries (
  seq integer not null primary key,
  owner text not null,
  at integer not null,
  actor text not null,
  operation text not null,
  target text,
  input_hash text not null,
  outcome text not null,
  code text,
  approval_id text,
  previous_hash text not null,
  hash text not null
);
create index audit_entries_owner on audit_entries (owner, seq);
create table audit_head (
  id integer not null primary key,
  seq integer not null,
  hash text not null
);
insert into audit_head (id, seq, hash) values (1, 0, '');
