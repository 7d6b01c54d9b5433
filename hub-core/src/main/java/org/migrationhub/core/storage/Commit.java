package org.migrationhub.core.storage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.people.HubEvent;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;

/** The next version of one aggregate with what happened to it: stored whole, or not at all. */
public sealed interface Commit {

    /** The head of the chain on which it is based; stored only if the chain still ends there. */
    ChainHead expected();

    /** What happened: at least one entry, each following the one before, the first following {@link #expected()}. */
    List<Entry> entries();

    /**
     * A submission's next version.
     *
     * @param after the submission from now on
     * @param contents contents that its new events refer to
     * @param notes notes that its new events refer to; what an erased person wrote is not kept
     */
    record OfSubmission(
            Submission after, ChainHead expected, List<Entry> entries, List<ContentItem> contents, List<Note> notes)
            implements Commit {
        /** Copies the lists and refuses entries that don't follow from the expected head. */
        public OfSubmission {
            entries = linked(expected, entries);
            contents = List.copyOf(contents);
            notes = List.copyOf(notes);
        }

        /**
         * Whether what is typed and not saved goes with it: since the draft was saved, handed in or taken back, or no more
         * draft can be saved.
         */
        public boolean endsWorkingCopy() {
            return !after.permits(Act.SAVE_DRAFT)
                    || savesDraft()
                    || entries.stream().anyMatch(entry -> entry.event() instanceof SubmissionEvent.Withdrawn);
        }

        /** Whether a draft is saved or handed in with it: the next working copy begins from that one. */
        public boolean savesDraft() {
            return entries.stream().map(Entry::event).anyMatch(OfSubmission::savesDraft);
        }

        private static boolean savesDraft(HubEvent event) {
            return event instanceof SubmissionEvent.DraftSaved || event instanceof SubmissionEvent.RevisionSubmitted;
        }
    }

    /**
     * A person's next version. Where {@link Person#erased()}, every note that the person wrote is blanked with it, and every
     * working copy that they typed last is dropped.
     *
     * @param after the person from now on
     */
    record OfPerson(Person after, ChainHead expected, List<Entry> entries) implements Commit {
        /** Copies the list and refuses entries that don't follow from the expected head. */
        public OfPerson {
            entries = linked(expected, entries);
        }
    }

    /**
     * An organisation's next version.
     *
     * @param after the organisation from now on
     */
    record OfOrganisation(Organisation after, ChainHead expected, List<Entry> entries) implements Commit {
        /** Copies the list and refuses entries that don't follow from the expected head. */
        public OfOrganisation {
            entries = linked(expected, entries);
        }
    }

    /** A checkpoint. */
    record OfCheckpoint(ChainHead expected, List<Entry> entries) implements Commit {
        /** Copies the list and refuses entries that don't follow from the expected head. */
        public OfCheckpoint {
            entries = linked(expected, entries);
        }
    }

    /**
     * A copy of the list, once it holds no two commits of the same chain: for a
     * {@link JournalStore#commitTogether storage}.
     *
     * @throws IllegalArgumentException if it does
     */
    static List<Commit> ofDifferentChains(List<Commit> commits) {
        Set<ChainId> chains = new HashSet<>();
        for (Commit commit : commits) {
            if (!chains.add(commit.expected().chain())) {
                throw new IllegalArgumentException(
                        "Two commits of " + commit.expected().chain());
            }
        }
        return List.copyOf(commits);
    }

    private static List<Entry> linked(ChainHead expected, List<Entry> entries) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("A commit needs an entry");
        }
        ChainHead head = expected;
        for (Entry entry : entries) {
            if (!entry.follows(head)) {
                throw new IllegalArgumentException("Entry " + entry.sequence() + " doesn't follow from " + head);
            }
            head = entry.head();
        }
        return List.copyOf(entries);
    }
}
