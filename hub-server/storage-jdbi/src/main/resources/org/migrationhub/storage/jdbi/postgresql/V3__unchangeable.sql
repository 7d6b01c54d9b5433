-- What happened, and what a publication rests on, is written once.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger journal_stays before update or delete or truncate on journal
  for each statement execute function refuse_change();
create trigger checkpoint_stays before update or delete or truncate on checkpoint
  for each statement execute function refuse_change();
create trigger content_stays before update or delete or truncate on content
  for each statement execute function refuse_change();
create trigger revision_stays before update or delete or truncate on revision
  for each statement execute function refuse_change();
create trigger review_stays before update or delete or truncate on review
  for each statement execute function refuse_change();
create trigger verdict_stays before update or delete or truncate on verdict
  for each statement execute function refuse_change();
create trigger approval_stays before update or delete or truncate on approval
  for each statement execute function refuse_change();
create trigger publication_stays before update or delete or truncate on publication
  for each statement execute function refuse_change();
