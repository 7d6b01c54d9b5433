package org.migrationhub.server.site.secretariat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.migrationhub.server.site.page.Voice;

/**
 * Says when something was: in UTC, since those who work together at this desk may live anywhere.
 *
 * @param voice of the page
 * @param now as of when it is shown
 */
record Times(Voice voice, Instant now) {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    /** The day. */
    String day(Instant at) {
        return voice.date(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /** The day and the minute. */
    String minute(Instant at) {
        return voice.say("form.minute", day(at), CLOCK.format(at));
    }

    /** How many whole days ago it was, or ahead it is. */
    long days(Instant at) {
        return Math.abs(Duration.between(at, now).toDays());
    }
}
