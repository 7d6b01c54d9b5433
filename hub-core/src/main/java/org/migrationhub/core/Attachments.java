package org.migrationhub.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FileInspection;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.StoredAttachment;

/** The files that items refer to. Thread-safe. */
final class Attachments {

    private final HubStorage storage;

    Attachments(HubStorage storage) {
        this.storage = storage;
    }

    /** Stores a file that is what it is said to be. */
    Attachment store(String name, String mediaType, InputStream bytes, Instant at) throws IOException {
        FileInspection inspection = FileInspection.of(name, mediaType);
        StoredAttachment stored =
                storage.storeAttachment(new InspectedInputStream(bytes, inspection), Attachment.MOST_BYTES, at);
        return new Attachment(name, inspection.mediaType(), stored.size(), stored.sha256(), null, "");
    }

    /** Keeps the files of an item from the sweep until the item is committed. */
    void hold(ContentItem item, Instant at) {
        sizes(item, at);
    }

    /**
     * Finds the attachments of an item that were never uploaded, or not as what the item says. An item is written by whoever
     * submits it: that its files were inspected when they came says nothing of the name that it gives them now. Where name
     * and type disagree, the form says so.
     */
    List<Violation> unknown(ContentItem item, Instant at) {
        Map<Sha256, Long> sizes = sizes(item, at);
        List<Violation> violations = new ArrayList<>();
        int index = 0;
        for (Attachment file : looked(item)) {
            String path = "/attachments/" + index++;
            if (!isThere(file, sizes)) {
                violations.add(new Violation(
                        path,
                        "attachment.unknown",
                        "No file of this digest and size is kept here; upload it, and put in what the answer says."));
            } else if (FileInspection.isTypeOfItsName(file) && !isOfItsType(file)) {
                violations.add(new Violation(
                        path, "attachment.content-mismatch", "What is in this file isn't of the type that is given."));
            }
        }
        return violations;
    }

    /** Opens an attachment of a revision, whose files were there when it was handed in. */
    OpenedAttachment open(Attachment file) {
        return storage.attachment(file.sha256())
                .map(bytes -> new OpenedAttachment(file, bytes))
                .orElseThrow(() -> new IllegalStateException("The file " + file.sha256() + " is missing"));
    }

    /** Opens an attachment of a draft, if it could be handed in. */
    Optional<OpenedAttachment> openUnchecked(Attachment file, Instant at) {
        Map<Sha256, Long> sizes = storage.holdAttachments(Set.of(file.sha256()), at);
        return isThere(file, sizes) && FileInspection.isTypeOfItsName(file) && isOfItsType(file)
                ? Optional.of(open(file))
                : Optional.empty();
    }

    private static boolean isThere(Attachment file, Map<Sha256, Long> sizes) {
        return Long.valueOf(file.size()).equals(sizes.get(file.sha256()));
    }

    private boolean isOfItsType(Attachment file) {
        try (InputStream bytes = open(file).bytes()) {
            return FileInspection.mayBe(file, bytes.readNBytes(FileInspection.HEAD));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file.sha256() + " can't be read", e);
        }
    }

    private Map<Sha256, Long> sizes(ContentItem item, Instant at) {
        Set<Sha256> digests = looked(item).stream().map(Attachment::sha256).collect(Collectors.toSet());
        return digests.isEmpty() ? Map.of() : storage.holdAttachments(digests, at);
    }

    /** More than these aren't handed in, nor looked at: a long list shall cost no more than one that is allowed. */
    private static List<Attachment> looked(ContentItem item) {
        List<Attachment> all = item.attachments();
        return all.subList(0, Math.min(all.size(), Attachment.MOST_OF_AN_ITEM));
    }
}
