package org.migrationhub.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.review.ReviewPolicy;

/**
 * How the server was told to run.
 *
 * @param host the address to listen at
 * @param port where to listen; 0 for any free port
 * @param demo whether to begin with sample content
 * @param logLevel from which level on events are logged
 * @param policy under which new submissions are judged
 * @param organisations the organisations that the configuration brings along
 * @param users who may act, by token
 */
record Settings(
        String host,
        int port,
        boolean demo,
        String logLevel,
        ReviewPolicy policy,
        List<DeclaredOrganisation> organisations,
        List<DeclaredUser> users) {

    static final String FILE = "hub.properties";

    Settings {
        organisations = List.copyOf(organisations);
        users = List.copyOf(users);
    }

    /**
     * Reads the configuration that the flags name.
     *
     * @throws StartRefusedException with everything that is wrong with it
     */
    static Settings of(Flags flags) {
        SettingsReader reader = new SettingsReader(flags.demo);
        Path file = file(flags, reader);
        SortedMap<String, String> properties =
                file == null ? Collections.emptySortedMap() : ConfigurationFile.read(file, reader.reasons());
        return reader.read(flags, properties);
    }

    private static @Nullable Path file(Flags flags, SettingsReader reader) {
        if (flags.data != null) {
            DataDirectory.prepare(flags.data, reader.reasons());
        }
        if (flags.config != null) {
            return flags.config;
        }
        Path usual = flags.data == null ? null : flags.data.resolve(FILE);
        return usual != null && Files.exists(usual) ? usual : null;
    }
}
