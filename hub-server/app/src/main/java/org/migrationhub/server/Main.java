package org.migrationhub.server;

import java.io.PrintStream;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Starts the server from the command line. */
public final class Main {

    private static final int REFUSED = 2;
    private static final int FAILED = 3;
    private static final long STOP_MILLIS = 9_000;

    private Main() {}

    /**
     * Starts the server, which runs until a signal stops it, or carries out a command.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String... arguments) {
        try {
            run(System.out, System.getenv(), Main::stopWithSignal, arguments).ifPresent(System::exit);
        } catch (StartRefusedException e) {
            System.err.println("Refused:");
            e.reasons().forEach(reason -> System.err.println("  " + reason));
            System.exit(REFUSED);
        } catch (CommandFailedException e) {
            System.err.println("Failed:");
            System.err.println("  " + e.getMessage());
            System.exit(FAILED);
        }
    }

    /**
     * Starts a server and says where it is, or carries out a command.
     *
     * @param out takes the first lines, or what the command found
     * @param environment variables by name
     * @param started is told of the server before anybody else
     * @return the status with which to end; empty while a server runs
     * @throws StartRefusedException if the arguments or the settings can't be right
     * @throws CommandFailedException if a command couldn't be carried out
     */
    static OptionalInt run(
            PrintStream out, Map<String, String> environment, Consumer<HubServer> started, String... arguments) {
        Flags flags = Flags.of(arguments);
        if (flags.help) {
            out.print(Flags.help());
            return OptionalInt.of(0);
        }
        Settings settings = Settings.of(flags, environment);
        System.setProperty("hub.log.level", settings.logLevel()); // before anything logs: see logback.xml
        System.setProperty("hub.log.format", settings.operating().logFormat());
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        if (flags.check) {
            return OptionalInt.of(Check.run(settings, Neighbours.of(settings), out));
        }
        return flags.command == null
                ? serve(out, settings, started)
                : OptionalInt.of(
                        CommandFailedException.carryingOut(flags.command, () -> carryOut(out, settings, flags)));
    }

    private static OptionalInt serve(PrintStream out, Settings settings, Consumer<HubServer> started) {
        HubServer server = HubServer.start(settings);
        started.accept(server);
        Welcome.to(server, settings).forEach(out::println);
        out.flush();
        return OptionalInt.empty();
    }

    private static int carryOut(PrintStream out, Settings settings, Flags flags) {
        Kept place = settings.kept();
        boolean restores = "restore".equals(flags.command);
        if (!restores && place instanceof KeptInFiles files) {
            files.requireThere();
        }
        if (flags.file != null && !restores && new Archive(flags.file, out).fetch(place.backupSocket())) {
            return 0;
        }
        try (OpenStorage kept = place.open()) {
            if (flags.file == null) {
                return Verify.run(kept.storage(), out);
            }
            Archive archive = new Archive(flags.file, out);
            if (restores) {
                archive.restore(kept, place.where());
            } else {
                archive.backUp(kept);
            }
            return 0;
        }
    }

    /** A JVM that a signal ends would say 143 whatever happened; this one says 0 if it has ended in good order. */
    private static void stopWithSignal(HubServer server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            Thread stopping = new Thread(server::close, "stopping");
            stopping.start();
            try {
                stopping.join(STOP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(stopping.isAlive() ? 1 : 0);
        }));
    }
}
