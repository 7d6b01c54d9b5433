-- Positions of the journal, given so that a reader who follows them skips no entry, though transactions end in another
-- order than they took theirs.
--
-- A transaction that takes a position holds a shared advisory lock first, until it ends, under the number of the last
-- position given before. So whoever reads that number, then looks who holds such locks, and only then reads the entries,
-- knows a position up to which nobody can still add any: the lowest number that is held, or, if none is, the one read.
create sequence journal_position;

create function last_journal_position() returns bigint language sql volatile as $$
  select case when is_called then last_value else last_value - 1 end from hub.journal_position
$$;

create function next_journal_position() returns bigint language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(
    ('hub.journal_position'::regclass::oid::bigint & 2147483647)::integer,
    (hub.last_journal_position() & 2147483647)::integer);
  return nextval('hub.journal_position');
end
$$;

alter table journal alter column position set default next_journal_position();

-- The entries after a position that are certain to come before any other that is still to come. Each query in it sees
-- what is committed when it begins: the locks must be looked at before the entries.
create function journal_after(after bigint, most integer) returns table (at_position bigint, what text)
language plpgsql volatile as $$
declare
  given bigint := hub.last_journal_position();
  held bigint;
begin
  select max((given - l.objid::bigint) & 2147483647) into held
    from pg_locks l
    where l.locktype = 'advisory' and l.objsubid = 2
      and l.classid::bigint = 'hub.journal_position'::regclass::oid::bigint & 2147483647
      and l.database = (select d.oid from pg_database d where d.datname = current_database());
  return query select j.position, j.entry from hub.journal j
    where j.position > after and j.position <= given - coalesce(held, 0)
    order by j.position limit most;
end
$$;
