package org.migrationhub.core.kit.explore;

/** How an organisation can be involved in an item, so that its people may not judge it. */
public enum Involvement {
    /** The item was submitted for it. */
    SUBMITTING,
    /** It implements, or publishes, what the item is about. */
    IMPLEMENTING,
    /** It is a partner in what the item is about. */
    PARTNERING
}
