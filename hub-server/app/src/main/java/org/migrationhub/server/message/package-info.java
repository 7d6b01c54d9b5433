/**
 * What the Hub tells people by mail.
 *
 * <p>The journal's entry is the record that somebody is to be told, written in one transaction with the act. A
 * {@link org.migrationhub.server.message.MessageFeed} makes messages of it, each once, in the
 * {@link org.migrationhub.server.message.Outbox}; accounts put theirs there within their own transactions. A
 * {@link org.migrationhub.server.message.Postman} claims one after the other in the database, writes it with the rights
 * that its recipient has then, and hands it to a server of mail. No request waits for any of that.
 */
@NullMarked
package org.migrationhub.server.message;

import org.jspecify.annotations.NullMarked;
