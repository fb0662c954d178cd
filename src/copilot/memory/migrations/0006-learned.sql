-- What was learned from a turn is asked for on every answer: the owner leads, as in the other indexes, or SQLite takes one of those.
drop index memory_facts_turn;
create index memory_facts_turn on memory_facts (owner, turn_id) where turn_id is not null;
