package org.migrationhub.server.site.secretariat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Desk;
import org.migrationhub.core.RevisionView;
import org.migrationhub.core.RoundView;
import org.migrationhub.core.SeatView;
import org.migrationhub.core.SeatView.ReviewView;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.people.HubEvent;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Disclosure;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SeatStateName;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.review.VerdictOutcome;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** Makes the page with everything about an item. Not thread-safe. */
final class ItemSheet {

    private static final String BAD = "bad";
    private static final String GOOD = "good";
    private static final String WAITS = "waits";

    private final Visit visit;
    private final Voice voice;
    private final Desk desk;
    private final SubmissionView view;
    private final Names names;
    private final Times times;
    private final Map<SeatKey, Instant> since = new HashMap<>();

    /** A seat of a round, by their numbers. */
    private record SeatKey(int round, int seat) {}

    ItemSheet(Visit visit, SubmissionView view) {
        this.visit = visit;
        this.voice = visit.voice();
        this.desk = visit.ask().desk();
        this.view = view;
        this.names = new Names(visit);
        this.times = new Times(voice, visit.ask().now());
    }

    DeskItem page(@Nullable Said wrong) {
        SubmissionId id = view.id();
        if (desk.may(Right.SEE_JOURNAL, id)) {
            desk.journal(id, 0, Desk.MOST_ENTRIES).forEach(this::noteSeats);
        }
        List<DeskItem.Round> rounds = new ArrayList<>();
        view.rounds().forEach(round -> rounds.add(0, round(round)));
        String note = view.note();
        return new DeskItem(
                Items.head(visit, view),
                next(),
                deeds(),
                wrong,
                note == null || note.isEmpty() ? "" : voice.say("secretariat.note." + noteKind()),
                note == null || note.isEmpty() ? null : Said.unknown(note),
                asked(),
                facts(),
                reads(),
                desk.may(Right.SEE_DISCLOSURE, id) ? disclosed(desk.disclosure(id)) : List.of(),
                rounds);
    }

    // What there is to do.

    private String next() {
        Progress progress = new Progress(view);
        if (represents()) {
            return voice.say("secretariat.next.represents");
        }
        if (inReview() && !desk.may(Right.SEE_PANEL, view.id())) {
            return voice.say("secretariat.next.apart");
        }
        if (progress.isTied()) {
            return voice.say("secretariat.next.tied");
        }
        if (progress.isStuck()) {
            return voice.say("secretariat.next.stuck");
        }
        if (progress.vacancies() > 0) {
            return voice.count("secretariat.next.vacant", progress.vacancies());
        }
        return inReview()
                ? voice.count("secretariat.next.awaited", progress.awaited())
                : voice.say("secretariat.next." + view.stage().code());
    }

    private boolean represents() {
        return view.representatives().stream()
                .anyMatch(one -> one.person().equals(visit.ask().actor().person()));
    }

    private boolean inReview() {
        return view.stage() == StageName.IN_REVIEW || view.stage() == StageName.UPDATE_IN_REVIEW;
    }

    private List<DeskItem.Deed> deeds() {
        List<DeskItem.Deed> deeds = new ArrayList<>();
        add(deeds, Act.SEAT_PANEL, "/candidates?for=" + Placing.PANEL, "");
        add(deeds, Act.FILL_SEAT, "/candidates?for=" + Placing.VACANCY, "");
        add(deeds, Act.SEAT_FURTHER, "/candidates?for=" + Placing.FURTHER, "");
        add(deeds, Act.FEATURE, "/feature", "second");
        add(deeds, Act.RETURN, "/acts/return", "second");
        add(deeds, Act.CLOSE_ROUND, "/acts/close-round", deeds.isEmpty() ? "" : "second");
        add(deeds, Act.DECLINE, "/acts/decline", "second grave");
        add(deeds, Act.RETRACT, "/acts/retract", "second grave");
        add(deeds, Act.REPRESENT, "/acts/represent", "second");
        return deeds;
    }

    private void add(List<DeskItem.Deed> deeds, Act act, String where, String style) {
        if (view.possible().contains(act)) {
            String name = voice.say("secretariat.deed." + act.code());
            deeds.add(new DeskItem.Deed(name, Items.address(visit, view.id()) + where, style));
        }
    }

    private String noteKind() {
        return switch (view.stage()) {
            case DECLINED -> "declined";
            case WITHDRAWN -> "withdrawn";
            case RETRACTED -> "retracted";
            default -> "returned";
        };
    }

