package org.migrationhub.server.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.migrationhub.core.error.Violation;

/**
 * What a password may be: long, and none that is tried first. No mixture of kinds of characters is asked for, and none is
 * refused. Stateless and thread-safe.
 */
public final class PasswordRules {

    /** How many characters it has at least, as Unicode counts them after NFKC. */
    public static final int SHORTEST = 12;

    /** How many it has at most. */
    public static final int LONGEST = 128;

    private static final int FEWEST_DIFFERENT = 5;
    private static final int SHORTEST_PART_OF_AN_ADDRESS = 4;
    private static final Set<String> OBVIOUS = read();

    private PasswordRules() {}

    /**
     * Everything that speaks against a password.
     *
     * @param pointer where it stands in what was handed in
     * @param email the account's address
     */
    public static List<Violation> violations(String pointer, String password, EmailAddress email) {
        List<Violation> violations = new ArrayList<>();
        String normal = Passwords.normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < SHORTEST) {
            violations.add(new Violation(
                    pointer, "password.too-short", "Give a password of %d characters or more.".formatted(SHORTEST)));
        }
        if (length > LONGEST) {
            violations.add(new Violation(
                    pointer, "password.too-long", "A password has up to %d characters.".formatted(LONGEST)));
        }
        if (normal.codePoints().anyMatch(PasswordRules::isNoCharacter)) {
            violations.add(new Violation(
                    pointer, "password.characters", "A password has no control characters or halves of characters."));
        }
        if (length > 0 && isObvious(normal.toLowerCase(Locale.ROOT), email)) {
            violations.add(new Violation(
                    pointer, "password.obvious", "This is among the first that somebody would try; give another."));
        }
        return violations;
    }

    private static boolean isNoCharacter(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    private static boolean isObvious(String lower, EmailAddress email) {
        String name = email.key().substring(0, email.key().indexOf('@'));
        return OBVIOUS.contains(lower)
                || lower.codePoints().distinct().count() < FEWEST_DIFFERENT
                || (name.length() >= SHORTEST_PART_OF_AN_ADDRESS
                        && rest(lower, name).length() < FEWEST_DIFFERENT)
                || lower.contains(email.key());
    }

    private static String rest(String password, String name) {
        return password.contains(name) ? password.replace(name, "") : password;
    }

    private static Set<String> read() {
        try (InputStream in = PasswordRules.class.getResourceAsStream("obvious-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("The list of obvious passwords is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
