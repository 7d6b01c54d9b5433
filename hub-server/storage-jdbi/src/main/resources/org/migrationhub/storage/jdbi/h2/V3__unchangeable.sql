-- What happened, and what a publication rests on, is written once. H2 has no trigger on truncate, but truncates no table
-- to which another refers: this one, which stays empty, refers to those to which no other does.
create table if not exists never_truncated (
  position bigint references journal (position),
  number bigint references checkpoint (number),
  submission identifier,
  round integer,
  seat integer,
  foreign key (submission, round, seat) references approval (submission, round, seat)
);

create trigger if not exists journal_stays before update, delete on journal
  for each row call "org.migrationhub.storage.jdbi.Unchangeable";
create trigger if not exists checkpoint_stays before update, delete on checkpoint
  for each row call "org.migrationhub.storage.jdbi.Unchangeable";
create trigger if not exists content_stays before update, delete on content
  for each row call "org.migrationhub.storage.jdbi.Unchangeable";
create trigger if not exists revision_stays before update, delete on revision
  for each row call "org.migrationhub.storage.jdbi.Unchangeable";
create trigger if not exists review_stays before update, delete on review
  for each row call "org.migrationhub.storage.jdbi.Unchangeable";
create trigger if not exists verdict_stays before update, delete on verdict
  for each row call "org.migrationhub.storage.jdbi.Unchangeable";
create trigger if not exists approval_stays before update, delete on approval
  for each row call "org.migrationhub.storage.jdbi.Unchangeable";
create trigger if not exists publication_stays before update, delete on publication
  for each row call "org.migrationhub.storage.jdbi.Unchangeable";
