package org.migrationhub.server.site.secretariat;

import org.migrationhub.server.site.page.Said;

/**
 * What heads each page about an item.
 *
 * @param address of the page with everything about it
 * @param title of it
 * @param kind what it is
 * @param stage where it stands
 * @param tone how that looks
 * @param version as the page knows it
 */
public record ItemHead(String address, Said title, String kind, String stage, String tone, long version) {}
