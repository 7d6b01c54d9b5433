package org.migrationhub.core.review;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Sector;

/**
 * Rounds in a shorthand. A round is a word for each seat: the side of who sits there (U inside the UN, N outside, X
 * undetermined) and what became of the seat:
 *
 * <pre>
 * +  approves            i  invited             c  fell out over a conflict
 * ~  requests changes    a  accepted            r  replaced
 * -  declines            d  declined the seat   o  approved other content
 * </pre>
 *
 * A star before it makes it the further seat: {@code "U+ N+ N~ *N+"}. Seat n is p-n's, of body of-n.
 */
final class Rounds {

    static final SubmissionId ID = new SubmissionId("s-0001");
    static final Instant AT = Samples.NOW;
    static final Instant DUE = AT.plus(Duration.ofDays(21));
    static final ContentDigest DIGEST = digest("this");
    static final ContentDigest OTHER = digest("other");
    static final Sha256 NOTE = DIGEST.sha256();
    static final Revision REVISION = new Revision(1, DIGEST, digest("disclosed").sha256(), AT);

    private Rounds() {}

    static Round of(String seats) {
        List<Seat> made = new ArrayList<>();
        for (String seat : seats.isBlank() ? new String[0] : seats.split(" ")) {
            made.add(seat(made.size() + 1, seat));
        }
        return new Round(ID, 1, REVISION, AT, made);
    }

    static Seat seat(int number, String word) {
        boolean further = word.startsWith("*");
        String plain = further ? word.substring(1) : word;
        return new Seat(seating(number, "p-" + number, sector(plain.charAt(0)), further), state(plain.charAt(1)));
    }

    static Seating seating(int number, String person, Sector sector, boolean further) {
        TreeSet<OrganisationId> organisations = new TreeSet<>(List.of(new OrganisationId("of-" + number)));
        return new Seating(number, new PersonId(person), sector, organisations, DUE, false, further);
    }

    static Sector sector(char letter) {
        return switch (letter) {
            case 'U' -> Sector.UN;
            case 'N' -> Sector.NON_UN;
            case 'X' -> Sector.UNDETERMINED;
            default -> throw new IllegalArgumentException("no side: " + letter);
        };
    }

    static SeatState state(char sign) {
        return switch (sign) {
            case '+' -> reviewed(ReviewOutcome.APPROVE, DIGEST);
            case '~' -> reviewed(ReviewOutcome.REQUEST_CHANGES, DIGEST);
            case '-' -> reviewed(ReviewOutcome.DECLINE, DIGEST);
            case 'o' -> reviewed(ReviewOutcome.APPROVE, OTHER);
            case 'i' -> new SeatState.Invited();
            case 'a' -> new SeatState.Accepted(AT);
            case 'd' -> new SeatState.Declined(null);
            case 'c' -> new SeatState.Recused(List.of("declared"), null);
            case 'r' -> new SeatState.Replaced(9);
            default -> throw new IllegalArgumentException("no state: " + sign);
        };
    }

    static SeatState.Reviewed reviewed(ReviewOutcome outcome, ContentDigest digest) {
        return new SeatState.Reviewed(new Review(digest, outcome, NOTE, AT));
    }

    static ContentDigest digest(String words) {
        return new ContentDigest(Sha256.of(words.getBytes(StandardCharsets.UTF_8)));
    }

    /** The verdict of a policy that judged. */
    static PanelVerdict verdict(Judgement judgement) {
        return ((Judgement.Decided) judgement).verdict();
    }
}
