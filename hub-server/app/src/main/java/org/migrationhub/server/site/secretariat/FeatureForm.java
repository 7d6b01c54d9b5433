package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Seen;
import org.migrationhub.server.site.page.Typed;

/**
 * How an item is featured, or may be.
 *
 * @param address of this page
 * @param title of the item
 * @param item the address at which everybody reads it
 * @param seen what stood in the form when it was opened
 * @param current whether it is featured now
 * @param former what it was said of, if that is no longer the public revision; empty otherwise
 * @param fields a sentence for each language
 * @param typed what was typed, or is said so far
 */
public record FeatureForm(
        String address,
        Said title,
        String item,
        Seen seen,
        boolean current,
        String former,
        List<Field> fields,
        Typed typed) {

    /**
     * A sentence of a language.
     *
     * @param name of the field
     * @param language its name, in the language of the page
     */
    public record Field(String name, Said language) {}
}
