-- An owner with a row here has said "stop everything": agents only look until it is gone.
create table approvals_halts (
  owner text not null primary key,
  reason text,
  actor text not null,
  since integer not null
);
