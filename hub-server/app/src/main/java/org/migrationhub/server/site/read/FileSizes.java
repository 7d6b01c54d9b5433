package org.migrationhub.server.site.read;

import java.util.Locale;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.server.site.page.Voice;

/** What is told of a file beside its name. Stateless and thread-safe. */
public final class FileSizes {

    private static final long KILO = 1024;

    private FileSizes() {}

    /** Of which format a file is, and how large; the letters of the format don't draw the number to themselves. */
    public static String format(Voice voice, Attachment file) {
        String ending = file.name().substring(file.name().lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return voice.say("file.format", "\u2068" + ending + "\u2069", size(voice, file.size()));
    }

    /** How large something is, to the nearest unit. */
    static String size(Voice voice, long bytes) {
        long kilos = Math.max(1, nearest(bytes));
        return kilos < KILO
                ? voice.say("file.kilo", voice.number(kilos))
                : voice.say("file.mega", voice.number(nearest(kilos)));
    }

    private static long nearest(long units) {
        return Math.round((double) units / KILO);
    }
}
