package org.migrationhub.server.site.account;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.migrationhub.server.api.Ask;
import org.migrationhub.server.api.Upload;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/**
 * What somebody sent when their session had ended, or was another than that of the form: it is carried along until they are
 * in, and sent when they say so. Of files only the names are kept, to be chosen again: nobody's are read before it is known whose.
 *
 * @param address where it goes; empty if nothing was sent
 * @param fields what was typed, each field with its values
 * @param withFiles whether it goes there as a form with files
 * @param files the name of the file that was chosen in a field
 */
public record Kept(String address, Map<String, List<String>> fields, boolean withFiles, Map<String, String> files) {

    /** What the fields are called while they are carried along begins with this. */
    private static final String PREFIX = "kept.";

    private static final String FILE = "file.";
    private static final String ADDRESS = "again";
    private static final String WITH_FILES = "withFiles";

    /** Nothing. */
    static final Kept NOTHING = new Kept("", Map.of(), false, Map.of());

    /** What the present request sent; empty if it was no form of ours. Passwords aren't carried along. */
    static Optional<Kept> of(Visit visit) {
        Ask ask = visit.ask();
        return Visit.isOurs(ask.address()) ? ask.sent().map(sent -> of(ask, sent)) : Optional.empty();
    }

    private static Kept of(Ask ask, Map<String, List<String>> sent) {
        Map<String, List<String>> fields = new LinkedHashMap<>(sent);
        fields.keySet().removeIf(Kept::isSecret);
        Map<String, String> files = ask.hasUpload()
                ? ask.upload().awaited().stream().collect(Collectors.toMap(Upload.Awaited::field, Upload.Awaited::name))
                : Map.of();
        return new Kept(ask.address(), fields, ask.hasUpload(), files);
    }

    /** What was carried along. */
    static Kept carried(Typed typed) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Map<String, String> files = new LinkedHashMap<>();
        typed.values().forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                fields.put(name.substring(PREFIX.length()), values);
            } else if (name.startsWith(FILE)) {
                files.put(name.substring(FILE.length()), typed.text(name));
            }
        });
        String address = typed.text(ADDRESS);
        return Visit.isOurs(address) ? new Kept(address, fields, typed.has(WITH_FILES, "true"), files) : NOTHING;
    }

    /** What was written as a text. */
    static Kept read(String text) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            fields.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>()).add(decoded(parts[parts.length - 1]));
        }
        return carried(Typed.of(fields));
    }

    /** All of it as a text. */
    String text() {
        return carrying().entrySet().stream()
                .flatMap(
                        field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    /** Whether there is something. */
    public boolean isThere() {
        return !address.isEmpty();
    }

    /** The fields of a form that carries it along, each with its values; none if there is nothing. */
    public Map<String, List<String>> carrying() {
        Map<String, List<String>> hidden = new LinkedHashMap<>();
        if (isThere()) {
            hidden.put(ADDRESS, List.of(address));
            hidden.put(WITH_FILES, List.of(String.valueOf(withFiles)));
            fields.forEach((name, values) -> hidden.put(PREFIX + name, values));
            files.forEach((field, name) -> hidden.put(FILE + field, List.of(name)));
        }
        return hidden;
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("formtoken") || lower.equals("present") || lower.contains("password");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
