-- Addresses that somebody's record has, or had, noted before it gets another, until they are told of that: so none is forgotten
-- should a server be killed in between. Gone as soon as they are told, or within a day if the record has kept them.
create table if not exists former_address (
  person varchar(64) not null,
  address varchar(320) not null,
  noted_at timestamp(6) with time zone not null,
  primary key (person, address)
);
