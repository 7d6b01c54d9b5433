-- What was handed in is found by the words of its titles: each word, and each two that follow one another, as the last revision
-- has them in any language; and the whole of its titles, for longer ones. A draft has none.
alter table submission add column if not exists titles text;
create table if not exists title_term (
  term text not null,
  submission identifier not null references submission (id)
);
create unique index if not exists title_term_latest on title_term (term, submission desc);
create index if not exists title_term_of_submission on title_term (submission);
