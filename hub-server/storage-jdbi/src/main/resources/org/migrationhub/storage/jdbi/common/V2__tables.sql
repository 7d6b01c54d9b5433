-- Where everything is kept. Within an aggregate (a submission, a person, an organisation) foreign keys hold what belongs
-- together; across aggregates there are none, since no transaction spans two of them.

-- What happened, for ever: the truth from which a submission is read. The other tables of a submission hold by
-- constraints what a judgement rests on, and answer the lists.
create table if not exists journal (
  position bigint primary key,
  chain chain_name not null,
  sequence bigint not null check (sequence > 0),
  at timestamp(6) with time zone not null,
  event varchar(40) not null,
  hash digest not null,
  entry text not null,
  constraint one_entry_at_each_place unique (chain, sequence)
);

create table if not exists checkpoint (
  number bigint primary key check (number > 0),
  covers bigint not null check (covers >= 0),
  at timestamp(6) with time zone not null,
  hash digest not null
);

-- Words, by the digest that binds them. Contents are never changed; a note goes when its author is erased.
create table if not exists content (
  digest digest primary key,
  body text not null
);

create table if not exists note (
  digest digest primary key,
  author identifier not null,
  submission identifier not null,
  body text not null
);
create index if not exists note_by_author on note (author);

create table if not exists submission (
  id identifier primary key,
  version bigint not null check (version > 0),
  head digest not null,
  kind varchar(16) not null check (kind in ('practice', 'resource')),
  submitter identifier not null,
  policy varchar(100) not null,
  policy_version integer not null,
  stage varchar(32) not null check (stage in ('draft', 'submitted', 'in-review', 'changes-requested', 'declined',
    'published', 'update-submitted', 'update-in-review', 'update-changes-requested', 'withdrawn', 'retracted')),
  draft digest references content (digest),
  revisions integer not null check (revisions >= 0),
  title text not null,
  language varchar(100) not null,
  started_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null,
  due timestamp(6) with time zone,
  public_revision integer,
  constraint public_exactly_in_a_public_stage check (
    (stage in ('published', 'update-submitted', 'update-in-review', 'update-changes-requested'))
      = (public_revision is not null))
);
create index if not exists submission_by_stage on submission (stage, id desc);
create index if not exists submission_by_submitter on submission (submitter, id desc);
create index if not exists submission_by_submitter_and_stage on submission (submitter, stage, id desc);

create table if not exists revision (
  submission identifier not null references submission (id),
  number integer not null check (number > 0),
  digest digest not null references content (digest),
  disclosure digest not null,
  at timestamp(6) with time zone not null,
  primary key (submission, number),
  unique (submission, number, digest)
);

create table if not exists round (
  submission identifier not null,
  number integer not null check (number > 0),
  revision integer not null,
  digest digest not null,
  opened_at timestamp(6) with time zone not null,
  state varchar(16) not null check (state in ('open', 'judged', 'void')),
  primary key (submission, number),
  unique (submission, number, digest),
  constraint a_round_is_on_a_revision foreign key (submission, revision, digest)
    references revision (submission, number, digest)
);

-- Who was put where, with the side and the organisations of that moment. "awaited" is true while a review is.
create table if not exists seat (
  submission identifier not null,
  round integer not null,
  number integer not null check (number > 0),
  person identifier not null,
  sector varchar(16) not null check (sector in ('un', 'non-un')),
  organisations text array not null,
  due timestamp(6) with time zone not null,
  declared boolean not null,
  further boolean not null,
  state varchar(16) not null check (state in ('invited', 'accepted', 'declined', 'recused', 'replaced', 'reviewed')),
  awaited boolean not null,
  primary key (submission, round, number),
  foreign key (submission, round) references round (submission, number),
  constraint awaited_of_who_may_review check (not awaited or state in ('invited', 'accepted'))
);
create index if not exists seat_awaited_of_person on seat (awaited, person, submission);
create index if not exists seat_awaited_until on seat (awaited, due, submission);

