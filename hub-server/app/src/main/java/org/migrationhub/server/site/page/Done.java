package org.migrationhub.server.site.page;

import java.time.Duration;
import org.migrationhub.server.account.Cookies;
import org.migrationhub.server.api.Ask;

/**
 * What somebody has just done: a page that follows on an act says so once. A parameter of the page's address names a text of
 * ours, and a cookie that came with the act names the same: what an address alone says, anybody could have written.
 */
final class Done {

    /** The parameter with the last part of the text's key. */
    static final String PARAMETER = "done";

    private static final String COOKIE = "hub-done";
    private static final String KEYS = "done.";

    /** Long enough to get to the page that follows. */
    private static final Duration LIFE = Duration.ofMinutes(1);

    private Done() {}

    /** An address of a page that tells it to whoever has done it. */
    static String told(Ask ask, String address, String what) {
        Cookies cookies = ask.door().cookies();
        ask.setCookie(cookies.set(cookies.named(COOKIE), what, LIFE));
        return address + (address.contains("?") ? "&" : "?") + PARAMETER + "=" + what;
    }

    /** What a page tells; empty if nothing was done. It is told once. */
    static String read(Ask ask, Voice voice) {
        String what = ask.query().one(PARAMETER).orElse("");
        if (!voice.has(KEYS + what) || !ask.hasDoor() || !isDone(ask, what)) {
            return "";
        }
        Cookies cookies = ask.door().cookies();
        ask.setCookie(cookies.set(cookies.named(COOKIE), "", Duration.ZERO));
        return voice.say(KEYS + what);
    }

    private static boolean isDone(Ask ask, String what) {
        return what.equals(ask.cookie(ask.door().cookies().named(COOKIE)));
    }
}
