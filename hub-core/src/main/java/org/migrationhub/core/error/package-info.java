/**
 * The few errors that a caller can do something about, each with its data as fields.
 *
 * <p>Everything the core refuses is one of the subclasses of {@link org.migrationhub.core.error.HubException}; whoever
 * puts the core behind a protocol maps these and nothing else to an answer that explains itself, and treats every other
 * exception as a fault of its own. Messages are written for the person who caused them: they name ids and codes that
 * this person handed in and never another person.
 *
 * <p>"Conflict" is no word of this package: in this project it always means a reviewer's conflict of interest.
 */
@NullMarked
package org.migrationhub.core.error;

import org.jspecify.annotations.NullMarked;
