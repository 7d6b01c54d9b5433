-- What was sent when a session had ended, while whoever sent it is on their way to an identity provider and back. By a digest of
-- what their browser shows, for some minutes, and bounded in all.
create table if not exists waiting (
  digest varchar(64) primary key,
  form text not null,
  length integer not null,
  expires_at timestamp(6) with time zone not null
);
create index if not exists waiting_by_expiry on waiting (expires_at);
