package org.migrationhub.storage.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Checkpoint;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.FeaturedPlace;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.Restored;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.storage.StoredAttachment;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;
import org.migrationhub.core.storage.WorkingCopy;

/**
 * Keeps a hub in a database: H2 2.5, within this process, or PostgreSQL 15 or newer, which any number of hubs on any number
 * of machines may share. The tables are in a schema of their own called {@code hub}; opening a storage makes them, or
 * brings them up to date.
 *
 * <p>What was committed survives a crash of the process on both, and of the machine on PostgreSQL; H2 doesn't wait until the
 * disk has what it wrote.
 *
 * <p>Failures that are likely to pass (the database is restarted, no connection is free, the disk is full) are
 * {@link org.migrationhub.core.storage.StorageUnavailableException}; others are unchecked exceptions of Jdbi. Don't interrupt
 * threads that work on an H2 file: where that hits the reading or writing of the file, H2 closes the database, and whoever
 * else works on it fails until it is opened again, which a storage does by itself if it opened the file. Thread-safe.
 */
public final class JdbiStorage implements HubStorage {

    private final DataSource connections;
    private final Database database;
    private final Dialect dialect;
    private final JournalTable journal;
    private final SubmissionTable submissions;
    private final PeopleTable people;
    private final AttachmentTable attachments;
    private final WorkingCopyTable workingCopies;
    private final DraftTable drafts;
    private final Runnable letGo;
    private final AtomicBoolean closed = new AtomicBoolean();

    private JdbiStorage(DataSource connections, Policies policies, @Nullable Path directory, Runnable letGo) {
        this.connections = connections;
        this.database = new Database(connections);
        FileBytes bytes = directory == null ? new BytesInDatabase(database) : new BytesInDirectory(directory);
        this.journal = new JournalTable(database);
        this.submissions = new SubmissionTable(database, journal, policies);
        this.people = new PeopleTable(database);
        this.letGo = letGo;
        this.dialect = dialect(connections); // after whatever could fail, since it is to be closed
        this.attachments = new AttachmentTable(database, dialect.transactions(), bytes);
        this.workingCopies = new WorkingCopyTable(database, dialect.transactions());
        this.drafts = new DraftTable(database, dialect);
    }

    /** A new H2 database in memory, which {@link #close} forgets, for tests and trials. Policies are the presets. */
    public static JdbiStorage inMemory() {
        return builder().open();
    }

    /**
     * An H2 database in files, made if it isn't there. Only one process at a time can have it open. Policies are the
     * presets.
     *
     * @param file where, without the ending {@code .mv.db}
     * @throws IllegalStateException if another process has it open, it can't be opened, or a newer program made its tables
     */
    public static JdbiStorage file(Path file) {
        return builder().file(file).open();
    }

    /**
     * The database to which somebody else has connections, and goes on to have when the storage is closed. Policies are
     * the presets.
     *
     * @throws IllegalArgumentException if it isn't PostgreSQL, nor an H2 database with the settings that are needed
     * @throws IllegalStateException if a newer program made its tables
     */
    public static JdbiStorage on(DataSource connections) {
        return builder().on(connections).open();
    }

    /** What else can be said. */
    public static Builder builder() {
        return new Builder();
    }

    /** Which database, and what to know. Not thread-safe. */
    public static final class Builder {

        private @Nullable DataSource given;
        private @Nullable Path file;
        private @Nullable Path directory;
        private Policies policies = Policies.presets();

        private Builder() {}

        /** See {@link JdbiStorage#file}. */
        public Builder file(Path where) {
            this.file = where;
            return this;
        }

        /** See {@link JdbiStorage#on}. */
        public Builder on(DataSource connections) {
            this.given = connections;
            return this;
        }

        /** The policies under which its submissions are judged, in every version that ever was used; the presets unless said. */
        public Builder policies(Policies known) {
            this.policies = known;
            return this;
        }

        /**
         * A directory for the bytes of attachments, made if it isn't there; in the database unless said. All who share the
         * database must share the directory. A storage that has some elsewhere already must be exported and imported.
         */
        public Builder attachmentsIn(Path where) {
            this.directory = where;
            return this;
        }

        /** Opens it; whoever does so closes it. */
        public JdbiStorage open() {
            if (given != null) {
                return new JdbiStorage(given, policies, directory, () -> {});
            }
            HikariDataSource own = file == null ? H2Url.inMemory() : H2Url.file(file);
            try {
                return new JdbiStorage(own, policies, directory, own::close);
            } catch (RuntimeException e) {
                own.close();
                throw e;
            }
        }
    }

    // Tables of the application's own, beside the hub's.

    /** What an application does with tables of its own. */
    public interface Work<R> {
        /**
         * Does it.
         *
         * @param connection for this work only; whoever does it neither closes nor commits it
         */
        R on(Connection connection) throws SQLException;
    }

