package org.migrationhub.server.site;

/**
 * What a reader is told in place of a page.
 *
 * @param status of HTTP
 * @param text what happened, and what to do
 * @param logId what to tell to whoever runs the site; empty if it is of no use
 */
public record Refused(int status, String text, String logId) {}
