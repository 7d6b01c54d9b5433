package org.migrationhub.core.review;

import java.time.Instant;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Sha256;

/**
 * A content that was handed in. It never changes.
 *
 * @param number 1 for the first
 * @param digest of the content
 * @param disclosure the digest of what a reviewer is shown before declaring a conflict, see {@link Disclosure#digest()}
 * @param at when it was handed in
 */
public record Revision(int number, ContentDigest digest, Sha256 disclosure, Instant at) {}
