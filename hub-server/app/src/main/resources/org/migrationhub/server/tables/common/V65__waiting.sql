-- What was sent when a session had ended, while whoever sent it is on their way to an identity provider and back; and files that
-- were tried. By a digest of what their browser shows, for some minutes, each kind bounded by where it comes from and in all. A
-- form belongs to nobody until somebody opens it, unless it is known whose session had ended.
create table if not exists waiting (
  digest varchar(64) primary key,
  kind varchar(8) not null,
  source varchar(64) not null,
  person varchar(64),
  form text not null,
  length integer not null,
  expires_at timestamp(6) with time zone not null
);
create index if not exists waiting_by_expiry on waiting (expires_at);
create index if not exists waiting_by_source on waiting (kind, source);
create index if not exists waiting_by_person on waiting (person);
