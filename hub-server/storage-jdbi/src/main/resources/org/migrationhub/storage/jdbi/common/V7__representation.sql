-- Who of the secretariat acts on a submitter's behalf, for the list of what is theirs to do. It never ends.
create table if not exists representation (
  submission identifier not null references submission (id),
  person identifier not null,
  note digest not null,
  at timestamp(6) with time zone not null,
  primary key (submission, person)
);
create index if not exists representation_of_person on representation (person, submission);
