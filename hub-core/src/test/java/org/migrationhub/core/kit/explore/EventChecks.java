package org.migrationhub.core.kit.explore;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Change;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.Seating;
import org.migrationhub.core.review.SubmissionEvent;

/**
 * Goes through the events of one change, writes the ledger on, and holds each event to what the ledger and the story say.
 */
final class EventChecks {

    private final Setting setting;
    private final State before;
    private final Deed deed;
    private final Change change;
    private final Findings findings;
    private final Content handedIn;
    private Ledger ledger;

    private EventChecks(Setting setting, State before, Deed deed, Change change, Findings findings) {
        this.setting = setting;
        this.before = before;
        this.deed = deed;
        this.change = change;
        this.findings = findings;
        this.ledger = before.ledger();
        this.handedIn = deed.handsIn() == null ? before.content() : deed.handsIn();
    }

    /** The ledger after the change. */
    static Ledger check(Setting setting, State before, Deed deed, Change change, Findings findings) {
        EventChecks checks = new EventChecks(setting, before, deed, change, findings);
        checks.deed();
        change.events().forEach(checks::event);
        return checks.ledger;
    }

    private void deed() {
        findings.expect(
                !deed.silent() || deed.review() != null && deed.review().outcome() == ReviewOutcome.APPROVE,
                Invariant.SOUND_REVIEW,
                "a refusal or a retraction without a word was taken");
        long reviews = change.events().stream()
                .filter(SubmissionEvent.Reviewed.class::isInstance)
                .count();
        findings.expect(
                reviews == (deed.act() == Act.REVIEW ? 1 : 0),
                Invariant.SOUND_REVIEW,
                "%s brought %d reviews",
                deed.act().code(),
                reviews);
    }

    private void event(SubmissionEvent event) {
        if (event instanceof SubmissionEvent.RoundOpened opened) {
            panel(opened.seats());
        } else if (event instanceof SubmissionEvent.SeatFilled filled) {
            joining(filled.seat());
        } else if (event instanceof SubmissionEvent.SeatReplaced replaced) {
            replacing(replaced);
        } else if (event instanceof SubmissionEvent.SeatAccepted accepted) {
            fit(ledger.place(accepted.seat()).persona(), Invariant.FIT_WHEN_FILING, "declares to have no conflict but");
        } else if (event instanceof SubmissionEvent.SeatRecused recused) {
            recusing(recused);
        } else if (event instanceof SubmissionEvent.Reviewed reviewed) {
            review(reviewed);
        } else if (event instanceof SubmissionEvent.Judged judged) {
            VerdictChecks.check(setting, before.world(), ledger, deed, judged, change, findings);
        }
        if (event instanceof SubmissionEvent.Represented represented) {
            representing(represented);
        }
        ledger = ledger.after(event, before.world(), handedIn);
    }

    private void panel(List<Seating> seats) {
        Ledger former = ledger;
        Set<Persona> members = new HashSet<>();
        for (Seating seating : seats) {
            Persona persona = seated(seating);
            findings.expect(members.add(persona), Invariant.PANEL, "%s got two seats", persona);
            findings.expect(!seating.further(), Invariant.PANEL, "a round began with a further seat");
            findings.expect(
                    deed.act() == Act.SEAT_PANEL
                            || former.panel().stream()
                                    .anyMatch(place -> place.persona().equals(persona)),
                    Invariant.PANEL,
                    "%s goes on without having sat on the panel before",
                    persona);
        }
        int promised = setting.promise().reviewers();
        findings.expect(
                deed.act() == Act.SEAT_PANEL ? seats.size() == promised : seats.size() <= promised,
                Invariant.PANEL,
                "the panel has %d seats",
                seats.size());
        separate(members);
    }

    private void joining(Seating seating) {
        Persona persona = seated(seating);
        findings.expect(!ledger.seats(persona), Invariant.FIT_WHEN_SEATED, "%s sits on the panel already", persona);
        if (seating.further() && deed.act() == Act.SEAT_FURTHER) {
            findings.expect(
                    ledger.isTied(setting.promise()), Invariant.PANEL, "a further reviewer where there is no tie");
        }
        Set<Persona> members = new HashSet<>();
        ledger.standing().forEach(place -> members.add(place.persona()));
        members.add(persona);
        separate(members);
    }

