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

-- The position up to which nobody can add an entry any more. The locks are looked at after the number was read; whoever
-- uses the answer looks at the entries after that, in a query of its own, which sees what was committed until then. What
-- was known before stays true: a transaction may lock an old number, but takes only positions after all that were given.
-- A lock under a later number than the one read, which counts as very far behind it, is of a transaction that began in
-- between and holds nothing up.
create function settled_journal_position(known bigint) returns bigint language plpgsql volatile as $$
declare
  given bigint := hub.last_journal_position();
  held bigint;
begin
  select max(behind) into held
    from (select (given - l.objid::bigint) & 2147483647
      from pg_locks l
      where l.locktype = 'advisory' and l.objsubid = 2
        and l.classid::bigint = 'hub.journal_position'::regclass::oid::bigint & 2147483647
        and l.database = (select d.oid from pg_database d where d.datname = current_database())) as lock (behind)
    where behind < 1073741824;
  return greatest(known, given - coalesce(held, 0));
end
$$;

create function journal_after(after bigint, most integer, known bigint)
returns table (at_position bigint, what text) language plpgsql volatile as $$
declare
  settled bigint := hub.settled_journal_position(greatest(after, known));
begin
  return query select j.position, j.entry from hub.journal j
    where j.position > after and j.position <= settled
    order by j.position limit most;
end
$$;

create function journal_end(known bigint) returns bigint language plpgsql volatile as $$
declare
  settled bigint := hub.settled_journal_position(known);
begin
  return (select coalesce(max(j.position), 0) from hub.journal j where j.position <= settled);
end
$$;
