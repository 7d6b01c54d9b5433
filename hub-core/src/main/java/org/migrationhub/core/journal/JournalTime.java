package org.migrationhub.core.journal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Instants in the one form that they have in the journal: UTC with six digits of a second, which every database keeps. */
final class JournalTime {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);

    private JournalTime() {}

    /** Refuses parts finer than a microsecond, and years beyond 0 to 9999. */
    static Instant check(Instant at) {
        if (!at.equals(at.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("An instant of the journal has whole microseconds, unlike " + at);
        }
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw new IllegalArgumentException("An instant of the journal lies in the years 0 to 9999, unlike " + at);
        }
        return at;
    }

    /** Such as {@code 2026-01-02T03:04:05.678901Z}. Refuses what {@link #check(Instant)} refuses. */
    static String write(Instant at) {
        return FORM.format(check(at));
    }

    /** Reads exactly what is written. */
    static Instant read(String text) {
        try {
            return FORM.parse(text, Instant::from);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "An instant of the journal is written as 2026-01-02T03:04:05.678901Z, unlike \"" + text + "\"", e);
        }
    }
}
