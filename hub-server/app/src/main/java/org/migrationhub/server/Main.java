package org.migrationhub.server;

import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts the server from the command line. */
public final class Main {

    private static final int REFUSED = 2;
    private static final long STOP_MILLIS = 9_000;

    private Main() {}

    /**
     * Starts the server, which runs until a signal stops it.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String... arguments) {
        try {
            launch(System.out, Main::stopWithSignal, arguments);
        } catch (StartRefusedException e) {
            System.err.println("The server refuses to start:");
            e.reasons().forEach(reason -> System.err.println("  " + reason));
            System.exit(REFUSED);
        }
    }

    /**
     * Starts a server and says where it is.
     *
     * @param out takes the first lines
     * @param started is told of the server before anybody else
     * @return empty if only help was asked for
     * @throws StartRefusedException if the arguments or the configuration can't be right
     */
    static Optional<HubServer> launch(PrintStream out, Consumer<HubServer> started, String... arguments) {
        Flags flags = Flags.of(arguments);
        if (flags.help) {
            out.print(Flags.help());
            return Optional.empty();
        }
        Settings settings = Settings.of(flags);
        System.setProperty("hub.log.level", settings.logLevel()); // before anything logs: see logback.xml
        HubServer server = HubServer.start(settings);
        started.accept(server);
        Welcome.to(server, settings).forEach(out::println);
        out.flush();
        return Optional.of(server);
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
