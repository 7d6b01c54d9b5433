/**
 * A whole hub in one file, from any storage to any other: {@link org.migrationhub.core.archive.HubArchive} writes it, checks
 * it without a storage, and reads it into an empty one. {@code ARCHIVE-FORMAT.md} describes the file for other
 * implementers.
 *
 * <p>The file holds what happened and the words that belong to it; records are made of it again on reading, by the same
 * folds that a hub's acts go through. So nothing that is read is believed: a forged verdict or affiliation is no other
 * text in a file but another chain of hashes.
 */
@NullMarked
package org.migrationhub.core.archive;

import org.jspecify.annotations.NullMarked;
