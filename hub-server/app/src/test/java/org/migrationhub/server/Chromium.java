package org.migrationhub.server;

import static org.assertj.core.api.Assertions.fail;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser: the machine's own Chromium, led by Playwright, whose driver npm has installed in
 * {@code src/test/browser}. Where one of them is missing the tests are left out with a loud line; where continuous
 * integration runs, they fail.
 */
final class Chromium implements AutoCloseable {

    private static final Path PACKAGES = Path.of("src/test/browser/node_modules");
    private static final Path DRIVER = PACKAGES.resolve("playwright-core");
    private static final Path AXE = PACKAGES.resolve("axe-core/axe.min.js");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Path program, List<String> without) {
        this.playwright = playwright;
        this.browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(program)
                        .setIgnoreDefaultArgs(without)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Starts it, or leaves out the test that asks for it. */
    static Chromium start() {
        return start(List.of());
    }

    /** The same as people have it: it keeps the pages that they leave, and shows them again as they were to whoever goes back. */
    static Chromium keepingPages() {
        return start(List.of("--disable-back-forward-cache"));
    }

    private static Chromium start(List<String> without) {
        Optional<Path> program = onPath("chromium");
        Optional<Path> node = onPath("node");
        List<String> missing = new ArrayList<>();
        program.ifPresentOrElse(path -> {}, () -> missing.add("chromium on the PATH"));
        node.ifPresentOrElse(path -> {}, () -> missing.add("node on the PATH"));
        Stream.of(DRIVER, AXE).filter(Files::notExists).forEach(path -> missing.add(path + " (npm ci there)"));
        if (!missing.isEmpty()) {
            leaveOut("NO BROWSER, so no page was looked at. There is no " + String.join(", no ", missing) + ".");
        }
        System.setProperty("playwright.cli.dir", driver(node.orElseThrow()).toString());
        return new Chromium(
                Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))),
                program.orElseThrow(),
                without);
    }

    Browser browser() {
        return browser;
    }

    /** The program that finds what keeps people from using a page. */
    static String axe() {
        try {
            return Files.readString(AXE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static void leaveOut(String reason) {
        if (System.getenv("CI") != null) {
            fail(reason);
        }
        System.err.println("\n!! " + reason + "\n");
        Assumptions.abort(reason);
    }

    /** A directory as Playwright wants it: node, and its own package. */
    private static Path driver(Path node) {
        Path directory = Path.of("target/browser-driver").toAbsolutePath();
        try {
            Files.createDirectories(directory);
            link(directory.resolve("node"), node);
            link(directory.resolve("package"), DRIVER.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return directory;
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private static Optional<Path> onPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
