-- What a fact put in the past, found when it is forgotten.
create index memory_facts_replaced on memory_facts (replaced_by) where replaced_by is not null;
