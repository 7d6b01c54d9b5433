package org.migrationhub.core.review;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Affiliations;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;

/** What the eligibility rules are asked about the samples. */
final class Questions {

    static final Disclosure ITEM = about(practice -> practice);

    private Questions() {}

    /** What a changed sample discloses. */
    static Disclosure about(UnaryOperator<Practice.Builder> change) {
        Practice practice = change.apply(Samples.practice().toBuilder()).build();
        return Disclosure.of(
                practice,
                Samples.ANA.id(),
                Samples.submitting(),
                List.of(Samples.ANA.profile(), Samples.BEN.profile(), Samples.CLEO.profile()));
    }

    static Candidate candidate(Person person) {
        return new Candidate(person, Samples.organisations(), 0);
    }

    static EligibilityQuestion of(Person person) {
        return of(person, ITEM);
    }

    static EligibilityQuestion of(Person person, Disclosure item, Round... rounds) {
        return of(candidate(person), item, List.of(rounds), ReviewPolicy.GCM_2022, Samples.NOW);
    }

    static EligibilityQuestion of(
            Candidate candidate, Disclosure item, List<Round> rounds, ReviewPolicy policy, Instant at) {
        return new EligibilityQuestion(candidate, item, rounds, policy, at);
    }

    /** The same person, having belonged to this body only. */
    static Person of(Person person, Organisation body, Instant from, Instant until) {
        return person.with(Affiliations.NONE.with(new Affiliation(body.id(), body.sector(), from, until)));
    }

    static SortedSet<OrganisationId> ids(Organisation... bodies) {
        TreeSet<OrganisationId> ids = new TreeSet<>();
        for (Organisation body : bodies) {
            ids.add(body.id());
        }
        return ids;
    }
}
