package org.migrationhub.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads where everything is to be kept. Not thread-safe. */
final class KeptReader {

    /** No {@code user:password@}, which the driver doesn't know and would repeat in its errors. */
    private static final Pattern POSTGRES = Pattern.compile("jdbc:postgresql:(//[^/?@]+/)?[^/?@]+([?][^@]*)?");

    private final Section section;
    private final boolean inMemory;
    private final boolean serves;
    private final List<String> reasons;

    /**
     * A reader.
     *
     * @param serves whether it is to be served, for which a search index is kept, too
     */
    KeptReader(Section section, boolean inMemory, boolean serves, List<String> reasons) {
        this.section = section;
        this.inMemory = inMemory;
        this.serves = serves;
        this.reasons = reasons;
    }

    Kept read(Place place) {
        String url = section.optional("database.url");
        String user = section.optional("database.user");
        String password = section.optional("database.password");
        int pool = section.number("database.pool", 16, 4, 1_000);
        Path attachments = attachments();
        if (place.named() || (!inMemory && (serves || url.isEmpty()))) {
            DataDirectory.check("--data", place.directory(), reasons);
        }
        check(url, user.isEmpty() && password.isEmpty());
        if (inMemory) {
            return new KeptInMemory();
        }
        return url.isEmpty()
                ? new KeptInFiles(place.directory(), attachments)
                : new KeptInPostgres(url, user, password, pool, attachments, place.directory());
    }

    private @Nullable Path attachments() {
        String directory = section.optional("attachments.directory");
        if (directory.isEmpty()) {
            return null;
        }
        if (inMemory) {
            section.refuse("attachments.directory", "with --in-memory nothing is kept there; leave one of them out");
        }
        DataDirectory.check("attachments.directory", Path.of(directory), reasons);
        return Path.of(directory);
    }

    private void check(String url, boolean forNobody) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (url.isEmpty()) {
            if (!forNobody) {
                section.refuse(
                        "database.url", "is missing, so user and password are for nothing; give it, or remove them");
            }
        } else if (inMemory) {
            section.refuse("database.url", "with --in-memory nothing is kept there; leave one of them out");
        } else if (lower.startsWith("jdbc:h2:")) {
            section.refuse(
                    "database.url",
                    "H2 takes settings under which it loses what it has acknowledged, so this server opens it by itself;"
                            + " remove the URL and name the directory with --data");
        } else if (!POSTGRES.matcher(url).matches()) {
            section.refuse(
                    "database.url",
                    "it is no address of PostgreSQL; give jdbc:postgresql://HOST:PORT/DATABASE, without user and password");
        } else if (lower.matches(".*[?&](user|password|sslpassword)=.*")) {
            section.refuse(
                    "database.url", "it holds user or password; give database.user and database.password instead");
        }
    }
}
