package org.migrationhub.core.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events as one act makes them, each applied before the next is decided. Not thread-safe. */
final class Recording {

    private final StageName from;
    private final Instant at;
    private final List<SubmissionEvent> events = new ArrayList<>();
    private Submission current;

    Recording(Submission before, Instant at) {
        this.from = before.stage().name();
        this.current = before;
        this.at = at;
    }

    Recording record(SubmissionEvent event) {
        current = current.after(event, at);
        events.add(event);
        return this;
    }

    Submission current() {
        return current;
    }

    Change change() {
        return new Change(current, events, at);
    }

    /** The change, whose stage the table must allow for the act. */
    Change change(Act act) {
        StageName to = current.stage().name();
        if (!current.table().targets(from, act).contains(to)) {
            throw new IllegalStateException(act.code() + " led from " + from.code() + " to " + to.code());
        }
        return change();
    }
}
