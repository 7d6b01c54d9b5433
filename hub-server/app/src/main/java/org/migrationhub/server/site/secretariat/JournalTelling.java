package org.migrationhub.server.site.secretariat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.migrationhub.core.RoundView;
import org.migrationhub.core.SeatView;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.people.HubEvent;
import org.migrationhub.core.review.Seating;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** Tells the journal of an item in plain words, from wherever it is read. Not thread-safe. */
final class JournalTelling {

    private static final int SHORT = 12;

    private final Voice voice;
    private final Names names;
    private final Times times;
    private final Map<Long, String> words;
    private final Map<String, PersonId> occupants = new HashMap<>();

    /**
     * Of an item.
     *
     * @param view tells who sits, or sat, in which seat
     * @param words what was written with its entries, by their numbers
     */
    JournalTelling(Visit visit, SubmissionView view, Map<Long, String> words) {
        this.voice = visit.voice();
        this.names = new Names(visit);
        this.times = new Times(voice, visit.ask().now());
        this.words = words;
        view.rounds().forEach(this::note);
    }

    private void note(RoundView round) {
        for (SeatView seat : round.seats()) {
            if (seat.person() != null) {
                occupants.put(key(round.number(), seat.number()), seat.person());
            }
        }
    }

    /** The number of the first entry that isn't as it was written, or doesn't follow on the one before; 0 if all are sound. */
    static long firstBroken(ChainHead before, List<Entry> entries) {
        ChainHead head = before;
        for (Entry entry : entries) {
            if (!entry.isIntact() || !entry.follows(head)) {
                return entry.sequence();
            }
            head = entry.head();
        }
        return 0;
    }

    JournalView.Line line(Entry entry) {
        PersonId actor = entry.actor().person();
        PersonId behalf = entry.behalf();
        String written = words.get(entry.sequence());
        HubEvent event = entry.event();
        List<Said> details = event instanceof SubmissionEvent of ? details(of) : List.of();
        return new JournalView.Line(
                voice.number(entry.sequence()),
                times.minute(entry.at()),
                voice.terms().event(entry),
                actor == null
                        ? details
                        : details.stream()
                                .filter(detail -> !detail.equals(names.name(actor)))
                                .toList(),
                actor == null ? null : names.person(actor),
                behalf == null ? null : onBehalf(names.person(behalf)),
                written == null ? null : Said.unknown(written),
                shortened(entry.hash().hex()));
    }

    private List<Said> details(SubmissionEvent event) {
        if (event instanceof SubmissionEvent.RevisionSubmitted revision) {
            return List.of(voice.plain("secretariat.journal.revision", voice.number(revision.number())));
        }
        if (event instanceof SubmissionEvent.RoundOpened opened) {
            return opened(opened);
        }
        if (event instanceof SubmissionEvent.SeatFilled filled) {
            return List.of(names.name(filled.seat().person()));
        }
        if (event instanceof SubmissionEvent.SeatReplaced replaced) {
            return replaced(replaced);
        }
        if (event instanceof SubmissionEvent.SeatAccepted accepted) {
            return occupant(accepted.round(), accepted.seat());
        }
        if (event instanceof SubmissionEvent.SeatDeclined declined) {
            return occupant(declined.round(), declined.seat());
        }
        if (event instanceof SubmissionEvent.SeatRecused recused) {
            return recused(recused);
        }
        if (event instanceof SubmissionEvent.Reviewed reviewed) {
            return reviewed(reviewed);
        }
        if (event instanceof SubmissionEvent.Represented represented) {
            return List.of(names.name(represented.person()));
        }
        return event instanceof SubmissionEvent.Judged judged ? judged(judged) : List.of();
    }

    private List<Said> opened(SubmissionEvent.RoundOpened opened) {
        List<Said> details = new ArrayList<>();
        details.add(voice.plain("secretariat.round", voice.number(opened.round()), voice.number(opened.revision())));
        opened.seats().forEach(seat -> details.add(names.name(seat.person())));
        return details;
    }

    private List<Said> replaced(SubmissionEvent.SeatReplaced replaced) {
        List<Said> details = new ArrayList<>();
        occupant(replaced.round(), replaced.former())
                .forEach(former -> details.add(isolated("secretariat.journal.former", former)));
        details.add(seated(replaced.seat()));
        return details;
    }

    private List<Said> recused(SubmissionEvent.SeatRecused recused) {
        List<Said> details = new ArrayList<>(occupant(recused.round(), recused.seat()));
        recused.reasons().forEach(reason -> details.add(voice.plain("reason." + reason)));
        return details;
    }

    private List<Said> reviewed(SubmissionEvent.Reviewed reviewed) {
        List<Said> details = new ArrayList<>(occupant(reviewed.round(), reviewed.seat()));
        details.add(voice.plain("outcome." + reviewed.outcome().code()));
        return details;
    }

    private List<Said> judged(SubmissionEvent.Judged judged) {
        return List.of(
                voice.plain("outcome." + judged.outcome().code()),
                new Said(
                        voice.count(
                                "secretariat.journal.approvals",
                                judged.approvals().size()),
                        null,
                        null),
                voice.terms().policy(judged.policy()));
    }

    private Said seated(Seating seat) {
        return isolated("secretariat.journal.seated", names.name(seat.person()));
    }

    private List<Said> occupant(int round, int seat) {
        PersonId person = occupants.get(key(round, seat));
        return person == null ? List.of() : List.of(names.name(person));
    }

    private Linked onBehalf(Linked person) {
        return new Linked(isolated("secretariat.journal.behalf", person.said()), person.address());
    }

    /** A name within a sentence, kept apart from what stands around it where it runs the other way. */
    private Said isolated(String key, Said name) {
        return voice.plain(key, "\u2068" + name.text() + "\u2069");
    }

    private static String key(int round, int seat) {
        return round + "/" + seat;
    }

    /** Enough of a digest to recognise it. */
    private static String shortened(String digest) {
        int from = digest.lastIndexOf(':') + 1;
        return digest.length() - from > SHORT ? digest.substring(from, from + SHORT) + "…" : digest;
    }
}
