package org.migrationhub.server.api;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Network addresses that begin alike.
 *
 * @param first an address of the range
 * @param bits how many bits at the beginning they share
 */
public record AddressRange(InetAddress first, int bits) {

    /** Those of the widest private range, fc00::/7. */
    private static final int FEWEST_BITS = 7;

    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    /** A range such as {@code 10.0.0.0/8}, or a single address. */
    public static Optional<AddressRange> find(String text) {
        String[] parts = text.split("/", -1);
        InetAddress first = address(parts[0]);
        if (first == null || parts.length > 2) {
            return Optional.empty();
        }
        int most = first.getAddress().length * 8;
        int bits = parts.length == 1 ? most : bits(parts[1]);
        return bits < 0 || bits > most ? Optional.empty() : Optional.of(new AddressRange(first, bits));
    }

    /** An address as it is written; null if the text is none. No name is ever looked up. */
    static @Nullable InetAddress address(String text) {
        String plain = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        try {
            return ADDRESS.matcher(plain).matches() ? InetAddress.getByName(plain) : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** Whether an address is one of them. */
    boolean contains(InetAddress address) {
        byte[] own = first.getAddress();
        byte[] other = address.getAddress();
        int rest = own.length * 8 - bits;
        return own.length == other.length
                && new BigInteger(1, own).shiftRight(rest).equals(new BigInteger(1, other).shiftRight(rest));
    }

    /** Whether so many addresses are in it that they can't be those of anybody in particular: more than any private range has. */
    public boolean isEverybody() {
        return bits < FEWEST_BITS;
    }

    private static int bits(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : -1;
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }
}
