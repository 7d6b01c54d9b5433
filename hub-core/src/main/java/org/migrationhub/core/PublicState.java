package org.migrationhub.core;

/**
 * How far what anybody may see of a hub has come. Whatever a visitor's {@link Desk} answers is made of nothing else: an answer
 * that was begun in a state may be given again to every visitor as long as the hub is in it.
 *
 * @param end of the journal
 * @param indexed up to which position the search index has followed it
 * @param builds how often the index was built anew since this hub began
 */
public record PublicState(long end, long indexed, long builds) {}
