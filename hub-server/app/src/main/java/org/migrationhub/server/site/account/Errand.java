package org.migrationhub.server.site.account;

import java.util.List;
import org.migrationhub.server.account.PasswordRules;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/**
 * What a page of letters is for.
 *
 * @param path behind the language
 * @param key with which the keys of its words begin
 * @param inputs what has to be typed
 * @param act what is done then
 */
record Errand(String path, String key, List<Input> inputs, Act act) {

    /** Does what was asked for. */
    interface Act {
        /**
         * Does it, or throws what speaks against it.
         *
         * @param token from the letter; empty where one is only asked for
         * @return what is told then
         */
        Next done(Visit visit, Typed typed, String token);
    }

    /**
     * Where it goes on.
     *
     * @param path behind the language
     * @param done what is told there; empty if the page says it itself
     */
    record Next(String path, String done) {}

    /** A field to type into. */
    enum Input {
        EMAIL("email", "email", "email"),
        NAME("name", "text", "name"),
        NEW_PASSWORD("password", "password", "new-password"),
        PASSWORD("password", "password", "current-password"),
        PRESENT("present", "password", "current-password");

        private final String field;
        private final String type;
        private final String autocomplete;

        Input(String field, String type, String autocomplete) {
            this.field = field;
            this.type = type;
            this.autocomplete = autocomplete;
        }

        Asking.Input view(Voice voice) {
            return new Asking.Input(field, type, autocomplete, label(voice), help(voice));
        }

        private String label(Voice voice) {
            return switch (this) {
                case EMAIL -> voice.say("login.email");
                case NAME -> voice.say("register.name");
                case NEW_PASSWORD -> voice.say("password.label");
                case PASSWORD -> voice.say("login.password");
                case PRESENT -> voice.say("account.present");
            };
        }

        private String help(Voice voice) {
            return switch (this) {
                case EMAIL, PASSWORD, PRESENT -> "";
                case NAME -> voice.say("register.name.help");
                case NEW_PASSWORD -> voice.say("password.rules", PasswordRules.SHORTEST, PasswordRules.LONGEST);
            };
        }
    }
}
