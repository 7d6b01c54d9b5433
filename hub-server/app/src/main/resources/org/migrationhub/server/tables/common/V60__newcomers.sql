-- Which person comes to be whoever has an address, reserved before anything else happens, so that of several who come with one
-- address at once none becomes a second person. By a digest of the address, for a day.
create table if not exists newcomer (
  digest varchar(64) primary key,
  person varchar(64) not null,
  reserved_at timestamp(6) with time zone not null
);
create index if not exists newcomer_by_person on newcomer (person);
