package org.migrationhub.core.kit.explore;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Round;
import org.migrationhub.core.review.Stage;
import org.migrationhub.core.review.Submission;

/**
 * What makes two states the same: the stage, and of each person a mark of what matters from here on; the marks of like
 * people in no order. As long as there was no mishap, also how earlier rounds ended and which contents are the same;
 * after one, of the past only counts whether somebody who is still to review has approved in it, and after a
 * second, of what befell a person only whether it is a conflict, makes unfit otherwise, or changed the side.
 */
final class StateKey {

    /** The mark of somebody who sits nowhere and, for whatever reason, never will again. */
    private static final String OUT = "z;";

    /** More approvals than this of an earlier round make no further difference. */
    private static final long SEVERAL = 2;

    private final String text;
    private final String[] marks;

    private StateKey(String text, String[] marks) {
        this.text = text;
        this.marks = marks;
    }

    static StateKey of(Submission submission, World world, Ledger ledger, Bounds bounds, int mishaps) {
        List<Persona> all = world.cast().all();
        String[] marks = new String[all.size()];
        boolean over = isOver(submission, bounds);
        boolean panelGoesOn = panelGoesOn(submission);
        boolean undisturbed = mishaps == 0;
        boolean inShort = mishaps > 1;
        for (Persona persona : all) {
            marks[persona.index()] = over ? "" : mark(persona, world, ledger, panelGoesOn, inShort);
        }
        StringBuilder text = new StringBuilder(64);
        text.append((char) submission.stage().name().ordinal())
                .append((char) submission.rounds().size())
                .append(isReturned(submission) ? 'r' : '-')
                .append(earlierApprovals(ledger, undisturbed));
        if (ledger.open() || world.timeMatters()) {
            text.append((char) world.ticks());
        }
        if (undisturbed) {
            text.append(contents(ledger));
            submission.rounds().forEach(round -> text.append(end(round)));
        }
        text.append('|');
        appendInGroups(text, all, marks);
        return new StateKey(text.toString(), marks);
    }

    /** The key as a value to compare; holds nothing else in memory. */
    String text() {
        return text;
    }

    /** Whether the two are alike and nothing different has happened to them: what one does the other could do. */
    boolean interchangeable(Persona one, Persona other) {
        return one.part() == other.part() && marks[one.index()].equals(marks[other.index()]);
    }

    private static void appendInGroups(StringBuilder text, List<Persona> all, String[] marks) {
        int from = 0;
        while (from < marks.length) {
            int to = endOfAlike(all, from);
            if (to - from > 1) {
                String[] alike = Arrays.copyOfRange(marks, from, to);
                Arrays.sort(alike);
                Arrays.stream(alike).forEach(text::append);
            } else {
                text.append(marks[from]);
            }
            from = to;
        }
    }

    private static int endOfAlike(List<Persona> all, int from) {
        int to = from + 1;
        while (to < all.size() && all.get(to).part() == all.get(from).part()) {
            to++;
        }
        return to;
    }

    private static String mark(Persona persona, World world, Ledger ledger, boolean panelGoesOn, boolean inShort) {
        StringBuilder mark = new StringBuilder(8);
        boolean sits = false;
        for (Place place : ledger.places()) {
            if (place.persona() == persona) {
                sits |= place.isStanding();
                append(mark, place, ledger.open(), panelGoesOn);
            }
        }
        if (ledger.represents(persona)) {
            return ledger.isDisclosed(persona) ? "y;" : "Y;";
        }
        if (mark.isEmpty() && !sits && isOutForGood(persona, world, ledger)) {
            return OUT;
        }
        if (inShort) {
            mark.append(life(persona, world, ledger));
        } else {
            mark.append(world.of(persona).trail());
            if (ledger.content().implicated() == persona) {
                mark.append(ledger.content().byName() ? 'n' : 'e');
            }
        }
        return mark.append(ledger.hasRecused(persona) ? "r;" : ";").toString();
    }

    /** What has become of somebody, without the particulars: on which side, or unfit, or conflicted. */
    private static char life(Persona persona, World world, Ledger ledger) {
        Situation situation = world.of(persona);
        boolean moved = !situation.trail().isEmpty() && !Collections.disjoint(Cast.INVOLVED, situation.employers());
        if (moved || situation.declaresConflict() || ledger.content().implicated() == persona) {
            return 'c';
        }
        boolean unfit = !situation.onRoster() || situation.side() == Sector.UNDETERMINED;
        return unfit ? 'u' : (char) ('0' + situation.side().ordinal());
    }

    private static boolean isOutForGood(Persona persona, World world, Ledger ledger) {
        Situation situation = world.of(persona);
        return ledger.hasRecused(persona)
                || !situation.onRoster()
                || situation.declaresConflict()
                || situation.side() == Sector.UNDETERMINED;
    }

    /** Of a closed round only matters who goes on, and whether they had declared. */
    private static void append(StringBuilder mark, Place place, boolean open, boolean panelGoesOn) {
        if (open) {
            mark.append(place.mark());
        } else if (panelGoesOn && place.isStanding()) {
            mark.append(place.further() ? 'f' : 's');
        }
    }

    /**
     * How many who sit here and have not filed yet approved in an earlier round; on an undisturbed way also how many of
     * them this content.
     */
    private static char earlierApprovals(Ledger ledger, boolean undisturbed) {
        if (!ledger.open() || ledger.approvedEarlier().isEmpty()) {
            return '-';
        }
        long anything = ledger.approvedEarlier().values().stream().reduce(0L, (left, right) -> left | right);
        if (!undisturbed) {
            return awaited(ledger, anything) == 0 ? '-' : '+';
        }
        long same = ledger.approvedEarlier().getOrDefault(ledger.content().digest(), 0L);
        return (char) ('0' + awaited(ledger, anything) * (SEVERAL + 1) + awaited(ledger, same));
    }

    private static long awaited(Ledger ledger, long approved) {
        long number = ledger.standing()
                .filter(place ->
                        !place.hasFiled() && (approved & place.persona().bit()) != 0)
                .count();
        return Math.min(SEVERAL, number);
    }

    /** Which contents are the same: the first, the present and the public one. */
    private static char contents(Ledger ledger) {
        Content present = ledger.content();
        Content published = ledger.published();
        int sameAsPublic = published == null ? 0 : present.digest().equals(published.digest()) ? 1 : 2;
        int first = present.letter() == Content.FIRST ? 3 : 0;
        int publicIsFirst = published != null && published.letter() == Content.FIRST ? 6 : 0;
        return (char) ('0' + sameAsPublic + first + publicIsFirst);
    }

    private static char end(Round round) {
        return round.isOpen()
                ? 'o'
                : round.verdict()
                        .map(verdict -> (char) ('0' + verdict.outcome().ordinal()))
                        .orElse('v');
    }

    private static boolean isReturned(Submission submission) {
        return submission.stage() instanceof Stage.ChangesRequested requested && requested.verdict() == null;
    }

    private static boolean panelGoesOn(Submission submission) {
        return submission.stage() instanceof Stage.ChangesRequested requested && requested.verdict() != null;
    }

    /** Whether nothing that anybody did can matter any more within the bounds. */
    private static boolean isOver(Submission submission, Bounds bounds) {
        boolean lastRoundIsOver = submission.rounds().size() >= bounds.rounds()
                && submission.openRound().isEmpty();
        return submission.stage().name().isFinal() || lastRoundIsOver;
    }
}
