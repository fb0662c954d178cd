-- Folders the owner registered, and what was read there. A document that is gone keeps its row for search to notice.
create table workspace_projects (
  id text not null primary key,
  owner text not null,
  name text not null,
  name_key text not null,
  path text not null,
  state text,
  problem text,
  read_at bigint,
  created_at bigint not null,
  unique (owner, name_key),
  unique (owner, path)
);
create table workspace_documents (
  id text not null primary key,
  owner text not null,
  project_id text not null,
  path text not null,
  part integer not null,
  text text not null,
  hash text not null,
  at bigint not null,
  is_gone integer not null,
  revision bigint not null
);
create index workspace_documents_project on workspace_documents (owner, project_id, path);
create index workspace_documents_revision on workspace_documents (owner, revision);
create table workspace_revisions (
  owner text not null primary key,
  revision bigint not null
);
