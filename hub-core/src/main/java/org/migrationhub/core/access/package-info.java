/**
 * Who may do what: one {@link org.migrationhub.core.access.AccessTable} of role, relation to the item and stage.
 *
 * <p>A role says what somebody is to the Hub, a relation what they are to one item. Being close to an item takes rights
 * away: the secretariat doesn't seat a panel for what one of them submitted, is named in, judges or has judged. Whoever may not know
 * that an item exists is told that it doesn't.
 *
 * <p>All types are immutable and thread-safe.
 */
@NullMarked
package org.migrationhub.core.access;

import org.jspecify.annotations.NullMarked;
