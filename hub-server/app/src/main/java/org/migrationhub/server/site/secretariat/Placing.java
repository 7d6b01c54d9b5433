package org.migrationhub.server.site.secretariat;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationhub.core.Desk;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.SubmissionId;

/**
 * What somebody is sought for: a whole panel, a vacancy, the further seat that decides a tie, or a seat in place of its
 * occupant.
 *
 * @param code how an address names it
 * @param act what is done
 * @param seat the number of the seat whose occupant is replaced; 0 otherwise
 */
record Placing(String code, Act act, int seat) {

    static final String PANEL = "panel";
    static final String VACANCY = "vacancy";
    static final String FURTHER = "further";
    static final String SEAT = "seat-";

    private static final Pattern ONE_SEAT = Pattern.compile(SEAT + "([1-9][0-9]{0,3})");

    /** What an address names; a whole panel where it names nothing that there is. */
    static Placing of(Optional<String> said) {
        String code = said.orElse(PANEL);
        Matcher one = ONE_SEAT.matcher(code);
        if (one.matches()) {
            return new Placing(code, Act.REPLACE_SEAT, Integer.parseInt(one.group(1)));
        }
        return switch (code) {
            case VACANCY -> new Placing(VACANCY, Act.FILL_SEAT, 0);
            case FURTHER -> new Placing(FURTHER, Act.SEAT_FURTHER, 0);
            default -> new Placing(PANEL, Act.SEAT_PANEL, 0);
        };
    }

    /** Whether a whole panel is sought, and not one person. */
    boolean ofPanel() {
        return act == Act.SEAT_PANEL;
    }

    /** Seats those who were chosen: one, unless a whole panel is sought. */
    SubmissionView done(Desk desk, SubmissionId id, List<PersonId> chosen) {
        return switch (act) {
            case FILL_SEAT -> desk.fillSeat(id, chosen.get(0));
            case SEAT_FURTHER -> desk.seatFurther(id, chosen.get(0));
            case REPLACE_SEAT -> desk.replaceSeat(id, seat, chosen.get(0));
            default -> desk.seatPanel(id, chosen);
        };
    }
}
