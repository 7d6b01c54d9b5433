package org.migrationhub.server.message;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.vocabulary.Language;

/**
 * A message about somebody's account.
 *
 * @param kind one of those about accounts
 * @param address to which it goes
 * @param language in which it is written; one that isn't official gives English
 * @param person whose account it is; null if nobody is registered yet
 * @param link where its recipient is to go on; null for none
 * @param until when the link ceases to work: from then on the message isn't sent; null for never
 */
public record AccountMessage(
        MessageKind kind,
        String address,
        Language language,
        @Nullable PersonId person,
        @Nullable String link,
        @Nullable Instant until) {

    private static final Pattern LINK = Pattern.compile("https?://[!-~]{1,1990}");
    private static final int LONGEST_ADDRESS = 400;

    /** Refuses kinds that aren't about accounts, and what couldn't be an address or a link. */
    public AccountMessage {
        if (!kind.isOfAccount()) {
            throw new IllegalArgumentException(kind + " isn't about an account");
        }
        if (address.isBlank() || address.length() > LONGEST_ADDRESS) {
            throw new IllegalArgumentException("No address of mail");
        }
        if (link != null && !LINK.matcher(link).matches()) {
            throw new IllegalArgumentException("No absolute address of a page");
        }
    }

    /** Without address and link: they must not get into a log. */
    @Override
    public String toString() {
        return kind.code();
    }
}
