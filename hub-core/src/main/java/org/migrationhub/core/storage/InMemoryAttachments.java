package org.migrationhub.core.storage;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.Sha256;

/** The files of an {@link InMemoryStorage}, which guards them by its lock. Not thread-safe. */
final class InMemoryAttachments {

    private final Map<Sha256, byte[]> files = new HashMap<>();
    private final Map<Sha256, Instant> heldAt = new HashMap<>();
    private final Set<Sha256> referred = new HashSet<>();

    StoredAttachment store(StoredAttachment file, byte[] bytes, Instant at) {
        files.putIfAbsent(file.sha256(), bytes);
        renew(file.sha256(), at);
        return file;
    }

    Optional<InputStream> open(Sha256 digest) {
        return Optional.ofNullable(files.get(digest))
                .map(bytes -> new VerifiedInputStream(new ByteArrayInputStream(bytes), digest));
    }

    Map<Sha256, Long> hold(Set<Sha256> digests, Instant at) {
        Map<Sha256, Long> sizes = new HashMap<>();
        for (Sha256 digest : digests) {
            byte[] bytes = files.get(digest);
            if (bytes != null) {
                renew(digest, at);
                sizes.put(digest, (long) bytes.length);
            }
        }
        return sizes;
    }

    /** A content that refers to it was committed. */
    void refer(Attachment attachment) {
        referred.add(attachment.sha256());
    }

    /** What referred to any was taken back. */
    void referToNone() {
        referred.clear();
    }

    int sweep(Instant before) {
        int there = files.size();
        files.keySet().removeIf(digest -> isSwept(digest, before));
        heldAt.keySet().retainAll(files.keySet());
        return there - files.size();
    }

    private void renew(Sha256 digest, Instant at) {
        heldAt.merge(digest, at, (one, other) -> one.isAfter(other) ? one : other);
    }

    private boolean isSwept(Sha256 digest, Instant before) {
        Instant held = heldAt.get(digest);
        return !referred.contains(digest) && (held == null || held.isBefore(before));
    }
}
