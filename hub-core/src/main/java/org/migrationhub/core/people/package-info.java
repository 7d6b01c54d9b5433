/**
 * Who takes part: organisations, persons with their affiliations over time, and the roster of voluntary reviewers.
 *
 * <p>An affiliation holds between two instants, and a person's {@link org.migrationhub.core.people.Sector} is always
 * asked for as of a time; nobody is "UN" as such. What identifies a person (name, address) sits in one
 * {@link org.migrationhub.core.people.Profile} and can be erased; everything else refers to persons by id.
 *
 * <p>All types are immutable and thread-safe.
 */
@NullMarked
package org.migrationhub.core.people;

import org.jspecify.annotations.NullMarked;
