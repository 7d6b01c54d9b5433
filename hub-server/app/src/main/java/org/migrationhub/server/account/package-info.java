/**
 * Who somebody is: accounts with their passwords, sessions, tokens and ways in, and what they are to the Hub. What they may do
 * is the core's to say; here it is only asked.
 *
 * <p>{@link org.migrationhub.server.account.Accounts} holds the parts together. Everything that lets somebody in is kept as a
 * digest in the database, which all servers share.
 */
@NullMarked
package org.migrationhub.server.account;

import org.jspecify.annotations.NullMarked;
