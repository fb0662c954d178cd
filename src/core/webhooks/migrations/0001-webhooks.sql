-- Who is told of events, what was sent to whom, who may tell Nima things, and what came in.
create table webhook_endpoints (
  id text not null primary key,
  owner text not null,
  url text not null,
  events text not null,
  description text not null,
  state text not null,
  signing_key text,
  failures integer not null,
  problem text,
  delivered_at integer,
  previous text,
  created_at integer not null,
  updated_at integer not null,
  removed_at integer
);
create index webhook_endpoints_owner on webhook_endpoints (owner, created_at);
create table webhook_deliveries (
  id text not null primary key,
  owner text not null,
  endpoint_id text not null references webhook_endpoints (id) on delete cascade,
  event_id text not null,
  type text not null,
  body text not null,
  state text not null,
  attempts integer not null,
  status_code integer,
  answer text,
  error text,
  created_at integer not null,
  updated_at integer not null
);
create unique index webhook_deliveries_event on webhook_deliveries (endpoint_id, event_id);
create index webhook_deliveries_owner on webhook_deliveries (owner, created_at);
create index webhook_deliveries_waiting on webhook_deliveries (updated_at) where state = 'waiting';
create table webhook_receivers (
  id text not null primary key,
  owner text not null,
  name text not null,
  kind text not null,
  signing_key text,
  received_at integer,
  created_at integer not null,
  removed_at integer
);
create index webhook_receivers_owner on webhook_receivers (owner, created_at);
create table webhook_receipts (
  id text not null primary key,
  owner text not null,
  receiver_id text not null references webhook_receivers (id) on delete cascade,
  message_id text not null,
  type text not null,
  body text not null,
  received_at integer not null
);
create unique index webhook_receipts_message on webhook_receipts (receiver_id, message_id);
create index webhook_receipts_owner on webhook_receipts (owner, received_at);
create index webhook_receipts_receiver on webhook_receipts (receiver_id, received_at);
-- Secrets Nima made, of endpoints and receivers. In a table of their own, which no archive carries.
create table webhook_secrets (
  holder_id text not null primary key,
  owner text not null,
  secret text not null,
  previous text,
  previous_until integer
);
