-- A content is never changed; it is deleted only where neither a revision nor a draft refers to it.
drop trigger if exists content_stays;
create trigger if not exists content_stays before update on content
  for each row call "org.migrationhub.storage.jdbi.Unchangeable";
