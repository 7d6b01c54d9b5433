/**
 * What the Hub publishes: practices of its repository and resources of its library, as immutable values.
 *
 * <p>A value here may be incomplete, because drafts are, but never has the wrong shape: it holds no null where none
 * is declared and no collection that can change. What is missing or wrong in it is told by
 * {@link org.migrationhub.core.content.FormRules}, everything at once. The one JSON form of an item, for API, storage
 * and export alike, is that of {@link org.migrationhub.core.content.ContentCodec}; the SHA-256 of its canonical bytes
 * is the {@link org.migrationhub.core.content.ContentDigest} to which every review is bound.
 * {@code CANONICAL-FORM.md} in this module specifies both for other implementations.
 *
 * <p>Persons appear by id only: their names live elsewhere and can be erased without changing any digest.
 *
 * <p>Every type of this package is immutable and thread-safe, except the builders.
 */
@NullMarked
package org.migrationhub.core.content;

import org.jspecify.annotations.NullMarked;
