package org.migrationhub.storage.jdbi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.slf4j.LoggerFactory;

/**
 * Brings tables, which are in a schema of their own, to the version of this program.
 *
 * <p>A program may be killed while it does: H2 commits each statement that defines something, so a migration that runs
 * there must come to the same end wherever an earlier run of it was cut off. On PostgreSQL each is one transaction, but for
 * a {@link Filling}. One that failed, for want of space on the disk, say, is therefore begun again by the next start.
 */
final class Schema {

    /** The tables of the storage. */
    static final Schema HUB =
            new Schema("hub", "org/migrationhub/storage/jdbi", new TitleFilling(), new OrganisationFilling());

    private final String name;
    private final String folder;
    private final JavaMigration[] written;

    /**
     * One.
     *
     * @param folder of the class path with the migrations: those in {@code common}, and those in the dialect's own
     * @param written those migrations that SQL can't do
     */
    Schema(String name, String folder, JavaMigration... written) {
        this.name = name;
        this.folder = folder;
        this.written = written.clone();
    }

    /**
     * Migrates, forward only; what failed the last time is run again. Of several programs that start at once on PostgreSQL,
     * one migrates and the others wait.
     *
     * @throws IllegalStateException if the tables are of a version that this program doesn't know yet
     */
    void bringUpToDate(DataSource connections, String dialect) {
        Flyway flyway = migrations(connections, dialect).load();
        MigrationInfoService there = flyway.info(); // for which it looks at the database and at the class path
        newest(there).ifPresent(found -> {
            throw new IllegalStateException(("The database's tables are of version %s, which a newer program made;"
                            + " this one knows them up to version %s. Start the newer program, or restore a backup into"
                            + " an empty database.")
                    .formatted(found.getVersion(), known(there)));
        });
        Arrays.stream(there.applied())
                .filter(applied -> applied.getState() == MigrationState.FAILED)
                .forEach(failed -> forget(connections, failed));
        flyway.migrate();
    }

    /** Flyway would refuse to go on. */
    private void forget(DataSource connections, MigrationInfo failed) {
        new Database(connections)
                .work(connection -> Statements.update(
                        connection,
                        "delete from " + name + ".migration where \"version\" = ? and not \"success\"",
                        List.of(failed.getVersion().getVersion())));
        LoggerFactory.getLogger(Schema.class)
                .info("Migration {} of the schema {} failed the last time; it is run again", failed.getVersion(), name);
    }

    FluentConfiguration migrations(DataSource connections, String dialect) {
        return Flyway.configure()
                .dataSource(connections)
                .locations("classpath:" + folder + "/common", "classpath:" + folder + "/" + dialect)
                .schemas(name)
                .defaultSchema(name)
                .createSchemas(true)
                .javaMigrations(written)
                .table("migration");
    }

    private static Optional<MigrationInfo> newest(MigrationInfoService there) {
        return Arrays.stream(there.applied())
                .filter(applied -> applied.getState() == MigrationState.FUTURE_SUCCESS
                        || applied.getState() == MigrationState.FUTURE_FAILED)
                .reduce((first, second) -> second);
    }

    private static String known(MigrationInfoService there) {
        return Arrays.stream(there.all())
                .filter(migration -> migration.getState() != MigrationState.FUTURE_SUCCESS
                        && migration.getState() != MigrationState.FUTURE_FAILED)
                .reduce((first, second) -> second)
                .map(MigrationInfo::getVersion)
                .map(String::valueOf)
                .orElse("0");
    }
}
