package org.migrationhub.server.crash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.Seating;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionEvent.Judged;
import org.migrationhub.core.review.SubmissionEvent.Reviewed;
import org.migrationhub.core.review.SubmissionEvent.RevisionSubmitted;
import org.migrationhub.core.review.SubmissionEvent.RoundOpened;
import org.migrationhub.core.review.SubmissionEvent.Started;
import org.migrationhub.core.review.SubmissionEvent.Withdrawn;
import org.migrationhub.core.review.VerdictOutcome;

/**
 * The story of one submission, told from its entries alone and held against the rule of publication. On purpose it asks
 * nothing of the code that it checks.
 */
final class Retelling {

    private final List<String> violations = new ArrayList<>();
    private final Set<Deed> deeds = new HashSet<>();
    private final Map<Integer, Seating> seats = new HashMap<>();
    private final Map<Integer, Reviewed> reviews = new HashMap<>();
    private PersonId submitter;
    private Entry last;
    private int revisions;
    private int openRound;
    private boolean owesVerdict;
    private ContentDigest atHand;
    private ContentDigest published;

    private Retelling() {}

    static Retelling of(List<Entry> chain) {
        Retelling story = new Retelling();
        chain.forEach(story::next);
        story.require(!story.owesVerdict, "all have approved, and it isn't published");
        return story;
    }

    /** What is wrong with it. */
    List<String> violations() {
        return violations;
    }

    /** What somebody must have asked for. */
    Set<Deed> deeds() {
        return deeds;
    }

    /** What is public; null if nothing is. */
    ContentDigest published() {
        return published;
    }

    private void next(Entry entry) {
        SubmissionEvent event = (SubmissionEvent) entry.event();
        require(!owesVerdict || event instanceof Judged, "all have approved, and something else came next");
        owesVerdict = false;
        if (event instanceof Started started) {
            submitter = started.submitter();
        } else if (event instanceof RevisionSubmitted revision) {
            revisions = revision.number();
            atHand = revision.digest();
            openRound = 0;
        } else if (event instanceof RoundOpened opened) {
            openRound = opened.round();
            seats.clear();
            reviews.clear();
            opened.seats().forEach(seat -> seats.put(seat.number(), seat));
        } else if (event instanceof Reviewed reviewed) {
            reviewed(entry, reviewed);
        } else if (event instanceof Judged judged) {
            judged(entry, judged);
        } else if (event instanceof Withdrawn) {
            openRound = 0;
        }
        note(entry, event);
        last = entry;
    }

    private void reviewed(Entry entry, Reviewed review) {
        Seating seat = seats.get(review.seat());
        require(review.round() == openRound, "a review of a round that isn't open");
        require(review.digest().equals(atHand), "a review of another revision");
        require(seat != null && seat.person().equals(entry.actor().person()), "a review from another's seat");
        require(reviews.put(review.seat(), review) == null, "a second review from one seat");
        owesVerdict = reviews.size() == seats.size()
                && reviews.values().stream().allMatch(one -> one.outcome() == ReviewOutcome.APPROVE);
    }

    private void judged(Entry entry, Judged verdict) {
        require(verdict.round() == openRound, "a verdict of a round that isn't open");
        require(
                entry.at().equals(last.at()) && entry.actor().equals(last.actor()) && last.event() instanceof Reviewed,
                "a verdict apart from the review that led to it");
        openRound = 0;
        if (verdict.outcome() == VerdictOutcome.APPROVED) {
            approved(verdict);
        }
    }

    private void approved(Judged verdict) {
        Set<PersonId> persons = new HashSet<>();
        Set<Sector> sectors = new HashSet<>();
        reviews.forEach((number, review) -> {
            if (review.outcome() == ReviewOutcome.APPROVE && review.digest().equals(verdict.digest())) {
                persons.add(seats.get(number).person());
                sectors.add(seats.get(number).sector());
            }
        });
        require(verdict.digest().equals(atHand), "published is another revision than the one at hand");
        require(persons.size() >= 3, "published with the approvals of " + persons.size() + " persons");
        require(sectors.contains(Sector.UN) && sectors.contains(Sector.NON_UN), "published without the mix");
        require(!persons.contains(submitter), "approved by its submitter");
        published = verdict.digest();
    }

    /** A round that a revision opened by itself was asked for with it, as a verdict with its review. */
    private void note(Entry entry, SubmissionEvent event) {
        boolean byItself = event instanceof Started
                || event instanceof Judged
                || event instanceof RoundOpened && last.event() instanceof RevisionSubmitted;
        if (!byItself || event instanceof RoundOpened && !entry.actor().equals(last.actor())) {
            Deed deed = Deed.of(entry, revisions);
            require(deed != null, "nobody asks for " + event);
            require(deed == null || deeds.add(deed), "done twice: " + deed);
        }
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            violations.add("%s after entry %d: %s"
                    .formatted(last == null ? "?" : last.chain(), last == null ? 0 : last.sequence(), sentence));
        }
    }
}
