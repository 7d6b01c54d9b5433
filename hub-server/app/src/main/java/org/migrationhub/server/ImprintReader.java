package org.migrationhub.server;

import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.account.EmailAddress;
import org.migrationhub.server.site.page.Imprint;
import org.migrationhub.server.site.page.Words;

/** Reads what the installation says of itself on every page. Not thread-safe. */
final class ImprintReader {

    private static final int LONGEST_NOTE = 500;

    private final Section section;

    ImprintReader(Section section) {
        this.section = section;
    }

    /** What is said. */
    Imprint read() {
        String contact = section.optional("site.contact");
        if (!contact.isEmpty() && EmailAddress.find(contact).isEmpty()) {
            section.refuse("site.contact", "this is no address; give one such as help@example.org");
        }
        SortedMap<Language, String> notes = new TreeMap<>();
        for (Language language : Words.LANGUAGES) {
            String note = note("site.note." + language);
            if (!note.isEmpty()) {
                notes.put(language, note);
            }
        }
        return new Imprint(contact, notes);
    }

    private String note(String key) {
        String note = section.optional(key);
        if (note.length() > LONGEST_NOTE || note.chars().anyMatch(Character::isISOControl)) {
            section.refuse(key, "give one line of %d characters at most".formatted(LONGEST_NOTE));
        }
        return note;
    }
}
