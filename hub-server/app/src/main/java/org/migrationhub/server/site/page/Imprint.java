package org.migrationhub.server.site.page;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.migrationhub.core.vocabulary.Language;

/**
 * What an installation says of itself on every page. Immutable.
 *
 * @param contact the address of those who help; empty if there is none
 * @param notes what stands at the end of each page, by language; in English or the first other where there is none
 */
public record Imprint(String contact, SortedMap<Language, String> notes) {

    /** Of an installation that says nothing of itself. */
    public static final Imprint NONE = new Imprint("", Collections.emptySortedMap());

    /** Copies the notes. */
    public Imprint {
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
    }

    /** What stands at the end of a page of this language; empty if nothing does. */
    public Optional<Said> note(Language page) {
        return Stream.concat(Stream.of(page, Language.EN), notes.keySet().stream())
                .flatMap(language ->
                        Optional.ofNullable(notes.get(language)).map(note -> Said.in(language, note)).stream())
                .findFirst();
    }
}
