-- Packs an owner installed, with every version kept for going back; and what the owner decided about any pack. Shipped
-- packs have a row only once a decision was made.
create table knowledge_packs (
  owner text not null,
  id text not null,
  state text not null,
  ordinal integer,
  changed_at integer not null,
  primary key (owner, id)
);
create table knowledge_versions (
  owner text not null,
  id text not null,
  ordinal integer not null,
  version text not null,
  hash text not null,
  source text not null,
  source_revision text,
  manifest text not null,
  content text not null,
  installed_at integer not null,
  primary key (owner, id, ordinal)
);
