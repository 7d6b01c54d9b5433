package org.migrationhub.core.kit;

import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.NURI;
import static org.migrationhub.core.kit.Samples.ULF;
import static org.migrationhub.core.kit.Samples.UMA;
import static org.migrationhub.core.review.ReviewOutcome.APPROVE;
import static org.migrationhub.core.review.ReviewOutcome.DECLINE;
import static org.migrationhub.core.review.ReviewOutcome.REQUEST_CHANGES;

import java.util.List;
import java.util.function.Consumer;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.SubmissionId;

/** Ways that submissions go: together they lead through every stage, every state of a seat and every act. */
final class Tours {

    /** Through a panel to publication, and to the end. */
    static final Tour PUBLISHED = gcm2022("published", Tours::published);

    /** To an end without a panel. */
    static final Tour NOT_PUBLISHED = gcm2022("declined at screening", Tours::declinedAtScreening);

    static final List<Tour> ALL = List.of(
            PUBLISHED,
            NOT_PUBLISHED,
            gcm2022("a resource, returned and revised before it is published", Tours::resource),
            gcm2022("withdrawn while a draft", Tours::withdrawnAsDraft),
            gcm2022("withdrawn under review", Tours::withdrawnUnderReview),
            gcm2022("seats declined, recused, replaced and filled", Tours::changingPanel),
            gcm2022("a conflict found at the decision", Tours::conflictAtDecision),
            gcm2022("changes requested, revised by and by", Tours::revisedTwice),
            gcm2022("declined by the panel", Tours::declinedByPanel),
            gcm2022("round closed early", Tours::closedEarly),
            gcm2022("updates refused, withdrawn and published", Tours::updates),
            gcm2022("retracted while an update is under review", Tours::retractedUnderUpdate),
            gcm2022("begun and led on the submitter's behalf", Tours::onBehalf),
            gcm2022("taken over on the submitter's behalf", Tours::takenOver),
            new Tour("a tie that a further review decides", ReviewPolicy.GCM_2020, Tours::tie));

    private Tours() {}

    /**
     * A way.
     *
     * @param name what happens
     * @param policy under which
     * @param acts one after the other
     */
    record Tour(String name, ReviewPolicy policy, Consumer<Journey> acts) {

        /** An id for it, different from those of the others. */
        SubmissionId id() {
            return new SubmissionId(name.replaceAll("[^a-z]+", "-"));
        }
    }

    private static Tour gcm2022(String name, Consumer<Journey> acts) {
        return new Tour(name, ReviewPolicy.GCM_2022, acts);
    }

    private static void published(Journey journey) {
        journey.start(Samples.practice("First thoughts"));
        journey.saveDraft(Samples.practice());
        journey.submit();
        journey.seat(UMA, NOEL, NINA);
        judge(journey, UMA, NOEL, NINA);
        journey.feature("A thousand people found work.");
        journey.unfeature();
        journey.feature("A thousand people found decent work.");
        journey.saveDraft(Samples.practice("Thoughts on an update"));
        journey.retract("It turned out to be otherwise.");
    }

    private static void resource(Journey journey) {
        journey.start(Samples.resource());
        journey.submit();
        journey.sendBack("Please name the publisher’s office.");
        journey.saveDraft(Samples.resource().toBuilder().year(2024).build());
        journey.revise(Samples.resource().toBuilder().year(2023).build());
        journey.seat(ULF, NURI, UMA);
        judge(journey, NURI, ULF, UMA);
    }

    private static void declinedAtScreening(Journey journey) {
        journey.start(Samples.practice("An advertisement"));
        journey.submit();
        journey.revise(Samples.practice("Another advertisement"));
        journey.decline("This describes no practice.");
    }

    private static void withdrawnAsDraft(Journey journey) {
        journey.start(Samples.practice("Never mind"));
        journey.withdraw(null);
    }

    private static void withdrawnUnderReview(Journey journey) {
        underReview(journey);
        journey.review(UMA, APPROVE, "Good.");
        journey.withdraw("We begin anew.");
    }

    private static void changingPanel(Journey journey) {
        journey.start(Samples.practice("Many hands"));
        journey.submit();
        journey.seat(UMA, NOEL, NINA);
        journey.declineSeat(NOEL, null);
        journey.fill(NURI);
        journey.accept(NURI);
        journey.recuse(NURI, "I know the people.");
        journey.fill(NOEL);
        journey.replace(1, ULF);
        journey.accept(ULF);
        journey.review(ULF, APPROVE, "Fine.");
        journey.recuse(ULF, null);
        journey.fill(UMA);
        journey.accept(NINA);
        journey.declineSeat(NINA, "No time after all.");
        journey.fill(NINA);
        judge(journey, NOEL, UMA, NINA);
    }

