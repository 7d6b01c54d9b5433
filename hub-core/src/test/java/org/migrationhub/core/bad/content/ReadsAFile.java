package org.migrationhub.core.bad.content;

import java.nio.file.Files;
import java.nio.file.Path;

/** Does I/O in a domain package. */
final class ReadsAFile {

    private ReadsAFile() {}

    static boolean isThere() {
        return Files.exists(Path.of("somewhere"));
    }
}
