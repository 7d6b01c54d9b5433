-- What the tables are made of, as H2 has it. Text compares by code unit, which for ids, all ASCII, is the order of bytes.
create domain if not exists identifier as varchar(64);
create domain if not exists chain_name as varchar(80);
create domain if not exists digest as varchar(64) check (character_length(value) = 64);
