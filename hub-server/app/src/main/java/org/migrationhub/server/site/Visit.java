package org.migrationhub.server.site;

import java.util.Map;
import java.util.regex.Pattern;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Ask;

/** One request for a page of one language, as the page's class needs it. Not thread-safe. */
final class Visit {

    /** What comes out of a header field and goes into links: a name or number, and a port. */
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");

    private final Ask ask;
    private final Voice voice;
    private final Addresses at;

    Visit(Ask ask, Voice voice) {
        this.ask = ask;
        this.voice = voice;
        this.at = new Addresses(voice.language());
    }

    /** What was asked for. */
    Ask ask() {
        return ask;
    }

    /** How the page speaks. */
    Voice voice() {
        return voice;
    }

    /** Where the other pages are. */
    Addresses at() {
        return at;
    }

    /** What is public, as a visitor finds it. */
    Finding finding() {
        return new Finding(ask.desk(), voice.language());
    }

    /** The frame of a page that is called by a key of the words. */
    Frame frame(String key) {
        return frame(new Said(voice.say(key), null, null), path());
    }

    /** The frame of a page. */
    Frame frame(Said title, String path) {
        return new Frame(voice, at, path, base(ask), theme(), "", title, "", "website", true);
    }

    /** The path behind the language. */
    String path() {
        return ask.path().substring(voice.tag().length() + 1);
    }

    /** A page, or the news that the reader has it already. */
    Answer page(String template, Frame frame, Object page) {
        Answer answer = Rendering.page(200, template, Map.of("frame", frame, "page", page));
        String tag = String.valueOf(answer.headers().get("ETag"));
        return ask.has(tag) ? Rendering.unchanged(answer) : answer;
    }

    /** The address of the site without a path, as the request names it; empty if it doesn't say it well. */
    static String base(Ask ask) {
        String host = ask.header("Host");
        return host != null && HOST.matcher(host).matches() ? "http://" + host : "";
    }

    private String theme() {
        String chosen = ask.cookie(Appearance.COOKIE);
        return chosen != null && Appearance.THEMES.contains(chosen) ? chosen : "";
    }

    /** Whether a path is one of the site's own, under a language. */
    static boolean isOurs(String path) {
        return Words.LANGUAGES.stream().map(Language::tag).anyMatch(tag -> path.startsWith("/" + tag + "/"));
    }
}
