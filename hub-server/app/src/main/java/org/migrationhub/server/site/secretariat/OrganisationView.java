package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Seen;
import org.migrationhub.server.site.page.Typed;

/**
 * An organisation's record, to be changed, or the form for a new one.
 *
 * @param address to which the form goes
 * @param seen what stood in the form when it was opened; without meaning for a new one
 * @param name as it is recorded; null for a new one
 * @param people where the people of this name are found; null for a new one
 * @param sides to choose from
 * @param organisations some of the names to choose from
 * @param typed what was typed, with what is wrong
 */
public record OrganisationView(
        String address,
        Seen seen,
        @Nullable Said name,
        @Nullable String people,
        List<CandidatesView.Option> sides,
        List<String> organisations,
        Typed typed) {}