    /**
     * Brings tables of the application's own, in a schema of their own in this database, up to date, forward only.
     *
     * @param schema its name, in lower case; {@code hub} is taken
     * @param folder of the class path with Flyway's migrations, as in {@code org/example/tables}: those for both databases
     *     in {@code common}, those for one in {@code h2} or {@code postgresql}. On H2, and where it isn't one transaction,
     *     each must come to the same end wherever an earlier run of it was cut off: one that failed is run again the next time
     * @throws IllegalArgumentException if the schema's name is taken
     * @throws IllegalStateException if a newer program made the tables
     */
    public void migrate(String schema, String folder) {
        if ("hub".equals(schema)) {
            throw new IllegalArgumentException("The schema hub is the storage's own");
        }
        new Schema(schema, folder).bringUpToDate(connections, dialect.folder());
    }

    /**
     * Reads tables of the application's own; each query sees all that was committed when it began.
     *
     * @throws org.migrationhub.core.storage.StorageUnavailableException as all of this storage
     */
    public <R> R read(Work<R> work) {
        return database.work(work::on);
    }

    /**
     * Writes tables of the application's own in a transaction: all of it or, if it throws, nothing. In an H2 file one
     * transaction runs at a time, so this is the only way to write there while the storage is open: see the choices in the
     * README.
     *
     * @throws org.migrationhub.core.storage.StorageUnavailableException as all of this storage
     */
    public <R> R write(Work<R> work) {
        return database.work(connection -> dialect.transactions().in(connection, () -> work.on(connection)));
    }

    private Dialect dialect(DataSource connections) {
        String product = database.work(connection -> product(connection));
        return switch (product) {
            case "H2" -> database.work(connection -> h2(connections));
            case "PostgreSQL" -> {
                database.work(JdbiStorage::requireReadCommitted);
                Schema.HUB.bringUpToDate(connections, PostgresDialect.FOLDER);
                yield new PostgresDialect(connections);
            }
            default -> throw new IllegalArgumentException("A hub is kept in H2 or PostgreSQL, not in " + product);
        };
    }

    private Dialect h2(DataSource connections) throws SQLException {
        H2Url.check(connections);
        Schema.HUB.bringUpToDate(connections, H2Dialect.FOLDER);
        try (Connection connection = connections.getConnection()) {
            return H2Dialect.of(connection, H2Url.identity(connection));
        }
    }

    private static String product(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        return metaData.getDatabaseProductName();
    }

    /** A commit compares the head of its chain after waiting for whoever holds it: only this isolation sees it then. */
    private static boolean requireReadCommitted(Connection connection) throws SQLException {
        if (connection.getTransactionIsolation() != Connection.TRANSACTION_READ_COMMITTED) {
            throw new IllegalArgumentException(
                    "The connections to PostgreSQL must be READ COMMITTED by default; set the pool's isolation level.");
        }
        return true;
    }

    // The journal.

    @Override
    public void commit(Commit commit) {
        database.work(connection -> {
            if (!dialect.store(connection, writes(connection, commit))) {
                throw JournalTable.stale(connection, commit.expected());
            }
            return commit;
        });
        remember(commit);
    }

    @Override
    public void commitTogether(List<Commit> commits) {
        List<Commit> different = Commit.ofDifferentChains(commits);
        if (!different.isEmpty()) {
            database.work(connection -> {
                if (!dialect.store(connection, together(connection, different))) {
                    throw JournalTable.stale(connection, different);
                }
                return different;
            });
            different.forEach(this::remember);
        }
    }

    private Writes together(Connection connection, List<Commit> commits) throws SQLException {
        List<Writes> given = new ArrayList<>();
        SortedMap<ChainId, Writes> byChain = new TreeMap<>();
        for (Commit commit : commits) {
            Writes writes = writes(connection, commit);
            given.add(writes);
            byChain.put(commit.expected().chain(), writes);
        }
        return Writes.together(given, byChain.values());
    }

    private void remember(Commit commit) {
        if (commit instanceof Commit.OfSubmission of) {
            submissions.committed(of);
        }
    }

    @Override
    public void restore(Iterable<Restored> aggregates) {
        restore(aggregates, connection -> aggregates);
    }

    /**
     * The same, and in the same transaction whatever an application puts into tables of its own: all of both, or nothing.
     *
     * @param beside done after the aggregates were stored, if there is nothing in the journal yet
     */
    public void restore(Iterable<Restored> aggregates, Work<?> beside) {
        database.work(connection -> new Restoration(connection, dialect)
                .run(aggregates, (same, restored) -> restoring(same, restored.commit()), beside));
        dialect.wakeFollowers();
    }

    private Writes restoring(Connection connection, Commit commit) throws SQLException {
        return commit instanceof Commit.OfSubmission of ? submissions.restoring(of) : writes(connection, commit);
    }

