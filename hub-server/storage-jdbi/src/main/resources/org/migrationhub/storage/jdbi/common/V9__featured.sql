-- Since when an item is featured, for the list of what is: only while it is public, and of what its sentence was said of.
alter table submission add column if not exists featured_at timestamp(6) with time zone;
alter table submission drop constraint if exists featured_only_while_public;
alter table submission add constraint featured_only_while_public
  check (featured_at is null or public_revision is not null);
create index if not exists submission_featured on submission (featured_at desc, id desc);
