package org.migrationhub.server.site.submit;

import java.util.List;
import org.migrationhub.server.site.page.Typed.Complaint;

/**
 * What a step is told that was saved while somebody writes.
 *
 * @param version of the draft now
 * @param left whether something couldn't be kept
 * @param complaints what is wrong or missing in the step as it stands
 */
public record SavedView(long version, boolean left, List<Complaint> complaints) {}
