package org.migrationhub.core.storage;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.people.HubEvent;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.vocabulary.Language;

/**
 * The words that the events of a submission refer to, in ascending order of digests: which of them there have to be is told
 * by the journal alone.
 *
 * @param contents each with the first entry that names it
 * @param notes each with the first entry that names it, by its author
 * @param handedIn which of the contents were handed in: the others were drafts and nothing else
 */
public record Words(
        SortedMap<ContentDigest, FeedEntry> contents, SortedMap<Sha256, FeedEntry> notes, Set<ContentDigest> handedIn) {

    /** Ascending by what they are written as. */
    public static final Comparator<ContentDigest> CONTENTS = Comparator.comparing(ContentDigest::toString);

    /** Ascending by what they are written as. */
    public static final Comparator<Sha256> NOTES = Comparator.comparing(Sha256::hex);

    private static final Language NO_LANGUAGE = new Language("zxx");

    /** Copies all three. */
    public Words {
        contents = Collections.unmodifiableSortedMap(new TreeMap<>(contents));
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
        handedIn = Set.copyOf(handedIn);
    }

    /** Those of some entries of a submission, of which the first comes first. */
    public static Words of(List<FeedEntry> entries) {
        SortedMap<ContentDigest, FeedEntry> contents = new TreeMap<>(CONTENTS);
        SortedMap<Sha256, FeedEntry> notes = new TreeMap<>(NOTES);
        Set<ContentDigest> handedIn = new HashSet<>();
        for (FeedEntry fed : entries) {
            ContentDigest content = content(fed.entry().event());
            if (content != null) {
                contents.putIfAbsent(content, fed);
            }
            if (fed.entry().event() instanceof SubmissionEvent.RevisionSubmitted submitted) {
                handedIn.add(submitted.digest());
            }
            if (fed.entry().event() instanceof SubmissionEvent event) {
                event.notes().forEach(note -> notes.putIfAbsent(note, fed));
            }
        }
        return new Words(contents, notes, handedIn);
    }

    /** Whether nobody ever decided about this content: it goes when its submitter's data is erased. */
    public boolean isOnlyDrafted(ContentDigest digest) {
        return !handedIn.contains(digest);
    }

    /** What stands for a draft that went with its submitter's data: an item that says nothing, in no language. */
    public static ContentItem forgotten(Kind kind) {
        return kind == Kind.PRACTICE
                ? Practice.in(NO_LANGUAGE).build()
                : Resource.in(NO_LANGUAGE).build();
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
}
