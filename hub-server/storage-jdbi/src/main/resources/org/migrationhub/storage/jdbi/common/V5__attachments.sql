-- Files by the digest of their bytes. The bytes are in parts here, or in a directory.
create table if not exists attachment (
  digest digest primary key,
  size bigint not null check (size >= 0),
  held_at timestamp(6) with time zone not null
);
create index if not exists attachment_by_time on attachment (held_at);

create table if not exists attachment_part (
  digest digest not null references attachment (digest) on delete cascade,
  number integer not null check (number > 0),
  bytes bytea not null,
  primary key (digest, number)
);

-- Which contents refer to a file. It may be missing: whoever hands an item in is asked to bring it.
create table if not exists content_attachment (
  attachment digest not null,
  content digest not null references content (digest),
  primary key (attachment, content)
);
