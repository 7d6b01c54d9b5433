package org.migrationhub.server.account;

import org.jdbi.v3.core.Handle;
import org.migrationhub.core.content.PersonId;

/** Takes the letters that accounts send. Thread-safe. */
public interface AccountMail {

    /**
     * Queues a letter in the transaction that the handle is in: it is sent, at least once, exactly if that is committed.
     *
     * @param handle of the transaction, to be neither closed nor committed
     * @param letter what is to be sent
     */
    void queue(Handle handle, AccountLetter letter);

    /**
     * Forgets, in the same way, what is kept of letters to somebody whose data is erased, and to their address.
     *
     * @param handle of the transaction, to be neither closed nor committed
     */
    void forget(Handle handle, PersonId person, String address);
}
