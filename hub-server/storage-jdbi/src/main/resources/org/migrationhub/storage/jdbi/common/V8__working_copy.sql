-- What is typed and not saved yet: one row for each submission, overwritten again and again. It goes with the content on
-- which it was begun; a row that outlived that, since it was written in the very moment of a commit, counts for nothing.
create table if not exists working_copy (
  submission identifier primary key references submission (id),
  author identifier not null,
  base digest not null,
  digest digest not null,
  kept_at timestamp(6) with time zone not null,
  body text not null
);
create index if not exists working_copy_by_author on working_copy (author, submission desc);
