-- Who has uploaded which file, so that one person can't fill the disk for all. It counts as long as the file is kept.
create table if not exists upload (
  person varchar(64) not null,
  digest varchar(64) not null,
  size bigint not null,
  uploaded_at timestamp(6) with time zone not null,
  primary key (person, digest)
);
