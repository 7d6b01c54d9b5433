package org.migrationhub.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.review.PolicyRef;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;

/** What the public finds at the address of an item that is, or once was, published. */
public sealed interface PublicRecord {

    /** The item's id; its address keeps it for ever. */
    SubmissionId id();

    /**
     * An item that is public.
     *
     * @param id of the item
     * @param revision the number of the published revision
     * @param digest of exactly this content: what the panel approved
     * @param content what the public reads
     * @param submittedOn the day on which the item was first handed in, in UTC
     * @param reviewed how it was reviewed
     * @param versions all revisions that were ever published, in order, this one last
     * @param featured how it is featured; null if it isn't
     */
    record Published(
            SubmissionId id,
            int revision,
            ContentDigest digest,
            ContentItem content,
            LocalDate submittedOn,
            HowReviewed reviewed,
            List<Version> versions,
            @Nullable Featured featured)
            implements PublicRecord {
        /** Copies the versions. */
        public Published {
            versions = List.copyOf(versions);
        }
    }

    /**
     * An item that was taken down.
     *
     * @param id of the item
     * @param kind of the item
     * @param reason why, as the secretariat wrote it to the public; empty if its author's data was erased
     * @param on the day, in UTC
     */
    record Tombstone(SubmissionId id, Kind kind, String reason, LocalDate on) implements PublicRecord {}

    /**
     * How a published revision was reviewed, without anything that tells by whom.
     *
     * @param policy under which, in its version
     * @param approvals how many approved
     * @param un how many of them from the UN
     * @param nonUn how many of them from outside it
     * @param on the day of the verdict, in UTC
     */
    record HowReviewed(PolicyRef policy, int approvals, int un, int nonUn, LocalDate on) {}

    /**
     * How an item is featured, in an editor's words.
     *
     * @param sentences what came of it, by language; without those whose author's data was erased
     * @param since when it was featured in these words
     */
    record Featured(SortedMap<Language, String> sentences, Instant since) {
        /** Copies the sentences. */
        public Featured {
            sentences = Collections.unmodifiableSortedMap(new TreeMap<>(sentences));
        }
    }

    /**
     * A revision that was published.
     *
     * @param revision its number
     * @param digest of its content
     * @param reviewed how it was reviewed
     */
    record Version(int revision, ContentDigest digest, HowReviewed reviewed) {

        /** The day of its publication, in UTC: that of the verdict, which published it. */
        public LocalDate on() {
            return reviewed.on();
        }
    }
}
