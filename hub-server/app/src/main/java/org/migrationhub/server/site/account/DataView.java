package org.migrationhub.server.site.account;

/**
 * What somebody can do about their own data.
 *
 * @param asked the day on which they asked for it to be erased; empty if they haven't
 */
public record DataView(String asked) {}