-- One review for each seat of a round, on the content of that round.
create table if not exists review (
  submission identifier not null,
  round integer not null,
  seat integer not null,
  digest digest not null,
  outcome varchar(20) not null check (outcome in ('approve', 'request-changes', 'decline')),
  note digest not null,
  at timestamp(6) with time zone not null,
  primary key (submission, round, seat),
  unique (submission, round, seat, digest, outcome),
  foreign key (submission, round, seat) references seat (submission, round, number),
  constraint a_review_is_on_the_rounds_content foreign key (submission, round, digest)
    references round (submission, number, digest)
);

create table if not exists verdict (
  submission identifier not null,
  round integer not null,
  policy varchar(100) not null,
  policy_version integer not null,
  digest digest not null,
  outcome varchar(20) not null check (outcome in ('approved', 'changes-requested', 'declined')),
  at timestamp(6) with time zone not null,
  primary key (submission, round),
  unique (submission, round, digest, outcome),
  constraint a_verdict_is_on_the_rounds_content foreign key (submission, round, digest)
    references round (submission, number, digest)
);

-- The approvals on which a verdict rests: each is a review of exactly that content that approves.
create table if not exists approval (
  submission identifier not null,
  round integer not null,
  seat integer not null,
  digest digest not null,
  outcome varchar(20) not null check (outcome = 'approve'),
  primary key (submission, round, seat),
  constraint an_approval_is_a_review_that_approves foreign key (submission, round, seat, digest, outcome)
    references review (submission, round, seat, digest, outcome),
  foreign key (submission, round) references verdict (submission, round)
);

-- What is or was public: only by an approving verdict on exactly that revision's content.
create table if not exists publication (
  submission identifier not null,
  revision integer not null,
  round integer not null,
  digest digest not null,
  outcome varchar(20) not null check (outcome = 'approved'),
  at timestamp(6) with time zone not null,
  primary key (submission, revision),
  constraint a_publication_has_an_approving_verdict foreign key (submission, round, digest, outcome)
    references verdict (submission, round, digest, outcome),
  constraint a_publication_is_of_the_judged_revision foreign key (submission, revision, digest)
    references revision (submission, number, digest)
);

alter table submission drop constraint if exists public_is_what_a_verdict_published;
alter table submission add constraint public_is_what_a_verdict_published
  foreign key (id, public_revision) references publication (submission, revision);

create table if not exists organisation (
  id identifier primary key,
  version bigint not null check (version > 0),
  head digest not null,
  name text not null,
  aliases text array not null,
  sector varchar(16) not null check (sector in ('un', 'non-un', 'undetermined')),
  part_of identifier,
  names text not null
);

-- The folded words of its names: by one of them a search narrows the organisations down.
create table if not exists organisation_word (
  word text not null,
  organisation identifier not null references organisation (id),
  primary key (word, organisation)
);
create index if not exists organisation_word_of on organisation_word (organisation);

-- Name and address are blank once the person was erased. The roster's columns are null while the person isn't on it.
create table if not exists person (
  id identifier primary key,
  version bigint not null check (version > 0),
  head digest not null,
  name text not null,
  email text not null,
  erased boolean not null,
  capacity integer,
  expertise text array,
  languages text array,
  absences text array,
  conflicts text array,
  constraint nothing_is_left_of_the_erased check (not erased or (name = '' and email = '' and capacity is null)),
  constraint on_the_roster_wholly_or_not check (
    (capacity is null and expertise is null and languages is null and absences is null and conflicts is null)
    or (capacity > 0 and expertise is not null and languages is not null and absences is not null
      and conflicts is not null))
);
create index if not exists person_on_roster on person (capacity, id);

create table if not exists affiliation (
  person identifier not null references person (id),
  number integer not null check (number > 0),
  organisation identifier not null,
  sector varchar(16) not null check (sector in ('un', 'non-un', 'undetermined')),
  starts timestamp(6) with time zone not null,
  ends timestamp(6) with time zone,
  primary key (person, number),
  constraint it_ends_after_it_starts check (ends is null or ends >= starts)
);
