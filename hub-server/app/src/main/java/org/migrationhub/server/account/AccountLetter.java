package org.migrationhub.server.account;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.vocabulary.Language;

/**
 * A letter about an account.
 *
 * @param kind what it says
 * @param address where it goes
 * @param person whose account it is about; null if nobody has one with this address
 * @param language of whom it goes to
 * @param link the absolute address of a page that asks to go on; where it holds a one-time token, whoever has it can act in the
 *     recipient's place, so nobody else may read it. Empty for a letter that only tells
 * @param expires until when the link is good; for one that only tells, when it happened
 */
public record AccountLetter(
        Kind kind, String address, @Nullable PersonId person, Language language, String link, Instant expires) {

    /** What a letter says. */
    public enum Kind {
        /** Confirm that this address is yours, and the account is there. */
        CONFIRM_REGISTRATION,
        /** Somebody registers with this address, which has an account: log in, or reset the password. */
        ALREADY_REGISTERED,
        /** The secretariat asks you to make an account: choose a password. */
        INVITATION,
        /** Choose a new password. */
        RESET_PASSWORD,
        /** Somebody asks for a new password for this address, which has no account. */
        NO_ACCOUNT,
        /** Confirm that this is to be the address of your account. */
        CONFIRM_ADDRESS,
        /** Told to the former address: the account has another one now. */
        ADDRESS_CHANGED,
        /** The password was changed; if it wasn't you, reset it. */
        PASSWORD_CHANGED,
        /** A password was set by a letter; sessions and tokens are over. If it wasn't you, reset it. */
        PASSWORD_RESET,
        /** Told to the former address: somebody's record, whether or not they have an account, has another one now. */
        ADDRESS_REPLACED;

        /** The stable code. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether the link lets whoever has it act in the recipient's place. */
    public boolean isSecret() {
        return link.contains(AccountLinks.TOKEN);
    }

    /** Without address and link: they must not get into a log. */
    @Override
    public String toString() {
        return "letter " + kind.code();
    }
}
