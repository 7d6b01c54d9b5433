-- Which contents were saved as a draft of which submission: those that nobody else names go when its submitter is erased.
create table if not exists draft (
  content digest not null references content (digest),
  submission identifier not null references submission (id),
  primary key (content, submission)
);
create index if not exists draft_of_submission on draft (submission);
insert into draft (content, submission)
  select distinct c.digest, substring(j.chain from 12)
    from journal j join content c on c.digest = substring(j.entry from position('"digest":"sha256:' in j.entry) + 17 for 64)
    where j.event = 'draft-saved'
  on conflict do nothing;
