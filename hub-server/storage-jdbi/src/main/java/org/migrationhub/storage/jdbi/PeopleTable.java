package org.migrationhub.storage.jdbi;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.FoldedName;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.people.Absence;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Affiliations;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.OrganisationPlace;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.storage.jdbi.Writes.Null;

/** Persons and organisations. Stateless beside the database; thread-safe. */
final class PeopleTable {

    private static final List<String> PERSON = List.of(
            "id",
            "version",
            "head",
            "name",
            "email",
            "erased",
            "capacity",
            "expertise",
            "languages",
            "absences",
            "conflicts");
    private static final List<String> ORGANISATION =
            List.of("id", "version", "head", "name", "aliases", "sector", "part_of", "names", "place");
    /** Each name between two line ends, so that one is found only as a whole. */
    private static final String WHOLE_NAMES = "('\n' || o.names || '\n')";

    private static final String PERSONS = "select p.id, p.version, p.head, p.name, p.email, p.erased, p.capacity,"
            + " p.expertise, p.languages, p.absences, p.conflicts, a.organisation, a.sector, a.starts, a.ends"
            + " from %s p left join hub.affiliation a on a.person = p.id order by p.id, a.number";

    private final Database database;

    PeopleTable(Database database) {
        this.database = database;
    }

    // Persons.

    Optional<Stored<Person>> person(PersonId id) {
        return persons("(select * from hub.person where id = ?)", List.of(id.value())).stream()
                .findFirst();
    }

    List<Person> page(PersonQuery query) {
        StringBuilder page = new StringBuilder("(select * from hub.person where not erased");
        List<Object> parameters = new ArrayList<>();
        if (query.onRoster()) {
            page.append(" and capacity is not null");
        }
        if (query.after() != null) {
            page.append(" and id > ?");
            parameters.add(query.after().value());
        }
        page.append(" order by id limit ?)");
        parameters.add(query.limit());
        return persons(page.toString(), parameters).stream().map(Stored::value).toList();
    }

    private List<Stored<Person>> persons(String source, List<Object> parameters) {
        Map<String, Stored<Person>> found = new LinkedHashMap<>();
        database.read(handle -> {
            var query = handle.createQuery(PERSONS.formatted(source));
            for (int index = 0; index < parameters.size(); index++) {
                query.bind(index, parameters.get(index));
            }
            return query.map((row, context) -> add(row, found)).list();
        });
        return List.copyOf(found.values());
    }

    /** Adds what a row says of a person: the first row the person, each row an affiliation. */
    private static Stored<Person> add(ResultSet row, Map<String, Stored<Person>> found) throws SQLException {
        String id = row.getString(1);
        Stored<Person> known = found.containsKey(id) ? found.get(id) : first(row);
        String organisation = row.getString(12);
        Stored<Person> more = organisation == null
                ? known
                : new Stored<>(
                        known.value().with(known.value().affiliations().with(affiliation(row, organisation))),
                        known.head());
        found.put(id, more);
        return more;
    }

    private static Stored<Person> first(ResultSet row) throws SQLException {
        PersonId id = new PersonId(row.getString(1));
        Person person = new Person(
                id, new Profile(row.getString(4), row.getString(5)), Affiliations.NONE, roster(row), row.getBoolean(6));
        return new Stored<>(person, head(ChainId.of(id), row));
    }

    private static @Nullable RosterEntry roster(ResultSet row) throws SQLException {
        int capacity = row.getInt(7);
        return row.wasNull()
                ? null
                : new RosterEntry(
                        new TreeSet<>(texts(row, 8, PeopleTable::objective)),
                        new TreeSet<>(texts(row, 9, Language::new)),
                        capacity,
                        texts(row, 10, PeopleTable::absence),
                        new TreeSet<>(texts(row, 11, OrganisationId::new)));
    }

    private static Affiliation affiliation(ResultSet row, String organisation) throws SQLException {
        OffsetDateTime ends = row.getObject(15, OffsetDateTime.class);
        return new Affiliation(
                new OrganisationId(organisation),
                sector(row.getString(13)),
                row.getObject(14, OffsetDateTime.class).toInstant(),
                ends == null ? null : ends.toInstant());
    }

