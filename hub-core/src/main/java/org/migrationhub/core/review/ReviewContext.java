package org.migrationhub.core.review;

import java.time.Instant;
import java.util.function.Function;
import org.migrationhub.core.content.PersonId;

/**
 * The facts about the world that a decision rests on, as of its instant.
 *
 * @param item what the revision at hand discloses
 * @param people looks up what the eligibility rules need to know of a person
 * @param at when the decision is made
 */
public record ReviewContext(Disclosure item, Function<PersonId, Candidate> people, Instant at) {

    /** The same with all who represent the submitter among what is disclosed: a submission knows them itself. */
    ReviewContext on(Submission submission) {
        return new ReviewContext(item.on(submission), people, at);
    }
}
