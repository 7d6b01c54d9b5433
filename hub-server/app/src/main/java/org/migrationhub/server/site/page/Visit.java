package org.migrationhub.server.site.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Ask;
import org.migrationhub.server.api.PageAddress;

/** One request for a page of one language, as the page's class needs it. Not thread-safe. */
public final class Visit {

    /** Fields that say which form it is, not what was typed. */
    private static final Set<String> SIGNS = Set.of("formToken", "version", "digest", "id", "do");

    private final Ask ask;
    private final Voice voice;
    private final Addresses at;
    private final String base;
    private final Imprint imprint;
    private @Nullable String done;

    /**
     * A visit.
     *
     * @param ask what is asked for
     * @param voice of the language
     * @param base the address of the site without a path
     * @param imprint what the installation says of itself
     */
    public Visit(Ask ask, Voice voice, String base, Imprint imprint) {
        this.ask = ask;
        this.base = base;
        this.imprint = imprint;
        this.voice = voice;
        this.at = new Addresses(voice.language());
    }

    /** What was asked for. */
    public Ask ask() {
        return ask;
    }

    /** How the page speaks. */
    public Voice voice() {
        return voice;
    }

    /** Where the other pages are. */
    public Addresses at() {
        return at;
    }

    /** The frame of a page that is called by a key of the words. */
    public Frame frame(String key) {
        return frame(new Said(voice.say(key), null, null), path());
    }

    /** The frame of a page. */
    public Frame frame(Said title, String path) {
        return new Frame(
                voice, at, path, base, imprint, theme(), viewer(), "", title, "", "website", true, false, done());
    }

    /** The frame of a page of the desk, for whoever is logged in: not listed, and it tells what was done before. */
    public Frame desk(Said title, String section) {
        return new Frame(
                voice, at, path(), base, imprint, theme(), viewer(), section, title, "", "website", false, true,
                done());
    }

    /** What was done before; empty if nothing, or where the route tells nothing of it. */
    private String done() {
        String told = done == null ? Done.read(ask, voice) : done;
        done = told;
        return told;
    }

    /** Who looks at it. */
    public Viewer viewer() {
        return Viewer.of(ask);
    }

    /** What was typed into the form that was sent. */
    public Typed typed() {
        return Typed.of(ask.fields());
    }

    /** The path behind the language. */
    public String path() {
        return ask.path().substring(voice.tag().length() + 1);
    }

    /** A page, which isn't sent again to whoever has it already. */
    public Answer page(String template, Frame frame, Object page) {
        Answer answer = Rendering.page(200, template, Map.of("frame", frame, "page", page));
        return viewer().isIn() ? answer.forOne() : answer;
    }

    /** The same for a page whose search box suggests: the only one of those without a desk that runs a script of ours. */
    public Answer suggesting(String template, Frame frame, Object page) {
        return Rendering.running(page(template, frame, page));
    }

    /** A page for one person's eyes, which no cache keeps. */
    public Answer own(String template, Frame frame, Object page) {
        return own(200, template, frame, page);
    }

    /** A form that is shown again with what is wrong. */
    public Answer refused(String template, Frame frame, Object page) {
        return own(422, template, frame, page);
    }

    /** The same under any status. */
    public Answer own(int status, String template, Frame frame, Object page) {
        return Rendering.own(status, template, Map.of("frame", frame.forWork(), "page", page));
    }

    /**
     * What was typed and can't be taken in any more, to be copied: what it was for is no longer there, or no longer theirs.
     *
     * @param fields which of it somebody may want to keep
     * @param label what a field is called; empty if nothing by itself
     * @param onward where it is told how what it was for stands now; empty where that isn't theirs to see
     */
    public Answer unsent(Typed typed, List<String> fields, UnaryOperator<String> label, String onward) {
        List<Unsent.Text> texts = fields.stream()
                .filter(field -> !SIGNS.contains(field))
                .flatMap(field -> typed.given(field).map(text -> new Unsent.Text(label.apply(field), text)).stream())
                .toList();
        Frame frame = frame(voice.plain("unsent.title"), "/desk").unlisted();
        return own(409, "unsent", viewer().isIn() ? frame.within(Frame.DESK) : frame, new Unsent(texts, onward));
    }

    /** Leads to a page of this language, after something was done. */
    public Answer leadTo(String path) {
        return Rendering.redirect(303, at.to(path));
    }

    /**
     * Leads to a page for whoever is logged in, which tells what was done.
     *
     * @param what the last part of the key of what it tells: {@code done.saved} is told as {@code saved}
     */
    public Answer leadTo(String path, String what) {
        return Rendering.redirect(303, Done.told(ask, at.to(path), what));
    }

    /** The address of the site without a path. */
    public String base() {
        return base;
    }

    private String theme() {
        String chosen = ask.cookie(Theme.COOKIE);
        return chosen != null && Theme.ALL.contains(chosen) ? chosen : "";
    }

    /** Whether an address is one of the site's own pages, so that one may be led there by what a request says. */
    public static boolean isOurs(String address) {
        return PageAddress.isOurs(address);
    }
}
