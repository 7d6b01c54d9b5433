package org.migrationhub.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, as somebody runs it. */
public final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final Path errors;

    private ServerProcess(Process process, Path errors) {
        this.process = process;
        this.errors = errors;
    }

    /**
     * Starts it.
     *
     * @param errors takes what it writes to standard error
     */
    public static ServerProcess start(Path errors, String... arguments) throws IOException {
        // it starts sooner, and lives shortly
        return start(errors, List.of("-XX:TieredStopAtLevel=1"), arguments);
    }

    /**
     * The same with options of the virtual machine.
     *
     * @param errors takes what it writes to standard error
     */
    public static ServerProcess start(Path errors, List<String> options, String... arguments) throws IOException {
        return start(Main.class, errors, options, arguments);
    }

    /** The same with another program of the class path in place of the server. */
    public static ServerProcess start(Class<?> main, Path errors, List<String> options, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.endsWith("JAVA_OPTIONS") || name.equals("JAVA_TOOL_OPTIONS"));
        Process process = builder.start();
        return new ServerProcess(process, errors);
    }

    /** Its first line; null if it ended without one. */
    public String firstLine() throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    /** All that it writes to standard output, once it has ended. */
    public String output() throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Ends it in the midst of whatever it does (SIGKILL), and waits until it has ended. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end. */
    public void terminate() {
        process.toHandle().destroy();
    }

    /** The status with which it ended; -1 if it hasn't within ten seconds. */
    public int status() throws InterruptedException {
        return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** How much memory it has, where the system tells that as Linux does. */
    public long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    /** For how long processors have worked for it; nothing where the system doesn't tell. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** What it wrote to standard error. */
    public String errors() throws IOException {
        return Files.readString(errors, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
