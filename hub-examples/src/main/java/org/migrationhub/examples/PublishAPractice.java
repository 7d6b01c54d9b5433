package org.migrationhub.examples;

import static org.migrationhub.core.vocabulary.Language.EN;

import java.util.stream.Stream;
import org.migrationhub.core.Comments;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;

/** A practice goes from submission past three reviewers to publication, in memory. */
public final class PublishAPractice {

    private PublishAPractice() {}

    /** Runs it; takes no arguments. */
    public static void main(String[] args) {
        // spotless:off
        var hub = Hub.inMemory();
        var office = hub.as(Actor.secretariat(new PersonId("office")));
        var ana = office.people().register("Ana Sample", "ana@example.org");
        var agency = office.people().addOrganisation("Sample UN agency", Sector.UN);
        var city = office.people().addOrganisation("Sample city", Sector.NON_UN);
        var panel = Stream.of(agency, city, city)
                .map(body -> office.people().addReviewer("Sample reviewer", "", body, RosterEntry.in(EN))).toList();
        var practice = Practice.in(EN).title("A help desk for seasonal workers").summary("Sample text.")
                .objective(Objective.INFORMATION_PROVISION).type(PracticeType.PROJECT).country("NER").since(2021)
                .implementer("Sample port authority").focalPoint(ana).build();
        var id = hub.as(Actor.contributor(ana)).submit(practice).id();
        office.seatPanel(id, panel);
        for (var reviewer : panel) {
            var desk = hub.as(Actor.reviewer(reviewer));
            desk.acceptSeat(id); // declares "no conflict of interest": only now may the reviewer read it
            desk.review(id, ContentDigest.of(desk.content(id)), ReviewOutcome.APPROVE, Comments.NONE);
        }
        for (var found : hub.as(Actor.visitor()).search(SearchQuery.of("seasonal")).items()) {
            System.out.println(found.content().title() + ": " + found.reviewed());
        }
        // spotless:on
    }
}
