package org.migrationhub.server.site.submit;

import java.util.List;
import org.migrationhub.server.site.page.Said;

/**
 * The last step.
 *
 * @param head of the step
 * @param wrong what must be mended
 * @param doubtful what should be looked at
 * @param preview where it is shown as it will be published
 * @param handIn where it is handed in
 * @param further whether it was handed in before
 * @param published whether a version before is public
 * @param restarts whether handing it in ends a review that goes on
 */
public record CheckView(
        FormHead head,
        List<Note> wrong,
        List<Note> doubtful,
        String preview,
        String handIn,
        boolean further,
        boolean published,
        boolean restarts) {

    /**
     * Something about a field.
     *
     * @param where which field
     * @param said what to do about it
     * @param address of the field in its step
     */
    public record Note(Said where, Said said, String address) {}
}
