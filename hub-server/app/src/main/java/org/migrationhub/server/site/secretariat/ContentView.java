package org.migrationhub.server.site.secretariat;

import org.migrationhub.server.site.read.ItemBody;

/**
 * The last revision of an item as it would be published.
 *
 * @param head of the item
 * @param body what its page would show
 */
public record ContentView(ItemHead head, ItemBody body) {}
