-- What happened, and what a publication rests on, is written once. (H2 has no trigger on truncate; the references from
-- other tables stand against it, and the journal is guarded by its chains.)
create trigger journal_stays before update, delete on journal
  for each row call "org.migrationhub.storage.jdbi.Unchangeable";
create trigger checkpoint_stays before update, delete on checkpoint
  for each row call "org.migrationhub.storage.jdbi.Unchangeable";
create trigger content_stays before update, delete on content
  for each row call "org.migrationhub.storage.jdbi.Unchangeable";
create trigger revision_stays before update, delete on revision
  for each row call "org.migrationhub.storage.jdbi.Unchangeable";
create trigger review_stays before update, delete on review
  for each row call "org.migrationhub.storage.jdbi.Unchangeable";
create trigger verdict_stays before update, delete on verdict
  for each row call "org.migrationhub.storage.jdbi.Unchangeable";
create trigger approval_stays before update, delete on approval
  for each row call "org.migrationhub.storage.jdbi.Unchangeable";
create trigger publication_stays before update, delete on publication
  for each row call "org.migrationhub.storage.jdbi.Unchangeable";
