package org.migrationhub.core.storage;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.people.HubEvent;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.SubmissionEvent;

/**
 * The words that the events of a submission refer to, in ascending order of digests: which of them there have to be is told
 * by the journal alone.
 *
 * @param contents each with the first entry that names it
 * @param notes each with the first entry that names it, by its author
 */
public record Words(SortedMap<ContentDigest, FeedEntry> contents, SortedMap<Sha256, FeedEntry> notes) {

    /** Ascending by what they are written as. */
    public static final Comparator<ContentDigest> CONTENTS = Comparator.comparing(ContentDigest::toString);

    /** Ascending by what they are written as. */
    public static final Comparator<Sha256> NOTES = Comparator.comparing(Sha256::hex);

    /** Copies the maps. */
    public Words {
        contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
    }

    /** Those of some entries of a submission, of which the first comes first. */
    public static Words of(List<FeedEntry> entries) {
        SortedMap<ContentDigest, FeedEntry> contents = new TreeMap<>(CONTENTS);
        SortedMap<Sha256, FeedEntry> notes = new TreeMap<>(NOTES);
        for (FeedEntry fed : entries) {
            ContentDigest content = content(fed.entry().event());
            if (content != null) {
                contents.putIfAbsent(content, fed);
            }
            notes(fed.entry().event()).forEach(note -> notes.putIfAbsent(note, fed));
        }
        return new Words(contents, notes);
    }

    /**
     * The content, once it is known to be what its digest says.
     *
     * @throws AlteredException if it isn't
     */
    public static ContentItem unaltered(ContentDigest digest, ContentItem kept) {
        if (!ContentDigest.of(kept).equals(digest)) {
            throw AlteredException.ofContent(digest, null);
        }
        return kept;
    }

    /**
     * The note, once it is known to be what its digest says.
     *
     * @throws AlteredException if it isn't
     */
    public static Note unaltered(Sha256 digest, Note kept) {
        if (!kept.digest().equals(digest)) {
            throw AlteredException.ofNote(digest, null);
        }
        return kept;
    }

    /** Of a review and of a verdict it is that of a revision, which the replay compares. */
    private static @Nullable ContentDigest content(HubEvent event) {
        if (event instanceof SubmissionEvent.DraftSaved saved) {
            return saved.digest();
        }
        return event instanceof SubmissionEvent.RevisionSubmitted submitted ? submitted.digest() : null;
    }

    /** The digests of the notes that an event names. */
    private static Collection<Sha256> notes(HubEvent event) {
        if (event instanceof SubmissionEvent.Featured featured) {
            return featured.sentences().values();
        }
        Sha256 note = note(event);
        return note == null ? List.of() : List.of(note);
    }

    /** The digest of the one note that an event names; null if it names none. */
    private static @Nullable Sha256 note(HubEvent event) {
        if (event instanceof SubmissionEvent.Returned returned) {
            return returned.note();
        }
        if (event instanceof SubmissionEvent.DeclinedAtScreening declined) {
            return declined.note();
        }
        if (event instanceof SubmissionEvent.SeatDeclined declined) {
            return declined.note();
        }
        if (event instanceof SubmissionEvent.SeatRecused recused) {
            return recused.note();
        }
        if (event instanceof SubmissionEvent.Reviewed reviewed) {
            return reviewed.note();
        }
        if (event instanceof SubmissionEvent.Withdrawn withdrawn) {
            return withdrawn.note();
        }
        if (event instanceof SubmissionEvent.Represented represented) {
            return represented.note();
        }
        return event instanceof SubmissionEvent.Retracted retracted ? retracted.note() : null;
    }
}
