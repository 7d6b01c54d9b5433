package org.migrationhub.server.site.account;

import java.util.List;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;

/**
 * The tokens of somebody's programs.
 *
 * @param secret of the one that was just made; empty if none was
 * @param tokens all of them, the latest first
 * @param scopes what a new one can be good for
 * @param days for how many it can be good
 * @param typed what was typed, with what is wrong
 * @param number by which programs name whoever this is
 * @param reserved the id of what the form makes, with its seal
 */
public record TokensView(
        String secret,
        List<Line> tokens,
        List<Choice> scopes,
        List<Choice> days,
        Typed typed,
        String number,
        Typed reserved) {

    /** Copies the lists. */
    public TokensView {
        tokens = List.copyOf(tokens);
        scopes = List.copyOf(scopes);
        days = List.copyOf(days);
    }

    /**
     * A token.
     *
     * @param id by which it is revoked
     * @param name by which its owner knows it
     * @param scopes what it is good for
     * @param since the day on which it was made
     * @param until the day on which it expires
     * @param state in a word
     * @param good whether it is good for something still
     */
    public record Line(
            String id, Said name, List<String> scopes, String since, String until, String state, boolean good) {}

    /**
     * Something to choose.
     *
     * @param code of it
     * @param text what it is called
     */
    public record Choice(String code, String text) {}
}