    private void replacing(SubmissionEvent.SeatReplaced replaced) {
        Place former = ledger.place(replaced.former());
        findings.expect(
                former.isStanding() && !former.hasFiled(),
                Invariant.REVIEWS_STAND,
                "%s was replaced after reviewing, or after leaving",
                former.persona());
        findings.expect(
                former.further() == replaced.seat().further(),
                Invariant.PANEL,
                "a further seat and a regular one took each other's place");
        Ledger whole = ledger;
        ledger = ledger.without(former);
        joining(replaced.seat());
        ledger = whole;
    }

    private void recusing(SubmissionEvent.SeatRecused recused) {
        Place place = ledger.place(recused.seat());
        boolean byThemselves = deed.act() == Act.RECUSE && place.persona().equals(deed.persona());
        findings.expect(
                byThemselves || !fitness().conflicts(place.persona()).isEmpty(),
                Invariant.REVIEWS_STAND,
                "%s was put out without a conflict",
                place.persona());
    }

    private void review(SubmissionEvent.Reviewed reviewed) {
        Place place = ledger.place(reviewed.seat());
        Deed.Filed filed = deed.review();
        boolean asFiled = filed != null
                && place.persona().equals(deed.persona())
                && reviewed.outcome() == filed.outcome()
                && reviewed.digest().equals(filed.digest());
        findings.expect(asFiled, Invariant.SOUND_REVIEW, "the review of %s is not what was filed", place.persona());
        findings.expect(
                reviewed.digest().equals(ledger.content().digest()),
                Invariant.EXACT_CONTENT,
                "a review of other content was taken from %s",
                place.persona());
        findings.expect(
                place.isStanding() && !place.hasFiled(),
                Invariant.REVIEWS_STAND,
                "%s reviewed twice, or without a seat",
                place.persona());
        findings.expect(
                ledger.hasDeclared(place.persona()),
                Invariant.DECLARED_FIRST,
                "%s reviewed without having declared to have no conflict",
                place.persona());
        fit(place.persona(), Invariant.FIT_WHEN_FILING, "filed a review but");
    }

    private void representing(SubmissionEvent.Represented represented) {
        Persona persona = setting.cast()
                .find(represented.person())
                .orElseThrow(() -> new IllegalStateException("nobody knows " + represented.person()));
        findings.expect(
                deed.act() == Act.REPRESENT && persona.equals(deed.persona()),
                Invariant.REPRESENTS_APART,
                "%s represents the submitter without having said so",
                persona);
        boolean apart = persona.part() != Part.SUBMITTER && !ledger.hadPanel() && !ledger.represents(persona);
        findings.expect(apart, Invariant.REPRESENTS_APART, "%s represents the submitter", persona);
    }

    private Persona seated(Seating seating) {
        Optional<Persona> found = setting.cast().find(seating.person());
        Persona persona = found.orElseThrow(() -> new IllegalStateException("a seat for " + seating.person()));
        fit(persona, Invariant.FIT_WHEN_SEATED, "got a seat but");
        Sector side = before.world().of(persona).side();
        findings.expect(
                seating.sector() == side,
                Invariant.MIX,
                "%s was seated as %s but stands on %s",
                persona,
                seating.sector(),
                side);
        findings.expect(
                !seating.declared() || ledger.hasDeclared(persona),
                Invariant.DECLARED_FIRST,
                "%s sees the content without having declared to have no conflict",
                persona);
        return persona;
    }

    private void fit(Persona persona, Invariant invariant, String verb) {
        List<String> objections = fitness().objections(persona);
        findings.expect(objections.isEmpty(), invariant, "%s %s %s", persona, verb, objections);
    }

    private void separate(Set<Persona> members) {
        if (setting.promise().separateOrganisations()) {
            Set<OrganisationId> seen = new HashSet<>();
            boolean separate = members.stream()
                    .flatMap(member -> before.world().of(member).employers().stream())
                    .allMatch(seen::add);
            findings.expect(separate, Invariant.SEPARATE_ORGANISATIONS, "two of %s come from one body", members);
        }
    }

    private Fitness fitness() {
        return new Fitness(setting.promise(), before.world(), handedIn, ledger);
    }
}
