package org.migrationhub.server.site.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Language;

/**
 * What surrounds a page.
 *
 * @param voice how it speaks
 * @param at where the other pages of its language are
 * @param path its address behind the language, with what of the query says which page it is
 * @param base the address of the site without a path
 * @param imprint what the installation says of itself
 * @param theme the appearance that the reader chose: {@code light}, {@code dark}, or empty for the system's
 * @param viewer who looks at it
 * @param section which entry of the navigation it belongs to; empty if none
 * @param title of the page, with its language
 * @param description one or two sentences for whoever lists the page; may be empty
 * @param about what it is in the words of Open Graph: {@code website} or {@code article}
 * @param indexed whether search engines should list it
 * @param working whether something is done or compared there, which needs more than reading
 * @param done what somebody has just done; empty if nothing
 */
public record Frame(
        Voice voice,
        Addresses at,
        String path,
        String base,
        Imprint imprint,
        String theme,
        Viewer viewer,
        String section,
        Said title,
        String description,
        String about,
        boolean indexed,
        boolean working,
        String done) {

    /** What the sections of the desk begin with. */
    public static final String DESK = "desk.";

    /** The languages of the interface. */
    public List<Language> languages() {
        return Words.LANGUAGES;
    }

    /** This page in a language. */
    public String in(Language language) {
        return new Addresses(language).to(path);
    }

    /** The same as seen from elsewhere. */
    public String absolute(Language language) {
        return base + in(language);
    }

    /** This page for whoever reads none of the languages: where the browser's are looked at, or else in English. */
    public String anywhere() {
        return path.equals("/") ? base + "/" : absolute(Language.EN);
    }

    /** What the installation has every page end with; null if nothing. */
    public @Nullable Said note() {
        return imprint.note(voice.language()).orElse(null);
    }

    /** What the browser shows as the title. */
    public String heading() {
        String site = voice.say("site.name");
        return title.text().equals(site) ? site : title.text() + " – " + site;
    }

    /** Where a form goes that changes the appearance, and comes back from there. */
    public String appearance(String wanted) {
        return at.to("/appearance") + "?theme=" + wanted + "&back=" + Addresses.encoded(at.to(path));
    }

    /** The address of the style sheet. */
    public String styles() {
        return Assets.styles();
    }

    /** The address of the further style sheet of pages where something is done. */
    public String deskStyles() {
        return Assets.deskStyles();
    }

    /** The address of the script that makes forms of the desk easier to use. */
    public String deskScript() {
        return Assets.deskScript();
    }

    /** The address of the script that suggests what one may look for. */
    public String searchScript() {
        return Assets.searchScript();
    }

    /** The address of the mark. */
    public String mark() {
        return Assets.mark();
    }

    /** Whether it is a page of the desk, which has a navigation of its own. */
    public boolean ofDesk() {
        return section.startsWith(DESK);
    }

    /** Whether an entry of the navigation is where the page belongs. */
    public boolean isIn(String part) {
        return section.equals(part);
    }

    /** For a part of the site. */
    public Frame within(String part) {
        return new Frame(
                voice, at, path, base, imprint, theme, viewer, part, title, description, about, indexed, working, done);
    }

    /** Told in these words where the page is listed. */
    public Frame described(String words) {
        return new Frame(
                voice, at, path, base, imprint, theme, viewer, section, title, words, about, indexed, working, done);
    }

    /** A text of its own, and not a page that leads to others. */
    public Frame article() {
        return new Frame(
                voice,
                at,
                path,
                base,
                imprint,
                theme,
                viewer,
                section,
                title,
                description,
                "article",
                indexed,
                working,
                done);
    }

    /** Where something is done, compared or shown that needs more than reading. */
    public Frame forWork() {
        return new Frame(
                voice, at, path, base, imprint, theme, viewer, section, title, description, about, indexed, true, done);
    }

    /** Not to be listed by search engines. */
    public Frame unlisted() {
        return new Frame(
                voice,
                at,
                path,
                base,
                imprint,
                theme,
                viewer,
                section,
                title,
                description,
                about,
                false,
                working,
                done);
    }
}
