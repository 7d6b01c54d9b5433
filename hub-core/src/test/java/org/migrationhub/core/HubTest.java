package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Criterion;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.vocabulary.Language;

/** A hub with nothing said, and what an embedder hands in by mistake. */
class HubTest {

    @Test
    void aHubInMemoryTakesAPracticeAllTheWayByTheSystemsClock() {
        Instant before = Instant.now();
        Hub hub = Hub.inMemory();
        Desk office = hub.as(Actor.secretariat(new PersonId("office")));
        var un = office.people().addOrganisation("Sample UN agency", Sector.UN);
        var other = office.people().addOrganisation("Sample institute", Sector.NON_UN);
        PersonId[] panel = {
            office.people().addReviewer("One", "", un, RosterEntry.in(Language.EN)),
            office.people().addReviewer("Two", "", other, RosterEntry.in(Language.EN)),
            office.people().addReviewer("Three", "", other, RosterEntry.in(Language.EN))
        };
        PersonId focal = office.people().register("Focal point", "");
        Practice practice =
                Samples.practice().toBuilder().build(); // names bodies and persons that this hub doesn't know
        Practice known = Samples.practice("Sample: known here").toBuilder()
                .mainImplementers(List.of(OrganisationRef.named("Sample ministry")))
                .focalPoint(focal)
                .build();
        Desk submitter = hub.as(Actor.contributor(new PersonId("submitter")));
        assertThat(submitter.check(practice).isAcceptable()).isFalse();

        SubmissionId id = submitter.submit(known).id();
        office.seatPanel(id, List.of(panel));
        for (PersonId reviewer : panel) {
            Desk desk = hub.as(Actor.reviewer(reviewer));
            desk.acceptSeat(id);
            desk.review(id, ContentDigest.of(known), ReviewOutcome.APPROVE, Comments.NONE);
        }

        SearchResult found = hub.as(Actor.visitor()).search(SearchQuery.of("known here"));
        assertThat(found.items()).extracting(PublicRecord.Published::content).containsExactly(known);
        assertThat(found.items().get(0).reviewed().policy()).isEqualTo(ReviewPolicy.GCM_2022.ref());
        assertThat(submitter.view(id).startedAt()).isBetween(before.minusSeconds(1), Instant.now());
    }

    @Test
    void aHubThatKnowsNothingAnswersAllTheSame() {
        Hub hub = Hub.inMemory();
        Desk visitor = hub.as(Actor.visitor());

        assertThat(visitor.search(SearchQuery.everything()).items()).isEmpty();
        assertThat(visitor.search(SearchQuery.everything()).total()).isZero();
        assertThat(Refusals.told(() -> visitor.published(new SubmissionId("none"))))
                .startsWith("no item none");
        assertThat(hub.isCaughtUp()).isTrue();
    }

    @Test
    void anIdThatIsGivenTwiceOverwritesNothing() {
        Hub hub = Hub.builder().ids(() -> "always-the-same").build();
        Desk ana = hub.as(Actor.contributor(Samples.ANA.id()));
        SubmissionId id = ana.saveDraft(Samples.practice("First")).id();

        assertThat(Refusals.told(() -> ana.saveDraft(Samples.practice("Second"))))
                .startsWith("stale");

        assertThat(ana.draft(id).title()).isEqualTo("First");
    }

    @Test
    void commentsAreCopied() {
        var remarks = new TreeMap<Criterion, String>();
        Comments comments = new Comments("", "", remarks);

        remarks.put(Criterion.QUALITY, "Later.");

        assertThat(comments.remarks()).isEmpty();
        assertThat(Comments.toSubmitter("Words.")).isEqualTo(new Comments("Words.", "", new TreeMap<>()));
    }
}
