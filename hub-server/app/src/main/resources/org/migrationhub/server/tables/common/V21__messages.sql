-- Up to where in the journal messages have been made of it: one row.
create table if not exists message_feed (
  id integer primary key check (id = 1),
  position bigint not null check (position >= 0)
);

-- Messages to people. Those that the journal gave rise to are written when they are sent, so nothing of their words is
-- here; what accounts give is blanked as soon as it isn't needed any more.
create table if not exists message (
  id message_id primary key,
  kind varchar(32) not null,
  position bigint,
  recipient message_id,
  submission message_id,
  address varchar(400),
  language varchar(35),
  link varchar(2000),
  link_until timestamp(6) with time zone,
  happened_at timestamp(6) with time zone not null,
  queued_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  state varchar(8) not null check (state in ('waiting', 'sent', 'dead', 'closed')),
  reason varchar(64),
  tries integer default 0 not null,
  due_at timestamp(6) with time zone not null,
  claim varchar(64),
  ended_at timestamp(6) with time zone,
  ended_by message_id,
  unique (position, recipient, kind),
  check (position is null or (recipient is not null and submission is not null))
);
create index if not exists message_by_due on message (state, due_at);
create index if not exists message_by_recipient on message (recipient);
create index if not exists message_by_queued on message (queued_at);
