package org.migrationhub.storage.jdbi;

import java.util.List;
import org.migrationhub.core.Comments;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;

/** A hub with a submitter and a panel, in which practices are led as far as a test needs them. */
final class SampleOffice {

    static final PersonId OFFICE = new PersonId("office");

    private final Hub hub;
    private final PersonId submitter;
    private final List<PersonId> panel;

    SampleOffice(Hub hub) {
        this.hub = hub;
        var people = hub.as(Actor.secretariat(OFFICE)).people();
        var agency = people.addOrganisation("Sample UN agency", Sector.UN);
        var city = people.addOrganisation("Sample city", Sector.NON_UN);
        RosterEntry entry = RosterEntry.in(Language.EN).withCapacity(1_000);
        this.submitter = people.register("Ana Sample", "ana@example.org");
        this.panel = List.of(
                people.addReviewer("Sample reviewer one", "one@example.org", agency, entry),
                people.addReviewer("Sample reviewer two", "two@example.org", city, entry),
                people.addReviewer("Sample reviewer three", "three@example.org", city, entry));
    }

    Hub hub() {
        return hub;
    }

    PersonId submitter() {
        return submitter;
    }

    List<PersonId> panel() {
        return panel;
    }

    Actor contributor() {
        return Actor.contributor(submitter);
    }

    Practice practice(String title) {
        return Samples.practice(title).toBuilder()
                .mainImplementers(List.of(OrganisationRef.named("Sample port authority")))
                .focalPoint(submitter)
                .build();
    }

    SubmissionId submit(String title) {
        return hub.as(contributor()).submit(practice(title)).id();
    }

    SubmissionId seat(String title) {
        SubmissionId id = submit(title);
        hub.as(Actor.secretariat(OFFICE)).seatPanel(id, panel);
        panel.forEach(reviewer -> hub.as(Actor.reviewer(reviewer)).acceptSeat(id));
        return id;
    }

    void review(SubmissionId id, int reviewer, ReviewOutcome outcome) {
        var desk = hub.as(Actor.reviewer(panel.get(reviewer)));
        Comments comments = outcome == ReviewOutcome.APPROVE ? Comments.NONE : Comments.toSubmitter("Sample comment.");
        desk.review(id, ContentDigest.of(desk.content(id)), outcome, comments);
    }

    SubmissionId publish(String title) {
        SubmissionId id = seat(title);
        publishSeated(id);
        return id;
    }

    void publishSeated(SubmissionId id) {
        for (int reviewer = 0; reviewer < panel.size(); reviewer++) {
            review(id, reviewer, ReviewOutcome.APPROVE);
        }
    }
}