    /** What a commit of a person writes; of an erased one, every note goes with it. */
    static Writes writes(Commit.OfPerson commit) {
        Person person = commit.after();
        String id = person.id().value();
        Writes writes = Writes.stepwise(guard(commit, "hub.person", PERSON, row(commit)));
        if (commit.expected().sequence() > 0) {
            updateRow(writes, "hub.person", PERSON, row(commit));
            writes.update("delete from hub.affiliation where person = ?", id);
        }
        int number = 0;
        List<List<Object>> affiliations = new ArrayList<>();
        for (Affiliation affiliation : person.affiliations().history()) {
            affiliations.add(List.of(
                    id,
                    ++number,
                    affiliation.organisation().value(),
                    affiliation.sector().code(),
                    affiliation.from(),
                    Writes.orNull(affiliation.until(), Null.TIME)));
        }
        writes.insert(
                "hub.affiliation",
                List.of("person", "number", "organisation", "sector", "starts", "ends"),
                affiliations);
        if (person.erased()) {
            writes.add(new Writes.NotesSettled()).update("delete from hub.note where author = ?", id);
            WorkingCopyTable.forget(writes, id);
        }
        return writes.add(Writes.Journal.of(commit.entries()));
    }

    private static List<Object> row(Commit.OfPerson commit) {
        Person person = commit.after();
        RosterEntry roster = person.roster();
        ChainHead head = head(commit);
        return List.of(
                person.id().value(),
                head.sequence(),
                head.hash().hex(),
                person.profile().name(),
                person.profile().email(),
                person.erased(),
                roster == null ? Null.NUMBER : roster.capacity(),
                roster == null ? Null.TEXTS : texts(roster.expertise(), Objective::code),
                roster == null ? Null.TEXTS : texts(roster.languages(), Language::tag),
                roster == null ? Null.TEXTS : texts(roster.absences(), PeopleTable::text),
                roster == null ? Null.TEXTS : texts(roster.conflicts(), OrganisationId::value));
    }

    // Organisations.

    Optional<Stored<Organisation>> organisation(OrganisationId id) {
        return database.read(handle -> handle.createQuery(
                        "select id, version, head, name, aliases, sector, part_of from hub.organisation where id = ?")
                .bind(0, id.value())
                .map((row, context) -> organisation(row))
                .findOne());
    }

    List<Organisation> page(OrganisationQuery query) {
        List<Object> parameters = new ArrayList<>();
        String sql = sql(query, parameters);
        if (query.whole() && FoldedName.of(query.words()).isEmpty()) {
            return List.of();
        }
        return database.read(handle -> {
            var page = handle.createQuery(sql);
            for (int index = 0; index < parameters.size(); index++) {
                page.bind(index, parameters.get(index));
            }
            return page.map((row, context) -> organisation(row).value()).list();
        });
    }

    /** The statement for a page, whose parameters are added to the list. The first condition bounds the walk along the index. */
    static String sql(OrganisationQuery query, List<Object> parameters) {
        FoldedName wanted = FoldedName.of(query.words());
        StringBuilder sql = new StringBuilder(
                "select o.id, o.version, o.head, o.name, o.aliases, o.sector, o.part_of from hub.organisation o"
                        + " where true");
        OrganisationPlace after = query.after();
        if (after != null) {
            sql.append(" and o.place >= ? and (o.place > ? or o.id > ?)");
            parameters.addAll(List.of(after.key(), after.key(), after.id().value()));
        }
        if (!wanted.isEmpty()) {
            String names = query.whole() ? WHOLE_NAMES : "o.names";
            sql.append(" and o.id in (select w.organisation from hub.organisation_word w where w.word = ?)"
                    + " and position(cast(? as varchar) in " + names + ") > 0");
            parameters.add(longestWord(wanted));
            parameters.add(query.whole() ? "\n" + wanted.words() + "\n" : wanted.words());
        }
        parameters.add(query.limit());
        return sql.append(" order by o.place, o.id limit ?").toString();
    }

