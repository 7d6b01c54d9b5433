package org.migrationhub.server.site.submit;

import java.util.List;
import org.migrationhub.server.site.page.Typed.Complaint;

/**
 * What a step is told that was kept while somebody writes.
 *
 * @param version of what is kept now
 * @param left whether something couldn't be kept
 * @param kept that it is kept, with a place for the time; empty if it isn't
 * @param stopped why nothing more is kept, and what to do; empty if it goes on
 * @param action where the form goes from now on; empty if it goes on no more
 * @param autosave where it is kept from now on
 * @param complaints what is wrong or missing in the step as it stands
 */
public record SavedView(
        long version,
        boolean left,
        String kept,
        String stopped,
        String action,
        String autosave,
        List<Complaint> complaints) {}
