package org.migrationhub.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The server's own directory. */
final class DataDirectory {

    private DataDirectory() {}

    /**
     * Makes it if it isn't there.
     *
     * @param reasons takes why it can't be used
     */
    static void prepare(Path directory, List<String> reasons) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            reasons.add("--data: %s is no directory and can't be made one; name another.".formatted(directory));
            return;
        }
        if (!Files.isReadable(directory) || !Files.isWritable(directory)) {
            reasons.add("--data: %s can't be read and written; give the server's user the right to, or name another."
                    .formatted(directory));
        }
    }
}