    private static Stored<Organisation> organisation(ResultSet row) throws SQLException {
        OrganisationId id = new OrganisationId(row.getString(1));
        String partOf = row.getString(7);
        Organisation organisation = new Organisation(
                id,
                row.getString(4),
                new TreeSet<>(texts(row, 5, Function.identity())),
                sector(row.getString(6)),
                partOf == null ? null : new OrganisationId(partOf));
        return new Stored<>(organisation, head(ChainId.of(id), row));
    }

    /** What a commit of an organisation writes. */
    static Writes writes(Commit.OfOrganisation commit) {
        Organisation organisation = commit.after();
        String id = organisation.id().value();
        List<FoldedName> names = Stream.concat(Stream.of(organisation.name()), organisation.aliases().stream())
                .map(FoldedName::of)
                .toList();
        ChainHead head = head(commit);
        List<Object> row = List.of(
                id,
                head.sequence(),
                head.hash().hex(),
                organisation.name(),
                organisation.aliases().toArray(String[]::new),
                organisation.sector().code(),
                Writes.orNull(
                        organisation.partOf() == null
                                ? null
                                : organisation.partOf().value(),
                        Null.TEXT),
                String.join("\n", names.stream().map(FoldedName::words).toList()),
                OrganisationPlace.of(organisation).key());
        Writes writes = Writes.stepwise(guard(commit, "hub.organisation", ORGANISATION, row));
        if (commit.expected().sequence() > 0) {
            updateRow(writes, "hub.organisation", ORGANISATION, row);
            writes.update("delete from hub.organisation_word where organisation = ?", id);
        }
        Set<String> words = new LinkedHashSet<>();
        names.forEach(name -> words.addAll(words(name)));
        writes.insert(
                "hub.organisation_word",
                List.of("word", "organisation"),
                words.stream().map(word -> List.<Object>of(word, id)).toList());
        return writes.add(Writes.Journal.of(commit.entries()));
    }

    private static List<String> words(FoldedName name) {
        return name.isEmpty() ? List.of() : List.of(name.words().strip().split(" "));
    }

    private static String longestWord(FoldedName name) {
        return words(name).stream()
                .reduce((one, other) -> one.length() >= other.length() ? one : other)
                .orElseThrow();
    }

    // What both have in common.

    private static Writes.Guard guard(Commit commit, String table, List<String> columns, List<Object> row) {
        ChainHead expected = commit.expected();
        return expected.sequence() == 0
                ? new Writes.Insert(table, columns, List.of(row), true)
                : new Writes.Locked(
                        "select id from " + table + " where id = ? and version = ? and head = ? for update",
                        List.of(row.get(0), expected.sequence(), expected.hash().hex()));
    }

    private static void updateRow(Writes writes, String table, List<String> columns, List<Object> row) {
        List<Object> parameters = new ArrayList<>(row.subList(1, row.size()));
        parameters.add(row.get(0));
        String set = String.join(" = ?, ", columns.subList(1, columns.size())) + " = ?";
        writes.add(new Writes.Update("update " + table + " set " + set + " where id = ?", parameters));
    }

    private static ChainHead head(Commit commit) {
        return commit.entries().get(commit.entries().size() - 1).head();
    }

    private static ChainHead head(ChainId chain, ResultSet row) throws SQLException {
        return new ChainHead(chain, row.getLong(2), new Sha256(row.getString(3)));
    }

    private static <T> String[] texts(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }

    private static <T> List<T> texts(ResultSet row, int column, Function<String, T> value) throws SQLException {
        Array array = row.getArray(column);
        Object[] texts = (Object[]) array.getArray();
        return Arrays.stream(texts).map(text -> value.apply((String) text)).toList();
    }

    /** An absence as an interval of ISO 8601. */
    private static String text(Absence absence) {
        return absence.from() + "/" + absence.until();
    }

    private static Absence absence(String interval) {
        String[] ends = interval.split("/");
        return new Absence(Instant.parse(ends[0]), Instant.parse(ends[1]));
    }

    private static Objective objective(String code) {
        return Objective.find(code).orElseThrow(() -> new IllegalStateException("Unknown objective " + code));
    }

    private static Sector sector(String code) {
        return Arrays.stream(Sector.values())
                .filter(sector -> sector.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Unknown sector " + code));
    }
}
