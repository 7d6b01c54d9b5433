package org.migrationhub.server.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as somebody writes it, and the form in which it is compared.
 *
 * @param text as it is written to
 * @param key the same for all ways to write it: upper and lower case don't differ, nor do two encodings of one character. What
 *     only looks alike is another mailbox, such as one with a ligature; of a domain it isn't, since the names of hosts are so
 */
public record EmailAddress(String text, String key) {

    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile(
            "[^\\s@<>,;:\"()\\[\\]\\\\\\p{Cc}\\p{Cf}\\p{Cs}]{1,64}@[^\\s@<>,;:\"()\\[\\]\\\\\\p{Cc}\\p{Cf}\\p{Cs}]{1,255}",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** The address of this form; empty if it is none. Whether somebody reads what is sent there is found out by sending. */
    public static Optional<EmailAddress> find(String text) {
        String plain = text.strip();
        boolean wellFormed = plain.length() <= LONGEST && FORM.matcher(plain).matches();
        return wellFormed ? Optional.of(new EmailAddress(plain, key(plain))) : Optional.empty();
    }

    /** Whether this is it, as somebody has written it. */
    public boolean isSame(String written) {
        return find(written).filter(address -> address.key().equals(key)).isPresent();
    }

    private static String key(String text) {
        int at = text.indexOf('@');
        String mailbox = Normalizer.normalize(text.substring(0, at), Normalizer.Form.NFC);
        String domain = Normalizer.normalize(text.substring(at), Normalizer.Form.NFKC);
        return (mailbox + domain).toLowerCase(Locale.ROOT);
    }

    /** Nothing of it: it must not get into a log. */
    @Override
    public String toString() {
        return "an address";
    }
}
