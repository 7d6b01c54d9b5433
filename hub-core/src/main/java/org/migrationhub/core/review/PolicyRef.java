package org.migrationhub.core.review;

/**
 * Which policy, in which version. Every verdict records it.
 *
 * @param id such as {@code gcm-2022}
 * @param version 1 for the first; a changed policy is a new version, never the same one
 */
public record PolicyRef(String id, int version) {

    /** Refuses a blank id and a version below 1. */
    public PolicyRef {
        if (id.isBlank() || version < 1) {
            throw new IllegalArgumentException(
                    "A policy has an id and a version from 1 on, not \"" + id + "\" " + version);
        }
    }

    @Override
    public String toString() {
        return id + "/" + version;
    }
}
