package org.migrationhub.server.site.submit;

import org.migrationhub.server.site.page.Said;

/**
 * Something that can be chosen.
 *
 * @param value what the form sends
 * @param said what it is called
 * @param mark its number or letter; empty if it has none
 */
public record Option(String value, Said said, String mark) {

    /** The same under another name. */
    public Option as(Said other) {
        return new Option(value, other, mark);
    }

    static Option of(String value, Said said) {
        return new Option(value, said, "");
    }
}
