package org.migrationhub.server.account;

import java.time.Instant;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.vocabulary.Language;

/**
 * That somebody may act.
 *
 * @param id of the account
 * @param person who it is in the hub; nobody else has another account of the same person
 * @param email where the account's letters go, confirmed
 * @param language in which they are written; {@link #UNSAID} until the holder has said so
 * @param hasPassword whether a password lets in; if not, only an identity provider does
 * @param since when the address was confirmed for the first time
 */
public record Account(
        String id, PersonId person, EmailAddress email, Language language, boolean hasPassword, Instant since) {

    /** Nobody has said yet in which language (BCP 47, undetermined). */
    static final Language UNSAID = new Language("und");

    /** Without the address: it must not get into a log. */
    @Override
    public String toString() {
        return "account " + id;
    }
}
