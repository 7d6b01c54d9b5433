-- With what every server on this database hides from readers where a page of a search ended: 32 random bytes in hexadecimal, made
-- once. Who has them learns of what was public when it was shown.
create table if not exists cursor_key (
  id integer not null primary key check (id = 1),
  secret varchar(64) not null
);
