-- How messages are named; text compares by code unit here.
create domain if not exists message_id as varchar(64);
