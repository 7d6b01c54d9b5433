package org.migrationhub.server.site.submit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Said;

/**
 * The step with files and with pages elsewhere.
 *
 * @param head of the step
 * @param files that are there
 * @param links how many rows, some of them empty
 * @param languages to choose from
 * @param attached what was attached just now; null if nothing was
 * @param full whether no further file can be attached
 */
public record FilesView(
        FormHead head,
        List<File> files,
        int links,
        List<Option> languages,
        @Nullable File attached,
        boolean full) {

    /** The parameter of the page's address that names what was attached just now. */
    static final String ATTACHED = "attached";

    /**
     * A file that is there.
     *
     * @param index in the list
     * @param name of it
     * @param format and size
     * @param address where it can be got
     * @param image whether it is an image, which must be described
     */
    public record File(int index, Said name, String format, String address, boolean image) {}
}
