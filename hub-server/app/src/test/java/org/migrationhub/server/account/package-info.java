/** Accounts by a clock that is handed in, on a real database. */
package org.migrationhub.server.account;
