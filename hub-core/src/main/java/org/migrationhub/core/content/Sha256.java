package org.migrationhub.core.content;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A SHA-256 (FIPS 180-4).
 *
 * @param hex its 32 bytes as 64 hexadecimal digits in lower case
 */
public record Sha256(String hex) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public Sha256 {
        if (!isWellFormed(hex)) {
            throw new IllegalArgumentException("not a SHA-256 in 64 lower-case hexadecimal digits: \"" + hex + "\"");
        }
    }

    /** The SHA-256 of these bytes. */
    public static Sha256 of(byte[] bytes) {
        return ofDigest(algorithm().digest(bytes));
    }

    /**
     * What {@link #algorithm} made of bytes that were too many to have at once.
     *
     * @throws IllegalArgumentException if these are not 32 bytes
     */
    public static Sha256 ofDigest(byte[] digest) {
        return new Sha256(HexFormat.of().formatHex(digest));
    }

    /** The SHA-256 in this form; empty if the text is not of that form. */
    public static Optional<Sha256> find(String hex) {
        return isWellFormed(hex) ? Optional.of(new Sha256(hex)) : Optional.empty();
    }

    /** The hexadecimal digits alone. */
    @Override
    public String toString() {
        return hex;
    }

    /** The algorithm at its beginning, for bytes that come one after the other. */
    public static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static boolean isWellFormed(String hex) {
        return FORM.matcher(hex).matches();
    }
}
