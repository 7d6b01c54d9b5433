package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.migrationhub.server.site.page.Typed;

/**
 * A panel, or one more member of it, before anything is done.
 *
 * @param head of the item
 * @param placing for what they were chosen, as addresses name it
 * @param people who was chosen, each in the place by which complaints call them
 * @param mix on which sides they stand, in words; empty for one person
 * @param typed with what has changed meanwhile
 * @param back where to choose otherwise
 */
public record PanelView(
        ItemHead head, String placing, List<CandidatesView.Person> people, String mix, Typed typed, String back) {}
