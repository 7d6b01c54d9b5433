package org.migrationhub.server.site.account;

/**
 * What can be sent once more.
 *
 * @param kept what was sent
 * @param formToken of the session that there is now
 */
public record Again(Kept kept, String formToken) {}
