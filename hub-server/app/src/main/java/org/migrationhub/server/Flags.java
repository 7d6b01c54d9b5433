package org.migrationhub.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. */
@Command(
        name = "java -jar hub-server.jar",
        description = {
            "The reference server of the Migration Hub.",
            "People see its pages, programs use /api/v1; its first line says where. SIGTERM stops it.",
            ""
        },
        footer = {
            "",
            "Settings stand in hub.properties, which the README describes: among them admin.email,",
            "the first administrator, and site.address, how browsers know the site. A variable of the",
            "environment overrides the file, HUB_DATABASE_URL the key database.url; a flag",
            "overrides both. Passwords are no flags: give HUB_DATABASE_PASSWORD, HUB_SMTP_PASSWORD.",
            "",
            "Exit status: 0 after SIGTERM, 1 if verify found a fault, 2 if it refused to start."
        },
        sortOptions = false)
final class Flags {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "COMMAND",
            showDefaultValue = Visibility.NEVER,
            description = "Instead of serving: verify checks the journal of what is kept, backup writes all of it"
                    + " into FILE, also while a server runs, restore puts FILE into an empty directory or database.")
    @Nullable
    String command;

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "Of backup or restore.")
    @Nullable
    Path file;

    @Option(names = "--port", paramLabel = "PORT", description = "Where to listen; 0 for any free port. Default: 8080.")
    @Nullable
    String port;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "The address to listen at; 0.0.0.0 for all. Default: 127.0.0.1.")
    @Nullable
    String host;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The server's directory, made if it isn't there; holds hub.properties and, unless a"
                    + " database is named, everything else. Default: hub-data, with --demo hub-demo.")
    @Nullable
    Path data;

    @Option(names = "--config", paramLabel = "FILE", description = "The settings, in place of the ones in DIR.")
    @Nullable
    Path config;

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "Keep everything in PostgreSQL, which several servers may share:"
                    + " jdbc:postgresql://HOST:PORT/DATABASE.")
    @Nullable
    String databaseUrl;

    @Option(names = "--database-user", paramLabel = "NAME", description = "As whom to ask PostgreSQL.")
    @Nullable
    String databaseUser;

    @Option(
            names = "--database-pool",
            paramLabel = "NUMBER",
            description = "How many connections to PostgreSQL to have at most. Default: 16.")
    @Nullable
    String databasePool;

    @Option(
            names = "--site-address",
            paramLabel = "URL",
            description = "Where people find the site, for links in messages: https://hub.example.org.")
    @Nullable
    String siteAddress;

    @Option(
            names = "--smtp-host",
            paramLabel = "HOST",
            description = "The server of mail that takes messages to people; without one they are only to be read"
                    + " through the API. Login and port are settings.")
    @Nullable
    String smtpHost;

    @Option(names = "--smtp-from", paramLabel = "ADDRESS", description = "From which address messages come.")
    @Nullable
    String smtpFrom;

    @Option(names = "--policy", paramLabel = "ID", description = "gcm-2022 or gcm-2020. Default: gcm-2022.")
    @Nullable
    String policy;

    @Option(names = "--log-level", paramLabel = "LEVEL", description = "error, warn, info or debug. Default: info.")
    @Nullable
    String logLevel;

    @Option(names = "--demo", description = "Begin with sample content, and with tokens that everybody knows.")
    boolean demo;

    @Option(names = "--in-memory", description = "Keep everything in memory, and forget it when it stops.")
    boolean inMemory;

    @Option(
            names = "--check",
            description = "Start nothing: show the settings, secrets hidden, and look that they could be used.")
    boolean check;

    @Option(names = "--help", usageHelp = true, description = "Show this and end.")
    boolean help;

    /** Known only to be refused without being repeated. */
    @Option(names = "--database-password", hidden = true)
    @Nullable
    String databasePassword;

    /** Known only to be refused without being repeated. */
    @Option(names = "--smtp-password", hidden = true)
    @Nullable
    String smtpPassword;

    private final List<String> reasons = new ArrayList<>();

    /** Reads the command line; what is wrong with it is noted. */
    static Flags of(String... arguments) {
        Flags flags = new Flags();
        CommandLine commandLine = commandLine(flags);
        commandLine.getCommandSpec().parser().collectErrors(true);
        ParseResult result = commandLine.parseArgs(arguments);
        result.errors().forEach(flags::refuse);
        flags.checkCommand();
        flags.refuseSecret("database.password", flags.databasePassword);
        flags.refuseSecret("smtp.password", flags.smtpPassword);
        return flags;
    }

    /** What is wrong with the command line. */
    List<String> reasons() {
        return reasons;
    }

    /** The settings that flags give, by key. */
    SortedMap<String, String> settings() {
        SortedMap<String, String> settings = new TreeMap<>();
        put(settings, "port", port);
        put(settings, "host", host);
        put(settings, "database.url", databaseUrl);
        put(settings, "database.user", databaseUser);
        put(settings, "database.pool", databasePool);
        put(settings, "site.address", siteAddress);
        put(settings, "smtp.host", smtpHost);
        put(settings, "smtp.from", smtpFrom);
        put(settings, "policy", policy);
        put(settings, "log.level", logLevel);
        return settings;
    }

    /** The flag that gives a setting. */
    static String flag(String key) {
        return "--" + key.replace('.', '-');
    }

    /** What the flags are. */
    static String help() {
        return commandLine(new Flags()).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private void checkCommand() {
        if (command == null) {
            return;
        }
        switch (command) {
            case "verify" -> {
                if (file != null) {
                    reasons.add("verify: it takes no file; leave it out.");
                }
            }
            case "backup", "restore" -> {
                if (file == null) {
                    reasons.add(command + ": the file is missing; name it after the command.");
                }
            }
            default ->
                reasons.add("there is no command \"%s\"; give verify, backup or restore, or none to start the server."
                        .formatted(command));
        }
        if (inMemory) {
            reasons.add("--in-memory: of what a server keeps in memory nothing is there for a command; leave it out.");
        }
    }

    private void refuseSecret(String key, @Nullable String given) {
        if (given != null) {
            reasons.add("%s: everybody on this machine could read it there; set %s instead."
                    .formatted(flag(key), Environment.variable(key)));
        }
    }

    private static void put(SortedMap<String, String> settings, String key, @Nullable String value) {
        if (value != null) {
            settings.put(key, value.strip());
        }
    }

    private static CommandLine commandLine(Flags flags) {
        return new CommandLine(flags);
    }

    private void refuse(Exception error) {
        if (error instanceof UnmatchedArgumentException unmatched) {
            unmatched.getUnmatched().stream()
                    .map(argument -> argument.replaceFirst("=.*", "")) // it may be a secret
                    .forEach(argument -> reasons.add(argument + ": there is no such flag; see --help."));
        } else {
            reasons.add(error.getMessage() + "; see --help.");
        }
    }
}
