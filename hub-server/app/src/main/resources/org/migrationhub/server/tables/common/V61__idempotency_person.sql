-- Who has asked, so that what they asked for goes when their data is erased.
alter table server.idempotency add column if not exists person varchar(64) default '' not null;
create index if not exists idempotency_by_person on server.idempotency (person);
