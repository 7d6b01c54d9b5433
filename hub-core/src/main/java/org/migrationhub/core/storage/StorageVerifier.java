package org.migrationhub.core.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;

/**
 * Whether what a storage keeps beside the journal (the lists of submissions, the counts of open seats, the records of people,
 * the words and files that entries name) agrees with it: a database that tore a commit apart is found out, and whoever
 * altered a text. The journal itself is checked by {@link StoredJournal}, which comes first: one that isn't sound isn't
 * looked at here.
 *
 * <p>May be run while hubs work on the storage: what changes meanwhile is looked at again, and counts that span it are left
 * out. It reads everything, page by page and each file to its end, and remembers an id for each submission and a digest for
 * each file. Not thread-safe.
 */
public final class StorageVerifier {

    private static final int PAGE = 200;

    private final HubStorage storage;
    private final List<String> faults = new ArrayList<>();
    private final Set<SubmissionId> listed = new HashSet<>();
    private final Map<PersonId, Integer> awaited = new HashMap<>();
    private final SortedSet<FeaturedPlace> featured = new TreeSet<>();
    private final KeptWords words;

    private StorageVerifier(HubStorage storage) {
        this.storage = storage;
        this.words = new KeptWords(storage, faults);
    }

    /**
     * Looks for contradictions.
     *
     * @return a sentence for each; empty if there is none
     */
    public static List<String> contradictions(HubStorage storage) {
        StorageVerifier verifier = new StorageVerifier(storage);
        verifier.run();
        return List.copyOf(verifier.faults);
    }

    private void run() {
        long begun = storage.end();
        compareLists();
        compareChains(begun);
        Map<PersonId, Integer> counted = storage.openSeats(awaited.keySet());
        List<FeaturedPlace> listedAsFeatured = featured();
        if (storage.end() == begun) {
            require(
                    List.copyOf(featured).equals(listedAsFeatured),
                    "By the journal these are featured: %s, and listed are %s".formatted(featured, listedAsFeatured));
            awaited.forEach((person, seats) -> require(
                    seats.equals(counted.get(person)),
                    "Of %s %d reviews are awaited, and %d counted".formatted(person, seats, counted.get(person))));
        }
    }

    private List<FeaturedPlace> featured() {
        List<FeaturedPlace> all = new ArrayList<>();
        List<FeaturedPlace> page = storage.featured(null, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = storage.featured(page.get(page.size() - 1), PAGE);
        }
        return all;
    }

    private void compareLists() {
        @Nullable SubmissionId last = null;
        List<SubmissionSummary> page;
        do {
            page = storage.submissions(SubmissionQuery.all().after(last).limit(PAGE));
            for (SubmissionSummary line : page) {
                compare(line, last);
                last = line.id();
                listed.add(last);
            }
        } while (page.size() == PAGE);
    }

    private void compare(SubmissionSummary first, @Nullable SubmissionId before) {
        SubmissionSummary line = first;
        @Nullable ChainHead seen = null;
        while (true) {
            Optional<Stored<Submission>> stored = storage.submission(first.id());
            if (stored.isEmpty()) {
                faults.add("%s is listed, and has no journal".formatted(first.id()));
                return;
            }
            if (fits(line, stored.get().value())) {
                count(stored.get().value());
                return;
            }
            if (stored.get().head().equals(seen)) {
                faults.add("%s is listed as %s, and by its journal is %s"
                        .formatted(first.id(), line, told(stored.get().value())));
                return;
            }
            seen = stored.get().head();
            line = storage.submissions(SubmissionQuery.all().after(before).limit(PAGE)).stream()
                    .filter(again -> again.id().equals(first.id()))
                    .findFirst()
                    .orElse(line);
        }
    }

    /** Where the content is altered nobody can say, and it is told of where all words are looked at. */
    private boolean fits(SubmissionSummary line, Submission submission) {
        try {
            return told(submission).equals(Optional.of(line));
        } catch (AlteredException e) {
            return true;
        }
    }

    private Optional<SubmissionSummary> told(Submission submission) {
        Optional<ContentItem> shown = submission
                .revision()
                .map(revision -> revision.digest())
                .or(submission::draft)
                .flatMap((ContentDigest digest) -> storage.content(digest)
                        .map(kept -> Words.unaltered(digest, kept))
                        .or(() -> forgotten(submission)));
        return shown.map(content -> SubmissionSummary.of(submission, content));
    }

    /** What is shown of what was never handed in by somebody whose data was erased since. */
    private Optional<ContentItem> forgotten(Submission submission) {
        boolean isForgotten = submission.revisions().isEmpty()
                && storage.person(submission.submitter())
                        .filter(stored -> stored.value().erased())
                        .isPresent();
        return isForgotten ? Optional.of(Words.forgotten(submission.kind())) : Optional.empty();
    }

    private void count(Submission submission) {
        submission.feature().ifPresent(feature -> featured.add(new FeaturedPlace(feature.at(), submission.id())));
        submission.awaited().forEach(seat -> awaited.merge(seat.person(), 1, Integer::sum));
    }

    private void compareChains(long begun) {
        @Nullable ChainId last = null;
        List<ChainId> page;
        do {
            page = storage.chains(last, PAGE);
            page.forEach(chain -> compare(chain, begun));
            last = page.isEmpty() ? last : page.get(page.size() - 1);
        } while (page.size() == PAGE);
    }

    private void compare(ChainId chain, long begun) {
        if (chain.isOfSubmission()) {
            boolean isNew = storage.chain(chain, 0, 1).stream().anyMatch((FeedEntry entry) -> entry.position() > begun);
            require(isNew || listed.contains(chain.submission()), chain + " is in the journal, and not listed");
            words.compare(chain);
        } else if (chain.isOfPerson()) {
            compareHeads(chain, () -> storage.person(chain.person()).map(Stored::head));
        } else if (chain.isOfOrganisation()) {
            compareHeads(chain, () -> storage.organisation(chain.organisation()).map(Stored::head));
        }
    }

    private interface Kept {
        Optional<ChainHead> head();
    }

    private void compareHeads(ChainId chain, Kept record) {
        ChainHead before = storage.head(chain);
        Optional<ChainHead> kept = record.head();
        ChainHead after = storage.head(chain);
        require(
                !before.equals(after) || kept.equals(Optional.of(after)),
                "The record of %s is of %s, and its journal ends with %s".formatted(chain, kept, after));
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            faults.add(sentence);
        }
    }
}
