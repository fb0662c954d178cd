-- Facts of the past, written in the transaction that made them true. Kept a week after delivery, for people who look.
create table outbox_events (
  id text primary key,
  event text not null,
  payload text not null,
  emitted_at integer not null,
  delivered_at integer
);
create index outbox_events_waiting on outbox_events (id) where delivered_at is null;
create index outbox_events_delivered on outbox_events (delivered_at);
