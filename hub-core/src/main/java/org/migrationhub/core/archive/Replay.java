package org.migrationhub.core.archive;

import java.util.List;
import java.util.function.Function;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.journal.Authors;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.OrganisationEvent;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.review.PastEvent;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;

/**
 * What the entries of a whole chain add up to. Each throws {@link IllegalArgumentException} for entries that don't follow
 * from one another. Stateless and thread-safe.
 */
final class Replay {

    private Replay() {}

    /** The person with this profile; whose data was erased loses it. */
    static Person person(PersonId id, Profile profile, List<FeedEntry> entries) {
        Person person = new Person(id, profile);
        for (FeedEntry fed : entries) {
            PersonEvent event = (PersonEvent) fed.entry().event();
            if (event instanceof PersonEvent.Registered != (fed.entry().sequence() == 1)) {
                throw new IllegalArgumentException("a person is registered first, and only then");
            }
            person = person.after(event);
        }
        return person;
    }

    static Organisation organisation(List<FeedEntry> entries) {
        FeedEntry last = entries.get(entries.size() - 1);
        return ((OrganisationEvent.Recorded) last.entry().event()).organisation();
    }

    static Submission submission(SubmissionId id, List<FeedEntry> entries, Policies policies) {
        List<Entry> inOrder = entries.stream().map(FeedEntry::entry).toList();
        List<PastEvent> events = inOrder.stream()
                .map(entry -> new PastEvent((SubmissionEvent) entry.event(), entry.at()))
                .toList();
        Submission submission = Submission.replay(id, events, policies);
        Authors.check(inOrder);
        return submission;
    }

    /** The index of the first entry that makes a replay fail, of a chain of which it does. */
    static int firstRefused(List<FeedEntry> entries, Function<List<FeedEntry>, ?> replay) {
        int good = 0;
        int bad = entries.size();
        while (bad - good > 1) {
            int middle = (good + bad) >>> 1;
            if (isGood(entries.subList(0, middle), replay)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        return bad - 1;
    }

    private static boolean isGood(List<FeedEntry> entries, Function<List<FeedEntry>, ?> replay) {
        try {
            return replay.apply(entries) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
