package org.migrationhub.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * Keeps passwords as Argon2id hashes, with the parameters that OWASP recommends, in the usual text form. At most so many are
 * computed at once, so that many logins can't take all memory, and only so many wait for that, so that they can't take all
 * threads that answer requests; of these places, some are only for those who were here before. Thread-safe.
 */
public final class Passwords {

    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 4;
    private static final int MOST_WAITING = 16;
    private static final int ONLY_FOR_THE_KNOWN = 4;
    private static final long PATIENCE_SECONDS = 10;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** Of a password that nobody knows: an address without an account takes as long as one with. */
    private static final String NOBODYS =
            text(new byte[SALT_BYTES], new byte[HASH_BYTES]); // a hash of zeros, which no password is known to have

    private final Places places = new Places(AT_ONCE + MOST_WAITING, AT_ONCE + MOST_WAITING - ONLY_FOR_THE_KNOWN);
    private final Semaphore computing = new Semaphore(AT_ONCE, true);

    /**
     * What to keep of a password.
     *
     * @param place who wants it kept
     * @throws BusyException if too many are computed already
     */
    String hash(String password, Place place) {
        byte[] salt = Secrets.bytes(SALT_BYTES);
        return text(salt, compute(password, salt, KIBIBYTES, PASSES, LANES, HASH_BYTES, place));
    }

    /**
     * Whether a password is the one of which this was kept.
     *
     * @param kept null if there is none, which takes as long
     * @param place who says that it is
     * @throws BusyException if too many are computed already
     */
    boolean matches(String password, @Nullable String kept, Place place) {
        Matcher form = FORM.matcher(kept == null ? NOBODYS : kept);
        if (!form.matches()) {
            throw new IllegalStateException("A password is kept in a form that isn't known");
        }
        byte[] hash = Base64.getDecoder().decode(form.group(5));
        byte[] computed = compute(
                password,
                Base64.getDecoder().decode(form.group(4)),
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                hash.length,
                place);
        return MessageDigest.isEqual(hash, computed) && kept != null;
    }

    private byte[] compute(
            String password, byte[] salt, int kibibytes, int passes, int lanes, int length, Place place) {
        begin(place);
        try {
            Argon2BytesGenerator argon = new Argon2BytesGenerator();
            argon.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(kibibytes)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[length];
            argon.generateBytes(normal(password).getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            end(place);
        }
    }

    /** The same password typed on two keyboards may come in two forms. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /** Takes a place among those who compute; {@link #end} gives it back. */
    void begin(Place place) {
        if (!places.take(place)) {
            throw new BusyException();
        }
        boolean begun = false;
        try {
            begun = computing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!begun) {
            places.leave(place);
            throw new BusyException();
        }
    }

    void end(Place place) {
        computing.release();
        places.leave(place);
    }

    /** Who computes, or waits for that. */
    Places places() {
        return places;
    }

    /** How many wait for others to have computed. */
    int waiting() {
        return computing.getQueueLength();
    }

    private static String text(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(KIBIBYTES, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    /** Too many log in at once; it passes. */
    public static final class BusyException extends RuntimeException {

        BusyException() {
            super("Too many passwords are checked at once");
        }
    }
}
