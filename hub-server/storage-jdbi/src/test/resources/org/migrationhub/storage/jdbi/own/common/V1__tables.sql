create table if not exists room (
  id varchar(20) primary key,
  seats integer not null
);
