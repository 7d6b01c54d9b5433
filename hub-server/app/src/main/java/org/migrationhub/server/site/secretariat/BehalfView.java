package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;

/**
 * Asks what is to be begun for somebody.
 *
 * @param person the address of their record
 * @param name of theirs
 * @param typed what was typed, with what is wrong
 * @param resource whether it is a resource, and no practice
 * @param languages in which it may be written first
 */
public record BehalfView(
        String person, Said name, Typed typed, boolean resource, List<CandidatesView.Option> languages) {}
