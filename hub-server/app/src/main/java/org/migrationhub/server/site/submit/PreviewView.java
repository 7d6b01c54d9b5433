package org.migrationhub.server.site.submit;

import org.migrationhub.server.site.read.ItemBody;

/**
 * An item as it will be published.
 *
 * @param body of its page
 * @param back where it is worked on
 * @param draft whether it is the draft, and not what was handed in
 */
public record PreviewView(ItemBody body, String back, boolean draft) {}
