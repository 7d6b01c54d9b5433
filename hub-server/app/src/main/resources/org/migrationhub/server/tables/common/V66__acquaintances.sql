-- What submitters call the people whom they have named in their items: each sees their own words and nobody else's, so that an
-- address tells nobody whether the hub knows it. Email is the address as it is compared.
create table if not exists acquaintance (
  owner varchar(64) not null,
  email varchar(320) not null,
  person varchar(64) not null,
  name text not null,
  address text not null,
  primary key (owner, email)
);
create index if not exists acquaintance_by_person on acquaintance (person);
create index if not exists acquaintance_by_email on acquaintance (email);
