package org.migrationhub.server.site.page;

import org.jspecify.annotations.Nullable;

/**
 * What somebody has just done: a page that follows on an act says so. It is told by a parameter of the page's address,
 * which can name a text of ours and say nothing else.
 */
final class Done {

    /** The parameter with the last part of the text's key. */
    static final String PARAMETER = "done";

    private static final String KEYS = "done.";

    private Done() {}

    /** An address of a page that tells it. */
    static String told(String address, String what) {
        return address + (address.contains("?") ? "&" : "?") + PARAMETER + "=" + what;
    }

    /** What a page tells; empty if nothing was done. */
    static String read(Voice voice, @Nullable String what) {
        return what != null && voice.has(KEYS + what) ? voice.say(KEYS + what) : "";
    }
}
