package org.migrationhub.server.message;

/**
 * That one server, for a while, is to send a message.
 *
 * @param message as it was when it was claimed
 * @param by what tells this claim from any other
 */
record Claim(Message message, String by) {}
