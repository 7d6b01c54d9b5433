package org.migrationhub.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.server.message.MessageSettings;
import org.migrationhub.server.site.page.Imprint;

/**
 * How the server was told to run.
 *
 * @param host the address to listen at
 * @param port where to listen; 0 for any free port
 * @param demo whether to begin with sample content
 * @param logLevel from which level on events are logged
 * @param policy under which new submissions are judged
 * @param accounts what accounts need to be told
 * @param kept where everything is kept
 * @param messages how people are told
 * @param imprint what the installation says of itself on every page
 * @param organisations the organisations that the configuration brings along
 * @param users who may act, by token
 * @param operating how it is operated
 */
record Settings(
        String host,
        int port,
        boolean demo,
        String logLevel,
        ReviewPolicy policy,
        AccountSettings accounts,
        Kept kept,
        MessageSettings messages,
        Imprint imprint,
        List<DeclaredOrganisation> organisations,
        List<DeclaredUser> users,
        Operating operating) {

    Settings {
        organisations = List.copyOf(organisations);
        users = List.copyOf(users);
    }

    /**
     * Reads the settings: those of the file, over them those of the environment, over them those of the flags.
     *
     * @param variables of the environment
     * @throws StartRefusedException with everything that is wrong with any of them
     */
    static Settings of(Flags flags, Map<String, String> variables) {
        List<String> reasons = new ArrayList<>(flags.reasons());
        SortedMap<String, String> environment = Environment.settings(variables);
        Place place = place(flags, path(environment.remove("data")), path(environment.remove("config")));
        Given given = new Given();
        if (place.config() != null || Files.exists(place.file())) {
            given.put(ConfigurationFile.read(place.file(), reasons), UnaryOperator.identity());
        }
        given.put(environment, Environment::variable);
        given.put(flags.settings(), Flags::flag);
        return new SettingsReader(flags, given, reasons).read(place);
    }

    private static Place place(Flags flags, @Nullable Path data, @Nullable Path config) {
        Path named = flags.data != null ? flags.data : data;
        Path usual = Path.of(flags.demo ? "hub-demo" : "hub-data"); // a demonstration never mixes with real content
        return new Place(named != null ? named : usual, named != null, flags.config != null ? flags.config : config);
    }

    private static @Nullable Path path(@Nullable String name) {
        return name == null || name.isEmpty() ? null : Path.of(name);
    }
}
