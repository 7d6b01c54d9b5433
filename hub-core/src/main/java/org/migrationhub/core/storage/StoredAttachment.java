package org.migrationhub.core.storage;

import org.migrationhub.core.content.Sha256;

/**
 * The bytes of a file that was stored.
 *
 * @param sha256 by which they are found
 * @param size how many they are
 */
public record StoredAttachment(Sha256 sha256, long size) {}
