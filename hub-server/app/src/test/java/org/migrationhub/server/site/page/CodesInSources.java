package org.migrationhub.server.site.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the codes of rules where they are written: most of them are nowhere but in the line that complains. */
final class CodesInSources {

    private static final Path CORE = Path.of("../../hub-core/src/main/java/org/migrationhub/core");
    private static final Path SERVER = Path.of("src/main/java/org/migrationhub/server");

    private static final Pattern DOTTED = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern PLAIN = Pattern.compile("(?:new Violation|refused)\\(\\s*[^,;]+,\\s*\"([a-z.-]+)\"");
    private static final Pattern COMPOSED = Pattern.compile("\\+ \"(\\.[a-z-]+)\"");
    private static final Pattern REASON = Pattern.compile("new Reason\\(\\s*\"([a-z-]+)\"");
    private static final Pattern EVENT = Pattern.compile("new EventForm<>\\(\\s*\"([a-z-]+)\"");
    private static final Pattern DELAY = Pattern.compile(
            "(?<=Fate\\.[A-Z]{1,9}, |ToNobody\\(|reason = |return |\\? |\" : )[\"']([a-z]+(?:-[a-z]+)*)[\"']");

    /** What looks like a code and is none: files, counters, budgets, columns. */
    private static final Pattern NO_CODE = Pattern.compile(
            ".*\\.(csv|json|jsonl|txt)|(http|hub|limit)\\..*|(absences|links|title)\\.(from|until|label|language|en)");

    private CodesInSources() {}

    /** Of violations, as far as they stand there in one piece. */
    static Set<String> violations() {
        Stream<String> ofPages = texts(SERVER.resolve("site")).flatMap(text -> matches(PLAIN, text));
        return Stream.of(find(DOTTED), find(PLAIN), ofPages)
                .flatMap(codes -> codes)
                .filter(code -> !NO_CODE.matcher(code).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How codes end that are put together. */
    static Set<String> endings() {
        return find(COMPOSED).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of reasons that no eligibility rule gives. */
    static Set<String> reasons() {
        return find(REASON).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of what the journal writes down. */
    static Set<String> events() {
        return find(EVENT).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Why messages aren't sent. */
    static Set<String> delays() {
        return Stream.of("LetterWriter", "Mailer", "Outbox", "Postman")
                .map(name -> text(SERVER.resolve("message").resolve(name + ".java")))
                .flatMap(text -> matches(DELAY, text))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> find(Pattern pattern) {
        Stream<Path> parts =
                Stream.of("account", "api", "form", "imports", "json").map(SERVER::resolve);
        return Stream.concat(Stream.of(CORE), parts)
                .flatMap(CodesInSources::texts)
                .flatMap(text -> matches(pattern, text));
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    private static Stream<String> texts(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile).toList().stream().map(CodesInSources::text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
