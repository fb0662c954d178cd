-- What Nima tells its owner unasked. One open alert for each key; what follows of it counts on the same row.
create table alerts (
  id text not null primary key,
  owner text not null,
  kind text not null,
  rule text not null,
  subject text not null,
  severity text not null,
  key text not null,
  text text not null,
  because text not null,
  stop text not null,
  link text,
  state text not null,
  count integer not null,
  telling text not null,
  tell_at integer not null,
  told_at integer,
  created_at integer not null,
  updated_at integer not null
);
create unique index alerts_key on alerts (owner, key) where state <> 'resolved';
create index alerts_created on alerts (owner, created_at);
create index alerts_waiting on alerts (tell_at) where telling = 'waiting';
create table alert_mutes (
  id text not null primary key,
  owner text not null,
  rule text,
  subject text,
  until integer,
  created_at integer not null
);
create index alert_mutes_owner on alert_mutes (owner);
create table alert_preferences (
  owner text not null primary key,
  value text not null,
  previous text,
  updated_at integer not null
);
create table alert_channels (
  id text not null primary key,
  owner text not null,
  type text not null,
  name text not null,
  config text not null,
  severity_min text not null,
  created_at integer not null
);
create unique index alert_channels_name on alert_channels (owner, name);
create table alert_deliveries (
  id text not null primary key,
  owner text not null,
  alert_id text not null references alerts (id) on delete cascade,
  channel text not null,
  state text not null,
  attempts integer not null,
  error text,
  created_at integer not null,
  updated_at integer not null
);
create index alert_deliveries_alert on alert_deliveries (alert_id);
