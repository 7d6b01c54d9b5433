-- Which id belongs to a key of where something was imported from. Keys are here by their SHA-256, in hexadecimal digits:
-- they may name people. The owner is whoever imports practices and resources; of organisations and reviewers, whose records
-- are everybody's who keeps them, it is empty.
create table if not exists import_key (
  owner varchar(64) not null,
  kind varchar(16) not null,
  source_key varchar(64) not null,
  id varchar(64) not null,
  primary key (owner, kind, source_key)
);
create index if not exists import_key_by_id on import_key (id);
