package org.migrationhub.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.PolicyRef;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.Seating;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.review.VerdictOutcome;

/** What the crash tests look for would be found. */
class RetellingTest {

    private static final Instant AT = Instant.parse("2026-11-27T08:00:00Z");
    private static final PersonId SUBMITTER = new PersonId("submitter");
    private static final PolicyRef POLICY = new PolicyRef("gcm-2022", 1);
    private static final Sha256 NOTE = Sha256.of(new byte[0]);
    private static final ContentDigest CONTENT = ContentDigest.parse("sha256:" + NOTE.hex());

    private final List<Entry> chain = new ArrayList<>();

    @Test
    void aPublicationByTheRuleIsSound() {
        inReview(Sector.UN, Sector.NON_UN, Sector.NON_UN).review(1).review(2).reviewAndPublish(3);
        Retelling story = Retelling.of(chain);
        assertThat(story.violations()).isEmpty();
        assertThat(story.published()).isEqualTo(CONTENT);
        assertThat(story.deeds()).hasSize(6);
    }

    @Test
    void unanimousAndNotPublishedIsFound() {
        inReview(Sector.UN, Sector.NON_UN, Sector.NON_UN).review(1).review(2).review(3);
        assertFound("it isn't published");
    }

    @Test
    void aPublicationWithoutTheMixOrWithoutThreeIsFound() {
        inReview(Sector.NON_UN, Sector.NON_UN, Sector.NON_UN).review(1).reviewAndPublish(2);
        assertFound("without the mix");
        assertFound("of 2 persons");
    }

    @Test
    void aSecondReviewFromOneSeatIsFound() {
        inReview(Sector.UN, Sector.NON_UN, Sector.NON_UN).review(1).review(1);
        assertFound("a second review");
    }

    @Test
    void aPublicationAfterAWithdrawalIsFound() {
        inReview(Sector.UN, Sector.NON_UN, Sector.NON_UN).review(1).review(2);
        add(SUBMITTER, new SubmissionEvent.Withdrawn(null));
        reviewAndPublish(3);
        assertFound("a round that isn't open");
    }

    private void assertFound(String sentence) {
        assertThat(Retelling.of(chain).violations()).anyMatch(violation -> violation.contains(sentence));
    }

    private RetellingTest inReview(Sector... sectors) {
        List<Seating> seats = new ArrayList<>();
        for (Sector sector : sectors) {
            int number = seats.size() + 1;
            seats.add(new Seating(number, reviewer(number), sector, new TreeSet<>(), AT, true, false));
        }
        add(
                SUBMITTER,
                new SubmissionEvent.Started(Kind.PRACTICE, SUBMITTER, new TreeSet<>(), POLICY),
                new SubmissionEvent.DraftSaved(CONTENT),
                new SubmissionEvent.RevisionSubmitted(1, CONTENT, NOTE));
        add(new PersonId("secretary"), new SubmissionEvent.RoundOpened(1, 1, seats));
        return this;
    }

    private RetellingTest review(int seat) {
        add(reviewer(seat), approval(seat));
        return this;
    }

    private void reviewAndPublish(int seat) {
        add(
                reviewer(seat),
                approval(seat),
                new SubmissionEvent.Judged(1, POLICY, CONTENT, VerdictOutcome.APPROVED, List.of(1, 2, 3)));
    }

    private static SubmissionEvent approval(int seat) {
        return new SubmissionEvent.Reviewed(1, seat, CONTENT, ReviewOutcome.APPROVE, NOTE);
    }

    private static PersonId reviewer(int number) {
        return new PersonId("reviewer-" + number);
    }

    private void add(PersonId person, SubmissionEvent... events) {
        ChainHead head = chain.isEmpty()
                ? ChainHead.empty(ChainId.of(new SubmissionId("0190a")))
                : chain.get(chain.size() - 1).head();
        chain.addAll(Entry.next(head, Actor.contributor(person), AT, List.of(events)));
    }
}
