package org.migrationhub.server.site.submit;

import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;

/**
 * Asks whether a submission shall be taken back.
 *
 * @param title of it
 * @param back where it is told how it stands
 * @param version of what is shown
 * @param typed the reason so far
 * @param notice what has to be known; may be empty
 * @param possible whether it can be taken back now
 * @param isPublic whether a version of it stays public
 * @param draft whether nothing was handed in yet
 */
public record WithdrawView(
        Said title,
        String back,
        String version,
        Typed typed,
        String notice,
        boolean possible,
        boolean isPublic,
        boolean draft) {}
