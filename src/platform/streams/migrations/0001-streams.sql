-- Answers as they were written, so that a reader may come back and go on. Gone an hour after they ended.
create table streams (
  id text primary key,
  opened_at integer not null,
  -- When the writer last said that it lives.
  alive_at integer not null,
  ended_at integer,
  stop_requested integer not null default 0
);
create index streams_alive on streams (alive_at);
create table stream_events (
  stream_id text not null,
  seq integer not null,
  data text not null,
  primary key (stream_id, seq)
);