    /** Of what the submitter was asked last the words stand above while that is what it waits for. */
    private List<DeskItem.Asked> asked() {
        List<DeskItem.Asked> asked = new ArrayList<>();
        for (RevisionView revision : view.revisions()) {
            LocalDate day = revision.returnedOn();
            boolean isAbove = revision.asked().equals(view.note());
            if (day != null && !isAbove && !revision.asked().isBlank()) {
                String when = voice.say("secretariat.asked", voice.number(revision.number()), voice.date(day));
                asked.add(0, new DeskItem.Asked(when, Said.unknown(revision.asked())));
            }
        }
        return asked;
    }

    // What is known.

    private List<DeskItem.Fact> facts() {
        List<DeskItem.Fact> facts = new ArrayList<>();
        if (view.submitter() != null) {
            facts.add(new DeskItem.Fact(
                    voice.say("secretariat.fact.submitter"), List.of(names.person(view.submitter()))));
        }
        add(
                facts,
                "secretariat.fact.representatives",
                view.representatives().stream()
                        .map(one -> names.person(one.person()))
                        .toList());
        facts.add(plain("secretariat.fact.revision", voice.number(view.revision())));
        facts.add(plain("secretariat.fact.started", times.day(view.startedAt())));
        Instant changed = view.changedAt();
        if (changed != null) {
            facts.add(plain("secretariat.fact.changed", times.minute(changed)));
        }
        facts.add(new DeskItem.Fact(
                voice.say("secretariat.fact.policy"),
                List.of(Linked.plain(voice.terms().policy(view.policy())))));
        return facts;
    }

    private DeskItem.Fact plain(String key, String text) {
        return new DeskItem.Fact(voice.say(key), List.of(Linked.plain(new Said(text, null, null))));
    }

    private List<Linked> reads() {
        String address = Items.address(visit, view.id());
        List<Linked> reads = new ArrayList<>();
        if (desk.may(Right.SAVE_DRAFT, view.id())) {
            reads.add(new Linked(
                    voice.plain("secretariat.read.submitter"), visit.at().to(BehalfPages.SUBMISSIONS + view.id())));
        }
        if (view.stage() != StageName.PUBLISHED && desk.may(Right.SEE_CONTENT, view.id())) {
            reads.add(new Linked(voice.plain("secretariat.read.content"), address + "/content"));
            if (view.revision() > 1) {
                String before = voice.number(ReadingPages.before(view));
                reads.add(new Linked(voice.plain("secretariat.read.changes", before), address + "/changes"));
            }
        }
        if (view.stage().isPublic()) {
            reads.add(new Linked(
                    voice.plain("secretariat.read.public"), visit.at().item(view.kind(), view.id())));
        }
        if (desk.may(Right.SEE_JOURNAL, view.id())) {
            reads.add(new Linked(voice.plain("secretariat.read.journal"), address + "/journal"));
        }
        return reads;
    }

    private List<DeskItem.Fact> disclosed(Disclosure disclosure) {
        List<DeskItem.Fact> facts = new ArrayList<>();
        add(facts, "secretariat.disclosed.for", names.organisations(disclosure.submittingOrganisations()));
        add(facts, "secretariat.disclosed.implementers", named(disclosure.implementers()));
        add(facts, "secretariat.disclosed.partners", named(disclosure.partners()));
        add(
                facts,
                "secretariat.disclosed.named",
                disclosure.namedPersons().stream().map(names::person).toList());
        return facts;
    }

    private List<Linked> named(List<OrganisationRef> organisations) {
        return organisations.stream().map(names::organisation).toList();
    }

    private void add(List<DeskItem.Fact> facts, String key, List<Linked> values) {
        if (!values.isEmpty()) {
            facts.add(new DeskItem.Fact(voice.say(key), values));
        }
    }

    // The panels.

    /** The journal tells since when a seat is in the state in which it is. */
    private void noteSeats(Entry entry) {
        HubEvent event = entry.event();
        seats(event).forEach(key -> since.put(key, entry.at()));
    }

