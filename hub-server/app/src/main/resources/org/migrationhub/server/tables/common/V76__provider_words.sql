-- When an identity provider has said for the last time what the holder of an account is: what it grants holds for a day from then.
create table if not exists provider_word (
  account varchar(64) not null references account (id) on delete cascade,
  provider varchar(64) not null,
  said_at timestamp(6) with time zone not null,
  primary key (account, provider)
);
