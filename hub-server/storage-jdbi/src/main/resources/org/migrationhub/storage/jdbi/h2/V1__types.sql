-- What the tables are made of, as H2 has it. Text compares by code unit, which for ids, all ASCII, is the order of bytes.
create domain identifier as varchar(64);
create domain chain_name as varchar(80);
create domain digest as varchar(64) check (character_length(value) = 64);
