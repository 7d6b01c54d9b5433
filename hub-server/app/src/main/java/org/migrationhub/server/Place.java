package org.migrationhub.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where on this machine a server has its things.
 *
 * @param directory its own
 * @param named whether somebody has named the directory, so that it must be usable even if nothing is kept there
 * @param config the file of settings that somebody has named; null for the usual one
 */
record Place(Path directory, boolean named, @Nullable Path config) {

    static final String FILE = "hub.properties";

    /** The file of settings; unless somebody has named it, it need not be there. */
    Path file() {
        return config == null ? directory.resolve(FILE) : config;
    }
}
