-- The program that writes: host, process and start, so that a restart on the same machine knows its own dead.
alter table streams add column writer text;
