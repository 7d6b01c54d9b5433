package org.migrationhub.server.site.submit;

import java.util.List;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;

/**
 * Where sheets are that are filled in offline, and where they come back.
 *
 * @param practice where the empty sheet of a practice is
 * @param resource where that of a resource is
 * @param action where a filled-in one goes
 * @param typed with what is wrong with the file as a whole
 * @param reserved the id of what a sheet becomes, with its seal: sent twice, it becomes one draft
 * @param left what of a file that was taken in stands in no draft, row by row
 * @param draft of what was taken in; empty if nothing was
 */
public record SheetView(
        String practice, String resource, String action, Typed typed, Typed reserved, List<Row> left, String draft) {

    /**
     * Something that was left out.
     *
     * @param row which
     * @param field what should stand there
     * @param said what to mend
     */
    public record Row(Said row, Said field, Said said) {}
}
