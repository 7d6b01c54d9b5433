package org.migrationhub.server.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which media type of those that there are is wanted. Stateless and thread-safe. */
final class Accept {

    private Accept() {}

    /**
     * The type that suits the header field best, the earlier one of several.
     *
     * @return empty if none does
     */
    static Optional<String> best(@Nullable String header, List<String> types) {
        String best = null;
        double highest = 0;
        for (String type : types) {
            double quality = header == null || header.isBlank() ? 1 : quality(header, type);
            if (quality > highest) {
                best = type;
                highest = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    /** How welcome a type is: what the most specific range that holds it says. */
    private static double quality(String header, String type) {
        String plain = type.split(";", 2)[0];
        String anyOfKind = plain.substring(0, plain.indexOf('/')) + "/*";
        for (String wanted : List.of(plain, anyOfKind, "*/*")) {
            for (String range : header.split(",", -1)) {
                String[] parts = range.toLowerCase(Locale.ROOT).split(";", -1);
                if (parts[0].strip().equals(wanted)) {
                    return quality(parts);
                }
            }
        }
        return 0;
    }

    private static double quality(String[] parts) {
        for (String part : parts) {
            String parameter = part.strip();
            if (parameter.startsWith("q=")) {
                return number(parameter.substring(2));
            }
        }
        return 1;
    }

    private static double number(String text) {
        try {
            double number = Double.parseDouble(text);
            return number >= 0 && number <= 1 ? number : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
