-- What was asked for under a key, so that it happens once. Rows are a day old at most. Of key and request there are only
-- digests; status is 0 while there is no answer.
create table if not exists server.idempotency (
    slot char(64) primary key,
    fingerprint char(64) not null,
    reserved varchar(64) not null,
    holder varchar(36) not null,
    held_at timestamp with time zone not null,
    begun_at timestamp with time zone not null,
    status integer not null,
    location varchar(300) not null,
    tag varchar(100) not null,
    body text not null
);
create index if not exists idempotency_begun_at on server.idempotency (begun_at);
