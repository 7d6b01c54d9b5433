package org.migrationhub.server.site.account;

import java.util.List;
import java.util.Map;
import org.migrationhub.server.site.page.Typed;

/**
 * A page that says what is about to happen, and asks.
 *
 * @param typed what was typed, with what is wrong
 * @param action behind the language, where the form goes
 * @param hidden what the form sends along, by field
 * @param text what is about to happen
 * @param inputs what has to be typed
 * @param act what the button says
 * @param note what else to know; may be empty
 */
public record Asking(
        Typed typed,
        String action,
        Map<String, String> hidden,
        String text,
        List<Input> inputs,
        String act,
        String note) {

    /** Copies the collections. */
    public Asking {
        hidden = Map.copyOf(hidden);
        inputs = List.copyOf(inputs);
    }

    /**
     * A field.
     *
     * @param name in the form
     * @param type of the field in HTML
     * @param autocomplete what the browser may fill in
     * @param label what it is for
     * @param help what is asked of it; may be empty
     */
    public record Input(String name, String type, String autocomplete, String label, String help) {}
}
