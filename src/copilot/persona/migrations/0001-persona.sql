-- What an owner changed of the persona Nima ships with: each version holds all changes, the highest one is worn.
create table persona_versions (
  owner text not null,
  version integer not null,
  changes text not null,
  why text not null,
  at integer not null,
  primary key (owner, version)
);
