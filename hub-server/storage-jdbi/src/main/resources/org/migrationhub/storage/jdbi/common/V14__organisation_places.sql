-- Where an organisation is listed: the beginning of its folded name, whose bytes compare alike in every database.
alter table organisation add column if not exists place bytea default '' not null;
create index if not exists organisation_by_place on organisation (place, id);
