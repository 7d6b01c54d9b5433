package org.migrationhub.core.content;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When two names of organisations mean the same one. */
final class OrganisationNames {

    private static final Pattern WITH_ABBREVIATION = Pattern.compile("(.+?)\\s*[(（]\\s*(\\p{Lu}{2,})\\s*[)）]\\s*");

    /** Far beyond what a field may hold: a longer name is only compared as a whole. */
    private static final int LONGEST = 1_000;

    private OrganisationNames() {}

    static boolean agree(String name, Collection<String> names) {
        Set<String> forms = forms(name);
        return names.stream().anyMatch(other -> !Collections.disjoint(forms, forms(other)));
    }

    /** The name, the abbreviation in brackets behind it, and the name without it if it does abbreviate the name. */
    private static Set<String> forms(String name) {
        Set<String> forms = new HashSet<>();
        forms.add(folded(name));
        Matcher matcher = WITH_ABBREVIATION.matcher(name);
        if (name.length() <= LONGEST && matcher.matches()) {
            String abbreviation = folded(matcher.group(2));
            String full = folded(matcher.group(1));
            forms.add(abbreviation);
            if (abbreviates(abbreviation, full)) {
                forms.add(full);
            }
        }
        forms.remove("");
        return forms;
    }

    /**
     * Whether the letters are initials of words, in their order. Otherwise what is in brackets may tell apart two
     * organisations of the same name: "Ministry of Health (UK)".
     */
    private static boolean abbreviates(String letters, String words) {
        int next = 0;
        for (String word : words.split(" ")) {
            if (next < letters.length() && word.startsWith(letters.substring(next, next + 1))) {
                next++;
            }
        }
        return next == letters.length();
    }

    private static String folded(String name) {
        return FoldedName.of(name).words().strip();
    }
}
