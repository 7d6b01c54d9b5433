package org.migrationhub.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.search.SearchCursor;

/**
 * Hides where a page of a search ended from whoever is given it to come back with: an index says that by the title and the
 * instant of an item, which need not be public any more, and an instant tells more than the day that is shown.
 *
 * <p>AES-GCM, with a nonce that is made of the text itself: the same place of the same search is always sealed to the same
 * text, so that a page that stays as it was can be kept by caches, and nothing else is told by it. Immutable and
 * thread-safe.
 */
final class CursorSeal {

    /** The bytes of a key. */
    static final int KEY = 32;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** What is sealed is filled up to a multiple of so many bytes: its length must not tell that of a title. */
    private static final int BLOCK = 128;

    private static final byte END = 1;
    private static final String MAC = "HmacSHA256";

    private final SecretKeySpec sealing;
    private final SecretKeySpec naming;

    private CursorSeal(byte[] key) {
        SecretKeySpec root = new SecretKeySpec(key, MAC);
        this.sealing = new SecretKeySpec(mac(root, "cursor".getBytes(StandardCharsets.US_ASCII)), "AES");
        this.naming = new SecretKeySpec(mac(root, "nonce".getBytes(StandardCharsets.US_ASCII)), MAC);
    }

    /**
     * With a key.
     *
     * @throws IllegalArgumentException if it doesn't have {@value #KEY} bytes
     */
    static CursorSeal of(byte[] key) {
        if (key.length != KEY) {
            throw new IllegalArgumentException("A key has " + KEY + " bytes, not " + key.length);
        }
        return new CursorSeal(key);
    }

    /** With a key that nobody has, and nobody has again. */
    static CursorSeal random() {
        byte[] key = new byte[KEY];
        new SecureRandom().nextBytes(key);
        return new CursorSeal(key);
    }

    /** What stands for a cursor: letters, digits, hyphens and underscores. */
    String seal(String cursor) {
        byte[] text = filled(cursor.getBytes(StandardCharsets.UTF_8));
        byte[] nonce = Arrays.copyOf(mac(naming, text), NONCE);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, text, 0);
        byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
        System.arraycopy(sealed, 0, all, NONCE, sealed.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /**
     * The cursor that a text stands for.
     *
     * @throws RefusedException as {@link SearchCursor#invalid()} if it wasn't sealed with this key
     */
    String open(String text) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            if (all.length <= NONCE
                    || !Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(all)
                            .equals(text)) {
                throw SearchCursor.invalid();
            }
            byte[] filled = crypt(Cipher.DECRYPT_MODE, Arrays.copyOf(all, NONCE), all, NONCE);
            return new String(filled, 0, end(filled), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            RefusedException refused = SearchCursor.invalid();
            refused.addSuppressed(e);
            throw refused;
        }
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text, from, text.length - from);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not sealed with this key", e);
        }
    }

    private static byte[] mac(SecretKeySpec key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + MAC, e);
        }
    }

    private static byte[] filled(byte[] text) {
        byte[] filled = Arrays.copyOf(text, (text.length / BLOCK + 1) * BLOCK);
        filled[text.length] = END;
        return filled;
    }

    private static int end(byte[] filled) {
        int end = filled.length - 1;
        while (end > 0 && filled[end] != END) {
            end--;
        }
        return end;
    }
}
