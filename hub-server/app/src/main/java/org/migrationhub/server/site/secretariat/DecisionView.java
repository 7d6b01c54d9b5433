package org.migrationhub.server.site.secretariat;

import org.migrationhub.server.site.page.Typed;

/**
 * What somebody is about to decide.
 *
 * @param head of the item
 * @param act the code of what is to be done
 * @param words whether it has to be said why
 * @param typed what was typed, with what is wrong
 */
public record DecisionView(ItemHead head, String act, boolean words, Typed typed) {}
