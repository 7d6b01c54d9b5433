package org.migrationhub.core.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.review.PastEvent;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;

/**
 * Replays submissions: each event has to follow from those before, by somebody who could do it, and each verdict is judged
 * again. Whoever can read a journal chain by chain does so with each; of one that comes in its own order all entries are
 * kept until the end. Not thread-safe.
 */
public final class Replays {

    private final Policies policies;
    private final Map<ChainId, List<Step>> steps = new HashMap<>();

    Replays(Policies policies) {
        this.policies = policies;
    }

    /** An entry of a submission, and in which line it stood. */
    private record Step(long line, FeedEntry fed) {}

    /**
     * Replays one submission.
     *
     * @param chain its entries from the first on, in order and linked
     * @param policies under which it may have been judged
     * @return the first that is refused; empty if none is
     */
    public static Optional<Refusal> refusal(List<FeedEntry> chain, Policies policies) {
        if (why(chain, policies) == null) {
            return Optional.empty();
        }
        int good = 0;
        int bad = chain.size();
        while (bad - good > 1) {
            int middle = (good + bad) >>> 1;
            if (why(chain.subList(0, middle), policies) == null) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return Optional.of(new Refusal(chain.get(bad - 1), String.valueOf(why(chain.subList(0, bad), policies))));
    }

    private static @Nullable String why(List<FeedEntry> chain, Policies policies) {
        List<Entry> entries = chain.stream().map(FeedEntry::entry).toList();
        List<PastEvent> events = entries.stream()
                .map(entry -> new PastEvent((SubmissionEvent) entry.event(), entry.at()))
                .toList();
        try {
            Submission.replay(entries.get(0).chain().submission(), events, policies);
            Authors.check(entries);
            return null;
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Keeps the entry, if it is one of a submission. */
    void add(Place place, Entry entry) {
        if (entry.event() instanceof SubmissionEvent) {
            steps.computeIfAbsent(entry.chain(), chain -> new ArrayList<>())
                    .add(new Step(place.line(), new FeedEntry(place.position(), entry)));
        }
    }

    /** The first entry in the order of the journal that doesn't follow from those before. */
    @Nullable
    Fault first() {
        return steps.values().stream()
                .flatMap(chain -> first(chain).stream())
                .min(Comparator.comparingLong(Fault::line))
                .orElse(null);
    }

    private Optional<Fault> first(List<Step> chain) {
        List<FeedEntry> entries = chain.stream().map(Step::fed).toList();
        return refusal(entries, policies)
                .map(refusal ->
                        refusal.at(chain.get(entries.indexOf(refusal.entry())).line()));
    }
}
