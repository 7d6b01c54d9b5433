package org.migrationhub.server.api;

/**
 * That whoever asks under a key creates something under an id, and nobody else does.
 *
 * @param id from the hub
 * @param again whether an earlier request under the key may have created it already
 */
record Reservation(String id, boolean again) {}
