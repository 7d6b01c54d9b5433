package org.migrationhub.server.message;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server of mail that speaks SMTP and makes trouble: it refuses some, puts off others, or takes a letter and never says so.
 */
public final class DifficultServer implements AutoCloseable {

    private final ServerSocket socket;
    private final boolean silent;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> letters = new CopyOnWriteArrayList<>();
    private final List<String> putOff = new CopyOnWriteArrayList<>();

    private DifficultServer(boolean silent) throws IOException {
        this.silent = silent;
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::listen, "difficult-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** One that refuses whoever's address begins with "refused", and puts off once those that begin with "later". */
    public static DifficultServer choosy() throws IOException {
        return new DifficultServer(false);
    }

    /** One that takes letters, and never says that it has them. */
    public static DifficultServer silent() throws IOException {
        return new DifficultServer(true);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What it has taken. */
    public List<String> letters() {
        return letters;
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() {
        try {
            while (true) {
                Socket connection = socket.accept();
                connections.add(connection);
                Thread thread = new Thread(() -> serve(connection), "difficult-connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket connection) {
        try (connection;
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII))) {
            say(connection, "220 difficult.example.org");
            String line = lines.readLine();
            while (line != null && !line.equals("QUIT")) {
                answer(connection, line, lines);
                line = lines.readLine();
            }
        } catch (IOException e) {
            // the other side has gone, as it may
        }
    }

    private void answer(Socket connection, String line, BufferedReader lines) throws IOException {
        String lower = line.toLowerCase(Locale.ROOT);
        if (lower.startsWith("rcpt to:<refused")) {
            say(connection, "550 5.1.1 <canary@example.org>: nobody of this name");
        } else if (lower.startsWith("rcpt to:<later") && !putOff.contains(lower)) {
            putOff.add(lower);
            say(connection, "451 4.3.0 try again later");
        } else if (lower.equals("data")) {
            say(connection, "354 go on");
            letters.add(letter(lines));
            if (!silent) {
                say(connection, "250 taken");
            }
        } else {
            say(connection, "250 fine");
        }
    }

    private static String letter(BufferedReader lines) throws IOException {
        StringBuilder letter = new StringBuilder();
        String line = lines.readLine();
        while (line != null && !line.equals(".")) {
            letter.append(line).append('\n');
            line = lines.readLine();
        }
        return letter.toString();
    }

    private static void say(Socket connection, String line) throws IOException {
        connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
    }
}
