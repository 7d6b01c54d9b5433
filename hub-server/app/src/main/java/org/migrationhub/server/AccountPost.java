package org.migrationhub.server;

import org.jdbi.v3.core.Handle;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.server.account.AccountLetter;
import org.migrationhub.server.account.AccountMail;
import org.migrationhub.server.message.AccountMessage;
import org.migrationhub.server.message.MessageKind;
import org.migrationhub.server.message.Outbox;

/** Hands the letters of accounts to those who deliver messages: kinds have the same names there. Thread-safe. */
record AccountPost(Outbox outbox) implements AccountMail {

    @Override
    public void queue(Handle handle, AccountLetter letter) {
        outbox.queue(
                handle,
                new AccountMessage(
                        MessageKind.valueOf(letter.kind().name()),
                        letter.address(),
                        letter.language(),
                        letter.person(),
                        letter.link(),
                        letter.isSecret() ? letter.expires() : null));
    }

    @Override
    public void forget(Handle handle, PersonId person, String address) {
        outbox.forget(handle, person);
        outbox.forgetAddress(handle, address);
    }
}
