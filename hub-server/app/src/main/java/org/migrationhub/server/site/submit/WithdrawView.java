package org.migrationhub.server.site.submit;

import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;

/**
 * Asks whether a submission shall be taken back.
 *
 * @param title of it
 * @param back where it is told how it stands
 * @param version of what is shown
 * @param behalf who does the submitter's part; null if only the submitter does
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
        @Nullable Said behalf,
        Typed typed,
        String notice,
        boolean possible,
        boolean isPublic,
        boolean draft) {}