    private Writes writes(Connection connection, Commit commit) throws SQLException {
        if (commit instanceof Commit.OfSubmission of) {
            return submissions.writes(of);
        }
        if (commit instanceof Commit.OfPerson of) {
            return PeopleTable.writes(of);
        }
        return commit instanceof Commit.OfOrganisation of
                ? PeopleTable.writes(of)
                : checkpoint(connection, (Commit.OfCheckpoint) commit);
    }

    /** Of those who found the same head, the first to insert the next number wins. */
    private static Writes checkpoint(Connection connection, Commit.OfCheckpoint commit) throws SQLException {
        if (!JournalTable.head(connection, ChainId.CHECKPOINTS).equals(commit.expected())) {
            throw JournalTable.stale(connection, commit.expected());
        }
        List<String> columns = List.of("number", "covers", "at", "hash");
        List<List<Object>> rows =
                commit.entries().stream().map(JdbiStorage::row).toList();
        return Writes.stepwise(new Writes.Insert("hub.checkpoint", columns, rows.subList(0, 1), true))
                .insert("hub.checkpoint", columns, rows.subList(1, rows.size()))
                .add(Writes.Journal.of(commit.entries()));
    }

    private static List<Object> row(Entry entry) {
        return List.of(
                entry.sequence(),
                ((Checkpoint) entry.event()).position(),
                entry.at(),
                entry.hash().hex());
    }

    @Override
    public List<FeedEntry> feed(long after, int limit) {
        return database.work(connection -> dialect.feed(connection, after, limit));
    }

    @Override
    public long end() {
        return database.work(dialect::end);
    }

    @Override
    public List<FeedEntry> chain(ChainId chain, long after, int limit) {
        return journal.chain(chain, after, limit);
    }

    @Override
    public List<ChainId> chains(@Nullable ChainId after, int limit) {
        return journal.chains(after, limit);
    }

    @Override
    public ChainHead head(ChainId chain) {
        return journal.head(chain);
    }

    @Override
    public boolean awaitEntry(long after, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        long seen = dialect.wakings();
        boolean grown = hasEntry(after);
        for (long left = end - System.nanoTime(); !grown && left > 0; left = end - System.nanoTime()) {
            dialect.awaitWaking(seen, Duration.ofNanos(left));
            seen = dialect.wakings();
            grown = hasEntry(after);
        }
        return grown;
    }

    private boolean hasEntry(long after) {
        return !feed(after, 1).isEmpty();
    }

    // Submissions.

    @Override
    public Optional<Stored<Submission>> submission(SubmissionId id) {
        return submissions.find(id);
    }

    @Override
    public Optional<ContentItem> content(ContentDigest digest) {
        return submissions.content(digest);
    }

    @Override
    public Optional<Note> note(Sha256 digest) {
        return submissions.note(digest);
    }

    @Override
    public int forgetDrafts() {
        int forgotten = drafts.forget();
        if (forgotten > 0) {
            submissions.forgetContents();
        }
        return forgotten;
    }

    @Override
    public List<SubmissionSummary> submissions(SubmissionQuery query) {
        return SubmissionLists.page(database, query);
    }

    // What is typed and not saved yet.

    @Override
    public boolean keepWorkingCopy(WorkingCopy copy, @Nullable ContentDigest replaced) {
        return workingCopies.keep(copy, replaced);
    }

    @Override
    public Optional<WorkingCopy> workingCopy(SubmissionId id) {
        return workingCopies.find(id);
    }

    @Override
    public boolean dropWorkingCopy(SubmissionId id, ContentDigest seen) {
        return workingCopies.drop(id, seen);
    }

    @Override
    public List<WorkingCopy> workingCopies(PersonId author, @Nullable SubmissionId after, int limit) {
        return workingCopies.of(author, after, limit);
    }

    @Override
    public List<FeaturedPlace> featured(@Nullable FeaturedPlace after, int limit) {
        return FeaturedList.page(database, after, limit);
    }

    // People.

    @Override
    public Optional<Stored<Person>> person(PersonId id) {
        return people.person(id);
    }

    @Override
    public Optional<Stored<Organisation>> organisation(OrganisationId id) {
        return people.organisation(id);
    }

    @Override
    public List<Person> people(PersonQuery query) {
        return people.page(query);
    }

    @Override
    public List<Organisation> organisations(OrganisationQuery query) {
        return people.page(query);
    }

    @Override
    public Map<PersonId, Integer> openSeats(Set<PersonId> persons) {
        return submissions.openSeats(persons);
    }

    // Attachments.

    @Override
    public StoredAttachment storeAttachment(InputStream bytes, long most, Instant at) throws IOException {
        return attachments.store(bytes, most, at);
    }

    @Override
    public Optional<InputStream> attachment(Sha256 digest) {
        return attachments.open(digest);
    }

    @Override
    public Map<Sha256, Long> holdAttachments(Set<Sha256> digests, Instant at) {
        return attachments.hold(digests, at);
    }

    @Override
    public int sweepAttachments(Instant before) {
        return attachments.sweep(before);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            dialect.close();
            letGo.run();
        }
    }
}
