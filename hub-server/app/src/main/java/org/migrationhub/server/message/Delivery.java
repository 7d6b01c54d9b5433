package org.migrationhub.server.message;

/** What is to be done with a message, as things are now. */
sealed interface Delivery {

    /**
     * It is to be sent.
     *
     * @param address to whom
     * @param letter what it says
     */
    record To(String address, Letter letter) implements Delivery {}

    /**
     * There is nobody to send it to.
     *
     * @param reason why, as a code
     */
    record ToNobody(String reason) implements Delivery {}
}