    private static void conflictAtDecision(Journey journey) {
        underReview(journey);
        journey.review(UMA, APPROVE, "Good.");
        journey.review(NOEL, APPROVE, "Good too.");
        journey.discoverConflict(NOEL);
        journey.review(NINA, APPROVE, "Indeed.");
        journey.fill(NURI);
        judge(journey, NURI);
    }

    private static void revisedTwice(Journey journey) {
        underReview(journey);
        journey.review(UMA, APPROVE, "Good.");
        journey.saveDraft(Samples.practice("Under review, second working copy"));
        journey.revise(Samples.practice("Under review, second attempt"));
        journey.review(UMA, APPROVE, "Still good.");
        journey.review(NOEL, REQUEST_CHANGES, "Say more.");
        journey.review(NINA, APPROVE, "Good.");
        journey.discoverConflict(NINA);
        journey.revise(Samples.practice("Under review, third attempt"));
        journey.fill(NURI);
        judge(journey, NURI);
        journey.review(UMA, APPROVE, "Yes.");
        journey.review(NOEL, APPROVE, "Yes.");
    }

    private static void declinedByPanel(Journey journey) {
        underReview(journey);
        journey.review(UMA, DECLINE, "No.");
        journey.review(NOEL, DECLINE, "No!");
        journey.review(NINA, REQUEST_CHANGES, "Perhaps.");
    }

    private static void closedEarly(Journey journey) {
        underReview(journey);
        journey.review(NINA, REQUEST_CHANGES, "One thing is missing.");
        journey.closeRound();
        journey.withdraw("Then not.");
    }

    private static void updates(Journey journey) {
        published(journey, "Worth updating");
        journey.saveDraft(Samples.practice("Worth updating, working copy"));
        journey.revise(Samples.practice("Worth updating, second edition"));
        journey.revise(Samples.practice("Worth updating, second edition, mended"));
        journey.sendBack("Which year?");
        journey.revise(Samples.practice("Worth updating, second edition, with year"));
        journey.decline("That is no update.");
        journey.revise(Samples.practice("Worth updating, third edition"));
        journey.withdraw(null);
        journey.revise(Samples.practice("Worth updating, fourth edition"));
        journey.seat(ULF, NURI, NINA);
        journey.accept(ULF);
        journey.accept(NINA);
        journey.review(ULF, REQUEST_CHANGES, "Not yet.");
        journey.closeRound();
        journey.revise(Samples.practice("Worth updating, fifth edition"));
        journey.review(ULF, APPROVE, "Now.");
        judge(journey, NURI);
        journey.review(NINA, APPROVE, "Now.");
    }

    private static void retractedUnderUpdate(Journey journey) {
        published(journey, "Soon gone");
        journey.revise(Samples.practice("Soon gone, second edition"));
        journey.seat(UMA, NOEL, NINA);
        journey.accept(NOEL);
        journey.saveDraft(Samples.practice("Soon gone, third edition"));
        journey.retract("The project never took place.");
    }

    private static void onBehalf(Journey journey) {
        journey.startOnBehalf(Samples.BEN, Samples.practice("Told by telephone"));
        journey.saveDraft(Samples.practice("Told by telephone, and read back"));
        journey.submit();
        journey.sendBack("Since when?");
        journey.revise(Samples.practice("Told by telephone, with the year"));
        journey.seat(UMA, NOEL, NINA);
        judge(journey, UMA, NOEL, NINA);
    }

    private static void takenOver(Journey journey) {
        journey.start(Samples.practice("Taken over"));
        journey.submit();
        journey.represent(Samples.BEN);
        journey.sendBack("Since when?");
        journey.represent(Samples.CLEO);
        journey.revise(Samples.practice("Taken over, as written in a letter"));
        journey.seat(UMA, NOEL, NINA);
        judge(journey, UMA, NOEL, NINA);
        journey.saveDraft(Samples.practice("Thoughts on an update, by telephone"));
    }

    private static void tie(Journey journey) {
        underReview(journey);
        journey.review(UMA, APPROVE, "Good.");
        journey.review(NOEL, DECLINE, "Bad.");
        journey.review(NINA, APPROVE, "Good.");
        journey.seatFurther(NURI);
        journey.declineSeat(NURI, null);
        journey.seatFurther(NURI);
        judge(journey, NURI);
    }

    static void published(Journey journey, String title) {
        journey.start(Samples.practice(title));
        journey.submit();
        journey.seat(UMA, NOEL, NINA);
        judge(journey, UMA, NOEL, NINA);
    }

    private static void underReview(Journey journey) {
        journey.start(Samples.practice("Under review"));
        journey.submit();
        journey.seat(UMA, NOEL, NINA);
        journey.accept(UMA);
        journey.accept(NOEL);
        journey.accept(NINA);
    }

    static void judge(Journey journey, Person... reviewers) {
        for (Person reviewer : reviewers) {
            journey.accept(reviewer);
            journey.review(reviewer, APPROVE, "Well done, " + reviewer.id().value() + " says.");
        }
    }
}
