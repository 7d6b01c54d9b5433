package org.migrationhub.core.vocabulary;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The vocabulary's own data files in the jar. */
final class DataFile {

    private DataFile() {}

    /** A data file as UTF-8 text; the caller closes it. */
    static Reader open(String name) throws IOException {
        InputStream in = DataFile.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException("The jar lacks the vocabulary's file " + name);
        }
        return new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    /**
     * The rows of a table: cells separated by commas without any quoting; empty lines and those that begin with {@code #}
     * are left out.
     *
     * @throws IllegalStateException if a row has another number of cells
     */
    static List<List<String>> rows(String name, int cells) {
        try (BufferedReader lines = new BufferedReader(open(name))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row(name, line, cells))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> row(String name, String line, int cells) {
        List<String> row = List.of(line.split(",", -1));
        if (row.size() != cells) {
            throw new IllegalStateException("A row of " + name + " has " + row.size() + " cells: " + line);
        }
        return row;
    }
}
