package org.migrationhub.server.crash;

import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionEvent.DraftSaved;
import org.migrationhub.core.review.SubmissionEvent.Reviewed;
import org.migrationhub.core.review.SubmissionEvent.RevisionSubmitted;
import org.migrationhub.core.review.SubmissionEvent.RoundOpened;
import org.migrationhub.core.review.SubmissionEvent.SeatAccepted;
import org.migrationhub.core.review.SubmissionEvent.Withdrawn;

/**
 * Something that somebody asked for, such that it can be done once only: what a client remembers and what the journal holds
 * are the same deed if these are equal.
 *
 * @param person the id of who did it
 * @param what in one word
 * @param on what: enough to tell it from every other
 */
record Deed(String person, String what, String on) {

    static Deed saved(String person, String digest) {
        return new Deed(person, "saved", digest);
    }

    static Deed handedIn(String person, String digest) {
        return new Deed(person, "handed in", digest);
    }

    static Deed seated(String person, String submission, int revision) {
        return new Deed(person, "seated", submission + " revision " + revision);
    }

    static Deed accepted(String person, String submission, int round, int seat) {
        return new Deed(person, "accepted", submission + place(round, seat));
    }

    static Deed reviewed(String person, String submission, int round, int seat, String digest, String outcome) {
        return new Deed(person, "reviewed", submission + place(round, seat) + " " + digest + " " + outcome);
    }

    static Deed withdrawn(String person, String submission, int revision) {
        return new Deed(person, "withdrew", submission + " revision " + revision);
    }

    /**
     * What an entry says was done.
     *
     * @param revision how many revisions its submission has by then
     * @return null if nobody asks for such a thing by itself
     */
    static Deed of(Entry entry, int revision) {
        String person = entry.actor().person().value();
        String submission = entry.chain().submission().value();
        SubmissionEvent event = (SubmissionEvent) entry.event();
        if (event instanceof DraftSaved it) {
            return saved(person, it.digest().toString());
        } else if (event instanceof RevisionSubmitted it) {
            return handedIn(person, it.digest().toString());
        } else if (event instanceof RoundOpened it) {
            return seated(person, submission, it.revision());
        } else if (event instanceof SeatAccepted it) {
            return accepted(person, submission, it.round(), it.seat());
        } else if (event instanceof Reviewed it) {
            String outcome = it.outcome().code();
            return reviewed(
                    person, submission, it.round(), it.seat(), it.digest().toString(), outcome);
        }
        return event instanceof Withdrawn ? withdrawn(person, submission, revision) : null;
    }

    private static String place(int round, int seat) {
        return " round " + round + " seat " + seat;
    }
}