    private static Stream<SeatKey> seats(HubEvent event) {
        if (event instanceof SubmissionEvent.RoundOpened opened) {
            return opened.seats().stream().map(seat -> new SeatKey(opened.round(), seat.number()));
        }
        if (event instanceof SubmissionEvent.SeatFilled filled) {
            return Stream.of(new SeatKey(filled.round(), filled.seat().number()));
        }
        if (event instanceof SubmissionEvent.SeatReplaced replaced) {
            return Stream.of(
                    new SeatKey(replaced.round(), replaced.former()),
                    new SeatKey(replaced.round(), replaced.seat().number()));
        }
        if (event instanceof SubmissionEvent.SeatAccepted accepted) {
            return Stream.of(new SeatKey(accepted.round(), accepted.seat()));
        }
        if (event instanceof SubmissionEvent.SeatDeclined declined) {
            return Stream.of(new SeatKey(declined.round(), declined.seat()));
        }
        if (event instanceof SubmissionEvent.SeatRecused recused) {
            return Stream.of(new SeatKey(recused.round(), recused.seat()));
        }
        return event instanceof SubmissionEvent.Reviewed reviewed
                ? Stream.of(new SeatKey(reviewed.round(), reviewed.seat()))
                : Stream.empty();
    }

    private DeskItem.Round round(RoundView round) {
        VerdictOutcome outcome = round.outcome();
        String state = outcome != null
                ? voice.say("outcome." + outcome.code())
                : voice.say(round.open() ? "secretariat.round.open" : "secretariat.round.void");
        return new DeskItem.Round(
                voice.say("secretariat.round", voice.number(round.number()), voice.number(round.revision())),
                state,
                outcome == null ? "" : outcome == VerdictOutcome.APPROVED ? GOOD : BAD,
                round.vacancies() == 0 ? "" : voice.count("secretariat.vacant", round.vacancies()),
                round.seats().stream().map(seat -> seat(round, seat)).toList());
    }

    private DeskItem.Seat seat(RoundView round, SeatView seat) {
        ReviewView review = seat.review();
        boolean replaceable = round.open()
                && review == null
                && seat.state().isStanding()
                && view.possible().contains(Act.REPLACE_SEAT);
        String note = seat.note();
        return new DeskItem.Seat(
                seat.number(),
                seat.person() == null ? null : names.person(seat.person()),
                voice.say("sector." + seat.sector().code()),
                voice.say(
                        isPast(round, seat)
                                ? past(seat)
                                : "seat." + seat.state().code()),
                tone(seat),
                seat.state().isStanding(),
                details(round, seat),
                note == null || note.isEmpty() ? null : Said.unknown(note),
                review == null ? null : review(review),
                replaceable
                        ? Items.address(visit, view.id()) + "/candidates?for=" + Placing.SEAT + seat.number()
                        : null);
    }

    /** Whether nobody waits any more for what its state says: the round ended before. */
    private static boolean isPast(RoundView round, SeatView seat) {
        return !round.open() && (seat.state() == SeatStateName.INVITED || seat.state() == SeatStateName.ACCEPTED);
    }

    private static String past(SeatView seat) {
        return seat.state() == SeatStateName.INVITED ? "secretariat.seat.never" : "secretariat.seat.unfinished";
    }

    private List<String> details(RoundView round, SeatView seat) {
        List<String> details = new ArrayList<>();
        Instant since = this.since.get(new SeatKey(round.number(), seat.number()));
        if (since != null) {
            details.add(voice.say("secretariat.since", times.day(since)));
        }
        Instant due = seat.due();
        if (due != null && round.open() && seat.state().isStanding()) {
            details.add(
                    seat.overdue()
                            ? voice.count("secretariat.late", times.days(due))
                            : voice.say("secretariat.due", times.day(due)));
        }
        if (seat.further()) {
            details.add(voice.say("secretariat.further"));
        }
        return details;
    }

    private static String tone(SeatView seat) {
        if (seat.overdue()) {
            return BAD;
        }
        SeatStateName state = seat.state();
        return state == SeatStateName.REVIEWED ? GOOD : state == SeatStateName.INVITED ? WAITS : "";
    }

    private DeskItem.Review review(ReviewView review) {
        return new DeskItem.Review(
                voice.say("outcome." + review.outcome().code()),
                review.outcome() == ReviewOutcome.APPROVE ? GOOD : BAD,
                review.text().isEmpty() ? null : Said.unknown(review.text()),
                review.toSecretariat().isEmpty() ? null : Said.unknown(review.toSecretariat()),
                review.remarks().entrySet().stream()
                        .map(remark -> new DeskItem.Remark(
                                voice.say("criterion." + remark.getKey().code()), Said.unknown(remark.getValue())))
                        .toList());
    }
}
