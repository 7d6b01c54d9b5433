package org.migrationhub.core.vocabulary;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads label files: UTF-8 property files, one per language, in the directories {@code confirmed} (texts seen in a United
 * Nations source, hence only in its six languages) and {@code unconfirmed} (all others). One reader reads one set of files
 * and collects everything that is wrong with them. Not safe for use by several threads.
 */
final class LabelFiles {

    private static final String CONFIRMED = "confirmed";
    private static final String UNCONFIRMED = "unconfirmed";
    private static final String EXTENSION = ".properties";

    private final Map<Language, LabelSheet> sheets = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private LabelFiles() {}

    /** The files in the jar. */
    static Map<Language, LabelSheet> standard() {
        LabelFiles files = new LabelFiles();
        for (String directory : List.of(UNCONFIRMED, CONFIRMED)) {
            for (Language language : Language.official()) {
                files.readStandard(directory + "/" + language + EXTENSION, language, directory.equals(CONFIRMED));
            }
        }
        return files.sheets();
    }

    /**
     * An installation's own files.
     *
     * @throws IllegalArgumentException if anything in them can't be used, naming each file and key
     * @throws UncheckedIOException if the directory or a file can't be read
     */
    static Map<Language, LabelSheet> in(Path directory) {
        LabelFiles files = new LabelFiles();
        try {
            boolean unconfirmed = files.readDirectory(directory.resolve(UNCONFIRMED), false);
            boolean confirmed = files.readDirectory(directory.resolve(CONFIRMED), true);
            if (!unconfirmed && !confirmed) {
                files.problems.add(directory + ": holds neither a directory confirmed nor unconfirmed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the label files in " + directory, e);
        }
        return files.sheets();
    }

    private Map<Language, LabelSheet> sheets() {
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Label files that can't be used:\n" + String.join("\n", problems));
        }
        return sheets;
    }

    private void readStandard(String file, Language language, boolean official) {
        try (Reader text = DataFile.open(file)) {
            add(file, properties(text), language, official);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean readDirectory(Path directory, boolean official) throws IOException {
        if (!Files.isDirectory(directory)) {
            return false;
        }
        for (Path file : visibleFiles(directory)) {
            readFile(file, official);
        }
        return true;
    }

    private static List<Path> visibleFiles(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> !nameOf(entry).startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private void readFile(Path file, boolean official) throws IOException {
        Optional<Language> language = languageOf(nameOf(file));
        if (language.isEmpty()) {
            problems.add(file + ": not named after a language, such as fr.properties");
        } else if (official && !language.get().isOfficial()) {
            problems.add(file + ": only the six official languages of the United Nations have confirmed texts");
        } else {
            readTexts(file, language.get(), official);
        }
    }

    private void readTexts(Path file, Language language, boolean official) throws IOException {
        try (Reader text = Files.newBufferedReader(file)) {
            add(file.toString(), properties(text), language, official);
        } catch (CharacterCodingException e) {
            problems.add(file + ": not UTF-8");
        } catch (IllegalArgumentException e) {
            problems.add(file + ": " + e.getMessage());
        }
    }

    private void add(String file, Map<String, String> texts, Language language, boolean official) {
        int before = problems.size();
        texts.forEach((key, text) -> check(file, key, text, official));
        if (problems.size() == before) {
            LabelSheet read = LabelSheet.of(texts, language, official);
            sheets.merge(language, read, LabelSheet::overriddenBy);
        }
    }

    private void check(String file, String key, String text, boolean official) {
        if (!LabelSheet.isKey(key, official)) {
            problems.add(file + ": " + key + ": no such key");
        } else if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            problems.add(file + ": " + key + ": the text is blank or holds control characters");
        }
    }

    private static Map<String, String> properties(Reader text) throws IOException {
        Properties properties = new Properties();
        properties.load(text);
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        key -> key, key -> properties.getProperty(key).strip(), (one, other) -> one, TreeMap::new));
    }

    private static Optional<Language> languageOf(String file) {
        return file.endsWith(EXTENSION)
                ? Language.find(file.substring(0, file.length() - EXTENSION.length()))
                : Optional.empty();
    }

    private static String nameOf(Path file) {
        return String.valueOf(file.getFileName());
    }
}
