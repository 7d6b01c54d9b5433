-- What the tables are made of, as PostgreSQL has it. Ids and digests compare by bytes, whatever the database's collation.
create domain identifier as text collate "C" check (char_length(value) between 1 and 64);
create domain chain_name as text collate "C" check (char_length(value) between 1 and 80);
create domain digest as text collate "C" check (char_length(value) = 64);
