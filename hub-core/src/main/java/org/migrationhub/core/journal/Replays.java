package org.migrationhub.core.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.review.PastEvent;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;

/** The events of all submissions, to be replayed. Not thread-safe. */
final class Replays {

    private final Policies policies;
    private final Map<ChainId, List<Step>> steps = new HashMap<>();

    Replays(Policies policies) {
        this.policies = policies;
    }

    /** An event of a submission, and where it stood. */
    private record Step(Place place, Entry entry) {}

    /** Keeps the entry's event, if it is one of a submission. */
    void add(Place place, Entry entry) {
        if (entry.event() instanceof SubmissionEvent) {
            steps.computeIfAbsent(entry.chain(), chain -> new ArrayList<>()).add(new Step(place, entry));
        }
    }

    /** The first event in the order of the journal that doesn't follow from those before. */
    @Nullable
    Fault first() {
        return steps.values().stream()
                .map(this::first)
                .filter(Objects::nonNull)
                .min(Comparator.comparingLong(Fault::line))
                .orElse(null);
    }

    private @Nullable Fault first(List<Step> chain) {
        if (refusal(chain) == null) {
            return null;
        }
        int good = 0;
        int bad = chain.size();
        while (bad - good > 1) {
            int middle = (good + bad) >>> 1;
            if (refusal(chain.subList(0, middle)) == null) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        String why = "doesn't follow: " + refusal(chain.subList(0, bad));
        return Fault.at(chain.get(bad - 1).place(), Fault.Code.DOES_NOT_FOLLOW, why);
    }

    private @Nullable String refusal(List<Step> chain) {
        List<Entry> entries = chain.stream().map(Step::entry).toList();
        List<PastEvent> events = entries.stream()
                .map(entry -> new PastEvent((SubmissionEvent) entry.event(), entry.at()))
                .toList();
        try {
            Submission.replay(chain.get(0).place().chain().submission(), events, policies);
            Authors.check(entries);
            return null;
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
