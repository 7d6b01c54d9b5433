package org.migrationhub.core.content;

import java.util.regex.Pattern;

/** The form that ids of persons and organisations share: safe in addresses, file names and logs. */
final class Identifier {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private Identifier() {}

    static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    static String check(String kind, String value) {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not the id of " + kind + ": \"" + value + "\"");
        }
        return value;
    }
}
