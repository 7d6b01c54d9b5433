package org.migrationhub.examples;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.migrationhub.core.Comments;
import org.migrationhub.core.Desk;
import org.migrationhub.core.Hub;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.EligibilityRule;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;

/** An agency's own review rule: five seats, four approvals, two from either side, a year's memory for conflicts. */
public final class OwnPolicy {

    /** The policy; {@code OwnPolicyContractTest} explores every state that it can reach. */
    public static final ReviewPolicy FIVE = ReviewPolicy.named("sample-agency-five", 1)
            .seats(5)
            .atLeastUn(2)
            .atLeastNonUn(2)
            .approvals(4)
            .rules(EnumSet.allOf(EligibilityRule.class))
            .conflictWindow(Duration.ofDays(365))
            .timeToReview(Duration.ofDays(14))
            .build();

    private OwnPolicy() {}

    /** Runs it; takes no arguments. */
    public static void main(String[] args) {
        Hub hub = Hub.builder().policy(FIVE).build();
        Desk office = hub.as(Actor.secretariat(new PersonId("office")));
        List<PersonId> un = reviewers(office, "Sample UN agency", Sector.UN, 2);
        List<PersonId> others = reviewers(office, "Sample university", Sector.NON_UN, 4);
        PersonId ana = office.people().register("Ana Sample", "ana@example.org");
        var id = hub.as(Actor.contributor(ana)).submit(practice(ana)).id();

        try {
            office.seatPanel(id, join(un.subList(0, 1), others));
        } catch (RefusedException refusal) {
            refusal.violations().forEach(violation -> System.out.println("refused: " + violation.message()));
        }
        List<PersonId> panel = join(un, others.subList(0, 3));
        office.seatPanel(id, panel);
        for (PersonId reviewer : panel) {
            Desk desk = hub.as(Actor.reviewer(reviewer));
            desk.acceptSeat(id);
            ContentDigest read = ContentDigest.of(desk.content(id));
            if (reviewer.equals(panel.get(4))) {
                Comments why = Comments.toSubmitter("Sample comment: tell what it costs.");
                desk.review(id, read, ReviewOutcome.REQUEST_CHANGES, why);
            } else {
                desk.review(id, read, ReviewOutcome.APPROVE, Comments.NONE);
            }
        }
        var reviewed = ((PublicRecord.Published) hub.as(Actor.visitor()).published(id)).reviewed();
        System.out.printf(
                "published under %s with %d approvals, %d UN and %d non-UN%n",
                reviewed.policy(), reviewed.approvals(), reviewed.un(), reviewed.nonUn());
    }

    private static List<PersonId> reviewers(Desk office, String body, Sector sector, int number) {
        var organisation = office.people().addOrganisation(body, sector);
        List<PersonId> added = new ArrayList<>();
        while (added.size() < number) {
            String name = body + ", reviewer " + (added.size() + 1);
            added.add(office.people().addReviewer(name, "", organisation, RosterEntry.in(Language.EN)));
        }
        return added;
    }

    private static Practice practice(PersonId focalPoint) {
        return Practice.in(Language.EN)
                .title("A sample skills passport for nurses")
                .summary("Sample text. Nurses have their training recognised before they move.")
                .objective(Objective.SKILLS_DEVELOPMENT_AND_RECOGNITION)
                .type(PracticeType.PARTNERSHIP)
                .country("PHL", "DEU")
                .since(2022)
                .implementer("Sample nursing council")
                .focalPoint(focalPoint)
                .build();
    }

    private static List<PersonId> join(List<PersonId> first, List<PersonId> second) {
        List<PersonId> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
