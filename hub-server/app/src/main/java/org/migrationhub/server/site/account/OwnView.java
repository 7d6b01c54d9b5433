package org.migrationhub.server.site.account;

import java.util.List;
import org.migrationhub.server.site.page.Said;

/**
 * What there is to one's account.
 *
 * @param facts what is known
 * @param languages in which letters can be written
 * @param entries what can be done
 */
public record OwnView(List<Fact> facts, List<Choice> languages, List<Entry> entries) {

    /** Copies the lists. */
    public OwnView {
        facts = List.copyOf(facts);
        languages = List.copyOf(languages);
        entries = List.copyOf(entries);
    }

    /**
     * Something that is known.
     *
     * @param name what it is
     * @param values what is known
     */
    public record Fact(String name, List<Said> values) {}

    /**
     * A language in which letters can be written.
     *
     * @param tag of the language
     * @param said what it calls itself
     * @param chosen whether they are
     */
    public record Choice(String tag, Said said, boolean chosen) {}

    /**
     * A page on which something can be done.
     *
     * @param path behind the language
     * @param title what it is called
     * @param text what is there
     */
    public record Entry(String path, String title, String text) {}
}
