-- Who may act. A human being is one person in the hub, so a person has one account at most and an address belongs to one
-- account. What lets somebody in (passwords, sessions, tokens, one-time secrets) is kept as a digest.

create table if not exists account (
  id varchar(64) primary key,
  person varchar(64) not null unique,
  email varchar(320) not null,
  email_key varchar(320) not null unique,
  password varchar(200),
  language varchar(100) not null,
  created_at timestamp(6) with time zone not null,
  confirmed_at timestamp(6) with time zone not null
);

-- What somebody is to the Hub, who said so and who took it back. The history stays: it holds ids alone.
create table if not exists role_grant (
  id varchar(64) primary key,
  account varchar(64) not null,
  person varchar(64) not null,
  role varchar(20) not null,
  granted_at timestamp(6) with time zone not null,
  granted_by varchar(64) not null,
  revoked_at timestamp(6) with time zone,
  revoked_by varchar(64)
);
create index if not exists role_grant_by_account on role_grant (account);

create table if not exists session (
  digest varchar(64) primary key,
  id varchar(64) not null unique,
  account varchar(64) not null references account (id) on delete cascade,
  way varchar(60) not null,
  created_at timestamp(6) with time zone not null,
  seen_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null
);
create index if not exists session_by_account on session (account);

-- A browser from which an account was entered: guessing elsewhere doesn't keep its owner waiting there.
create table if not exists device (
  digest varchar(64) primary key,
  account varchar(64) not null references account (id) on delete cascade,
  expires_at timestamp(6) with time zone not null
);
create index if not exists device_by_account on device (account);

-- What was sent by mail, to be used once. A registration waits here for its confirmation, and is no account before.
create table if not exists one_time_secret (
  digest varchar(64) primary key,
  purpose varchar(20) not null,
  account varchar(64) references account (id) on delete cascade,
  person varchar(64) not null,
  email varchar(320) not null,
  email_key varchar(320) not null,
  name varchar(2000) not null,
  password varchar(200),
  language varchar(100) not null,
  expires_at timestamp(6) with time zone not null
);
create index if not exists one_time_secret_by_account on one_time_secret (account);

create table if not exists api_token (
  id varchar(64) primary key,
  account varchar(64) not null references account (id) on delete cascade,
  digest varchar(64) not null unique,
  name varchar(2000) not null,
  scopes varchar(200) not null,
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  revoked_at timestamp(6) with time zone
);
create index if not exists api_token_by_account on api_token (account);

-- By what somebody is known to an identity provider.
create table if not exists identity (
  issuer varchar(500) not null,
  subject varchar(255) not null,
  account varchar(64) not null references account (id) on delete cascade,
  linked_at timestamp(6) with time zone not null,
  primary key (issuer, subject)
);
create index if not exists identity_by_account on identity (account);

-- A login that has gone to an identity provider and not come back.
create table if not exists oidc_attempt (
  digest varchar(64) primary key,
  provider varchar(60) not null,
  nonce varchar(100) not null,
  verifier varchar(128) not null,
  expires_at timestamp(6) with time zone not null
);

-- How much has been tried, by a digest of what is tried and by whom: until when it would take to be forgotten.
create table if not exists throttle (
  digest varchar(64) primary key,
  free_at timestamp(6) with time zone not null
);

-- Who has asked that their data be erased.
create table if not exists erasure_request (
  person varchar(64) primary key,
  asked_at timestamp(6) with time zone not null
);
