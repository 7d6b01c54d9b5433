package org.migrationhub.core.archive;

/**
 * An archive isn't what a hub wrote: something in it was altered, added, removed or moved, or it ends too early. Nothing of
 * it was put into a storage, besides attachments that nothing refers to yet. For whoever runs an installation; no act of a
 * hub leads to it.
 */
public final class ArchiveDamagedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ArchivePlace place;
    private final String reason;

    ArchiveDamagedException(ArchivePlace place, String reason) {
        super("The archive is damaged in %s: %s.".formatted(place, reason));
        this.place = place;
        this.reason = reason;
    }

    /** Where the first damage was found. */
    public ArchivePlace place() {
        return place;
    }

    /** What is wrong there: the end of a sentence. */
    public String reason() {
        return reason;
    }
}
