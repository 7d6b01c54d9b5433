package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.migrationhub.server.site.difference.Difference;
import org.migrationhub.server.site.page.Linked;

/**
 * What has changed in an item from one revision to the last.
 *
 * @param head of the item
 * @param between from which to which
 * @param difference what has changed
 * @param others the same from each other revision; empty if there is none
 */
public record RevisedView(ItemHead head, String between, Difference difference, List<Linked> others) {

    /** Copies the list. */
    public RevisedView {
        others = List.copyOf(others);
    }
}
