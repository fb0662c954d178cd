-- Files brought in from other programs, so that a second time adds nothing and all of one can be taken back.
create table memory_imports (
  id text not null primary key,
  owner text not null,
  format text not null,
  name text not null,
  content_key text not null,
  talks text not null,
  facts integer not null,
  created_at integer not null,
  removed_at integer
);
create index memory_imports_content on memory_imports (owner, content_key);
