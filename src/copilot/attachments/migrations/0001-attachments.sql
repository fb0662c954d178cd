-- Files and pictures of a talk. Content stands once for each owner, however often it is attached.
create table attachments (
  id text not null primary key,
  owner text not null,
  name text not null,
  media_type text not null,
  kind text not null,
  bytes integer not null,
  sha256 text not null,
  text text not null,
  text_chars integer not null,
  created_at integer not null
);
create index attachments_owner on attachments (owner, created_at);
create index attachments_content on attachments (owner, sha256);
create table attachment_contents (
  owner text not null,
  sha256 text not null,
  content blob not null,
  primary key (owner, sha256)
);
-- Where an attachment was shown: when the last of these conversations goes, it goes too.
create table attachment_uses (
  owner text not null,
  attachment_id text not null references attachments (id) on delete cascade,
  conversation_id text not null,
  primary key (attachment_id, conversation_id)
);
create index attachment_uses_conversation on attachment_uses (owner, conversation_id);
