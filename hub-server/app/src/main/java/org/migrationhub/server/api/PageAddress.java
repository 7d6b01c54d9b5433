package org.migrationhub.server.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Language;

/**
 * The addresses of the site's own pages, so that nobody is led elsewhere by what a request says. Stateless and thread-safe.
 */
public final class PageAddress {

    private static final int LONGEST = 2_000;

    private PageAddress() {}

    /** Whether an address is one of the site's own pages. */
    public static boolean isOurs(String address) {
        return address.length() <= LONGEST
                && Language.official().stream().map(Language::tag).anyMatch(tag -> address.startsWith("/" + tag + "/"))
                && !address.contains("\\")
                && address.chars().allMatch(character -> character > ' ' && character < 0x7f);
    }

    /** An address as a cookie can have it. */
    static String asCookie(String address) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.US_ASCII));
    }

    /** The address in a cookie, if it is one of ours. */
    static Optional<String> ofCookie(@Nullable String value) {
        try {
            return Optional.ofNullable(value)
                    .map(text -> new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII))
                    .filter(PageAddress::isOurs);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no cookie of ours
        }
    }
}
