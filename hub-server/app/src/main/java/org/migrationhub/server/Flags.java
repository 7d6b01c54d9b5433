package org.migrationhub.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line. */
@Command(
        name = "java -jar hub-server.jar",
        description = {
            "The reference server of the Migration Hub.",
            "It answers at /api/v1; its first line says where. SIGTERM stops it.",
            ""
        },
        footer = {
            "",
            "In this version everything is kept in memory and gone when it stops.",
            "Exit status: 0 after SIGTERM, 2 if it refused to start."
        },
        sortOptions = false)
final class Flags {

    @Option(names = "--port", paramLabel = "PORT", description = "Where to listen; 0 for any free port. Default: 8080.")
    int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "The address to listen at; 0.0.0.0 for all. Default: 127.0.0.1.")
    String host = "127.0.0.1";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The server's directory, made if it isn't there; holds its configuration, hub.properties.")
    @Nullable
    Path data;

    @Option(names = "--config", paramLabel = "FILE", description = "The configuration, in place of the one in DIR.")
    @Nullable
    Path config;

    @Option(names = "--demo", description = "Begin with sample content, and with tokens that everybody knows.")
    boolean demo;

    @Option(
            names = "--in-memory",
            description = "Keep everything in memory: in this version the only way, and the default.")
    boolean inMemory;

    @Option(names = "--help", usageHelp = true, description = "Show this and end.")
    boolean help;

    /**
     * Reads the command line.
     *
     * @throws StartRefusedException with everything that is wrong with it
     */
    static Flags of(String... arguments) {
        Flags flags = new Flags();
        CommandLine commandLine = commandLine(flags);
        commandLine.getCommandSpec().parser().collectErrors(true);
        ParseResult result = commandLine.parseArgs(arguments);
        List<String> reasons = new ArrayList<>();
        result.errors().forEach(error -> reasons.add(sentence(error)));
        if (!flags.help && (flags.port < 0 || flags.port > 65_535)) {
            reasons.add("--port: %d is no port; give 0 to 65535.".formatted(flags.port));
        }
        StartRefusedException.throwIfAny(reasons);
        return flags;
    }

    /** What the flags are. */
    static String help() {
        return commandLine(new Flags()).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private static CommandLine commandLine(Flags flags) {
        return new CommandLine(flags);
    }

    private static String sentence(Exception error) {
        String message = error instanceof ParameterException ? error.getMessage() : error.toString();
        return message + "; see --help.";
    }
}
