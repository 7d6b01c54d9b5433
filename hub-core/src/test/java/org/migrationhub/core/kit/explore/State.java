package org.migrationhub.core.kit.explore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.review.PastEvent;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;

/** A submission with the world around it, the ledger of how it got there, and the mishaps on the way. Immutable. */
final class State {

    /** The events so far, the last one first; states share their beginnings. */
    record Past(@Nullable Past before, PastEvent event, int length) {}

    private final Step step;
    private final Submission submission;
    private final Past past;
    private final World world;
    private final Ledger ledger;
    private final int mishaps;
    private final Bounds bounds;
    private final StateKey key;

    State(Step step, Submission submission, Past past, World world, Ledger ledger, int mishaps, Bounds bounds) {
        this.step = step;
        this.submission = submission;
        this.past = past;
        this.world = world;
        this.ledger = ledger;
        this.mishaps = mishaps;
        this.bounds = bounds;
        this.key = StateKey.of(submission, world, ledger, bounds, mishaps);
    }

    Step step() {
        return step;
    }

    Submission submission() {
        return submission;
    }

    World world() {
        return world;
    }

    Ledger ledger() {
        return ledger;
    }

    /** The content at hand: the last that was handed in, or the first draft. */
    Content content() {
        return ledger.content();
    }

    int mishaps() {
        return mishaps;
    }

    StateKey key() {
        return key;
    }

    /** Whether it lies within the bounds, so that it is built upon. */
    boolean isWithinBounds() {
        return submission.rounds().size() <= bounds.rounds()
                && submission.revisions().size() <= bounds.revisions()
                && mishaps <= mishapsAllowed();
    }

    boolean mayHaveMishaps() {
        return mishaps < mishapsAllowed();
    }

    private int mishapsAllowed() {
        return bounds.mishapsIn(Math.max(1, submission.rounds().size()));
    }

    boolean isFinal() {
        return submission.stage().name().isFinal();
    }

    /** All events, in order. */
    List<PastEvent> events() {
        PastEvent[] events = new PastEvent[past.length()];
        for (Past last = past; last != null; last = last.before()) {
            events[last.length() - 1] = last.event();
        }
        return List.of(events);
    }

    State after(Step next, Submission changed, List<SubmissionEvent> events, Ledger written, int cost) {
        return new State(next, changed, longer(past, events, world.now()), world, written, mishaps + cost, bounds);
    }

    State in(Step next, World changed) {
        return new State(next, submission, past, changed, ledger, mishaps + 1, bounds);
    }

    static State started(
            Step step, Submission submission, List<SubmissionEvent> events, World world, Content draft, Bounds bounds) {
        Past past = longer(null, events, world.now());
        return new State(step, submission, past, world, Ledger.atFirst(draft), 0, bounds);
    }

    private static Past longer(@Nullable Past before, List<SubmissionEvent> events, Instant at) {
        Past last = before;
        for (SubmissionEvent event : new ArrayList<>(events)) {
            last = new Past(last, new PastEvent(event, at), last == null ? 1 : last.length() + 1);
        }
        return last;
    }
}
