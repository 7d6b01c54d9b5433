-- How messages are named; they compare by bytes, whatever the database's collation.
create domain message_id as text collate "C" check (char_length(value) between 1 and 64);
