package org.migrationhub.core.kit.explore;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.Round;
import org.migrationhub.core.review.Seat;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;

/** Everything that is tried in one state, whether it is possible there or not; of like people, only one tries. */
final class Deeds {

    static final SubmissionId SUBMISSION = new SubmissionId("explored");

    private static final int NO_SEAT = 99;
    private static final Note WORDS = note("Some words.");
    private static final Note SILENCE = note(" ");

    private final Setting setting;
    private final State state;
    private final List<Persona> tryers;
    private final List<Persona> some;
    private final List<Deed> deeds = new ArrayList<>();

    private Deeds(Setting setting, State state) {
        this.setting = setting;
        this.state = state;
        this.tryers = tryers(setting.cast(), state.key());
        this.some = some();
    }

    /** All deeds that are tried. */
    static List<Deed> in(State state, Setting setting) {
        Deeds all = new Deeds(setting, state);
        all.ofTheSubmitter();
        all.ofTheSecretariat();
        all.ofRepresentatives();
        all.panels();
        all.seats();
        all.ofReviewers();
        return all.deeds;
    }

    /** What is tried with fresh reviewers, when nobody else can do anything. */
    static List<Deed> withFreshReviewers(State state, Setting setting) {
        Deeds all = new Deeds(setting, state);
        all.panel(Panels.fresh(setting));
        for (Part part : List.of(Part.FRESH_UN, Part.FRESH_NON_UN)) {
            all.joining(setting.cast().the(part));
        }
        return all.deeds;
    }

    /** One of each group of people who are alike in this state. */
    private static List<Persona> tryers(Cast cast, StateKey key) {
        List<Persona> chosen = new ArrayList<>();
        for (Persona persona : cast.all()) {
            boolean another = chosen.stream().anyMatch(other -> key.interchangeable(other, persona));
            if (!persona.part().isFresh() && !another) {
                chosen.add(persona);
            }
        }
        return chosen;
    }

    /** Those with a seat in the last round, and one each who could and couldn't have one: for acts refused whoever tries. */
    private List<Persona> some() {
        Set<Persona> chosen = new LinkedHashSet<>();
        tryers.stream().filter(this::satInTheLastRound).forEach(chosen::add);
        tryers.stream()
                .filter(persona -> persona.part().isOrdinary() && !chosen.contains(persona))
                .findFirst()
                .ifPresent(chosen::add);
        chosen.add(setting.cast().the(Part.OFF_ROSTER));
        return List.copyOf(chosen);
    }

    private boolean satInTheLastRound(Persona persona) {
        return state.ledger().places().stream()
                .anyMatch(place -> place.persona().equals(persona));
    }

    private void ofTheSubmitter() {
        Content first = setting.contents().plain(Content.FIRST);
        deeds.add(Deed.of(
                Act.SAVE_DRAFT,
                (submission, context) -> submission.saveDraft(first.digest(), context.at()),
                () -> "the submitter saves a draft"));
        deeds.add(Deed.of(Act.SUBMIT, () -> "the submitter hands in " + first, acts -> acts.submit(first.digest()))
                .handingIn(first));
        deeds.add(Deed.of(Act.WITHDRAW, () -> "the submitter takes it back", acts -> acts.withdraw(null)));
        revise(state.content(), false);
        revise(setting.contents().plain(nextLetter()), false);
        if (!state.content().equals(first) && state.mayHaveMishaps()) {
            revise(first, false);
        }
        if (state.submission().permits(Act.REVISE) && state.mayHaveMishaps()) {
            tryers.stream().filter(state.ledger()::seats).forEach(this::reviseImplicating);
        }
    }

    private void reviseImplicating(Persona persona) {
        revise(setting.contents().naming(nextLetter(), persona), true);
        state.world().of(persona).employers().stream()
                .findFirst()
                .ifPresent(employer -> revise(setting.contents().ofEmployer(nextLetter(), persona, employer), true));
    }

    private void revise(Content next, boolean mishap) {
        Deed deed = Deed.of(Act.REVISE, () -> "the submitter hands in " + next, acts -> acts.revise(next.digest()))
                .handingIn(next);
        deeds.add(mishap ? deed.asMishap() : deed);
    }

    private void ofTheSecretariat() {
        withNote(Act.RETURN, "the secretariat returns it", acts -> acts.returnToSubmitter(WORDS), false);
        withNote(Act.RETURN, "the secretariat returns it", acts -> acts.returnToSubmitter(SILENCE), true);
        withNote(Act.DECLINE, "the secretariat declines it", acts -> acts.decline(WORDS), false);
        withNote(Act.DECLINE, "the secretariat declines it", acts -> acts.decline(SILENCE), true);
        withNote(Act.RETRACT, "the secretariat retracts it", acts -> acts.retract(WORDS), false);
        withNote(Act.RETRACT, "the secretariat retracts it", acts -> acts.retract(SILENCE), true);
        deeds.add(
                Deed.of(Act.FEATURE, () -> "an editor features it", acts -> acts.feature(Map.of(Language.EN, WORDS))));
        deeds.add(Deed.of(Act.CLOSE_ROUND, () -> "the secretariat closes the round", acts -> acts.closeRound()));
    }

    private void withNote(Act act, String words, Deed.Acting acting, boolean silent) {
        Deed deed = Deed.of(act, () -> words + (silent ? " in silence" : ""), acting);
        deeds.add(silent ? deed.inSilence() : deed);
    }

    /**
     * Whoever might be of the secretariat besides: one who never sat, one who did, one who represents already, and the
     * submitter. Each tries with a word, as if having acted before, and in silence.
     */
    private void ofRepresentatives() {
        Set<Persona> tries = new LinkedHashSet<>();
        tries.add(setting.cast().the(Part.SUBMITTER));
        if (state.submission().permits(Act.REPRESENT)) {
            first(persona -> state.ledger().hasSat(persona)).ifPresent(tries::add);
            first(persona -> state.ledger().represents(persona)).ifPresent(tries::add);
            for (Part part : List.of(Part.UN, Part.NON_UN)) {
                first(persona -> persona.part() == part && isOutsider(persona)).ifPresent(tries::add);
            }
        }
        for (Persona persona : tries) {
            deeds.add(representing(persona, false, WORDS));
            deeds.add(representing(persona, true, WORDS));
            deeds.add(representing(persona, false, SILENCE).inSilence());
        }
    }

    private boolean isOutsider(Persona persona) {
        return !state.ledger().hasSat(persona) && !state.ledger().represents(persona);
    }

    private Optional<Persona> first(Predicate<Persona> wanted) {
        return setting.cast().all().stream()
                .filter(persona -> !persona.part().isFresh())
                .filter(wanted)
                .findFirst();
    }

    private static Deed representing(Persona persona, boolean hasActed, Note note) {
        return Deed.of(
                        Act.REPRESENT,
                        () -> persona + (hasActed ? ", who has acted before," : "") + " represents the submitter",
                        acts -> acts.represent(persona.id(), hasActed, note))
                .by(persona)
                .asMishap();
    }

    private void panels() {
        if (isScreened()) {
            Panels.all(setting, state).forEach(this::panel);
        } else {
            panel(Panels.some(setting));
            panel(List.of());
        }
    }

    private boolean isScreened() {
        StageName stage = state.submission().stage().name();
        return stage == StageName.SUBMITTED || stage == StageName.UPDATE_SUBMITTED;
    }

    private void panel(List<Persona> panel) {
        List<PersonId> ids = panel.stream().map(Persona::id).toList();
        deeds.add(
                Deed.of(Act.SEAT_PANEL, () -> "the secretariat seats the panel " + panel, acts -> acts.seatPanel(ids)));
    }

    private void seats() {
        boolean vacant = state.ledger().open()
                && state.ledger().panel().size() < setting.promise().reviewers();
        boolean tied = state.ledger().isTied(setting.promise());
        (vacant ? tryers : some).stream().filter(this::isTurnOf).forEach(this::filling);
        (tied ? tryers : some).stream().filter(this::isTurnOf).forEach(this::furthering);
        seatsOfTheLastRound().stream().filter(this::isTriedForItsKind).forEach(this::replacing);
        deeds.add(replacing(NO_SEAT, tryers.get(0)));
    }

    private void joining(Persona persona) {
        filling(persona);
        furthering(persona);
        seatsOfTheLastRound().forEach(seat -> deeds.add(replacing(seat.number(), persona)));
    }

    private void filling(Persona persona) {
        deeds.add(
                Deed.of(Act.FILL_SEAT, () -> "the secretariat seats " + persona, acts -> acts.fillSeat(persona.id())));
    }

    private void furthering(Persona persona) {
        deeds.add(Deed.of(
                Act.SEAT_FURTHER,
                () -> "the secretariat seats " + persona + " as the further reviewer",
                acts -> acts.seatFurther(persona.id())));
    }

    private void replacing(Seat seat) {
        boolean mayBe =
                state.ledger().open() && seat.isStanding() && seat.review().isEmpty();
        for (Persona persona : mayBe ? tryers : some) {
            if (persona.part().isOrdinary() || isTurnOf(persona, seat)) {
                deeds.add(replacing(seat.number(), persona));
            }
        }
    }

    /** Those who never could take over try one seat in each state, another in the next, so that all try all. */
    private boolean isTurnOf(Persona persona, Seat seat) {
        int seats = seatsOfTheLastRound().size();
        return isTurnOf(persona) && (persona.index() + state.submission().version() + seat.number()) % seats == 0;
    }

    /** After a mishap, a third of those who never could take a seat try in each state, others in the next. */
    private boolean isTurnOf(Persona persona) {
        return persona.part().isOrdinary()
                || state.mishaps() == 0
                || (persona.index() + state.submission().version()) % 3 == 0;
    }

    private Deed replacing(int seat, Persona persona) {
        return Deed.of(
                        Act.REPLACE_SEAT,
                        () -> "the secretariat replaces the one in seat " + seat + " by " + persona,
                        acts -> acts.replaceSeat(seat, persona.id()))
                .asMishap();
    }

    private List<Seat> seatsOfTheLastRound() {
        return state.submission().round().map(Round::seats).orElse(List.of());
    }

    /** Of seats whose occupants are alike, only that of the one who tries. */
    private boolean isTriedForItsKind(Seat seat) {
        return tryers.stream().anyMatch(persona -> persona.id().equals(seat.person()))
                || setting.cast().find(seat.person()).isEmpty();
    }

    private void ofReviewers() {
        for (Persona persona : some) {
            deeds.add(Deed.of(
                            Act.ACCEPT_SEAT,
                            () -> persona + " declares to have no conflict and takes the seat",
                            acts -> acts.acceptSeat(persona.id()))
                    .by(persona));
            deeds.add(Deed.of(
                            Act.DECLINE_SEAT,
                            () -> persona + " can't take part",
                            acts -> acts.declineSeat(persona.id(), null))
                    .by(persona)
                    .asMishap());
            deeds.add(Deed.of(
                            Act.RECUSE,
                            () -> persona + " declares a conflict of interest",
                            acts -> acts.recuse(persona.id(), null))
                    .by(persona)
                    .asMishap());
            reviews(persona);
        }
    }

    private void reviews(Persona persona) {
        ContentDigest digest = state.content().digest();
        review(persona, ReviewOutcome.APPROVE, digest, SILENCE);
        if (state.ledger().seats(persona)) {
            ContentDigest other = otherDigest();
            review(persona, ReviewOutcome.APPROVE, other, WORDS);
            review(persona, ReviewOutcome.DECLINE, other, WORDS);
            review(persona, ReviewOutcome.REQUEST_CHANGES, digest, WORDS);
            review(persona, ReviewOutcome.DECLINE, digest, WORDS);
            review(persona, ReviewOutcome.REQUEST_CHANGES, digest, SILENCE);
            review(persona, ReviewOutcome.DECLINE, digest, SILENCE);
        }
    }

    private void review(Persona persona, ReviewOutcome outcome, ContentDigest digest, Note note) {
        boolean stale = !digest.equals(state.content().digest());
        Deed deed = Deed.of(
                        Act.REVIEW,
                        () -> persona + " files: " + outcome.code() + (stale ? " on other content" : "")
                                + (note.isSilent() ? " in silence" : ""),
                        acts -> acts.review(persona.id(), digest, outcome, note))
                .by(persona)
                .filing(outcome, digest);
        deeds.add(note.isSilent() ? deed.inSilence() : deed);
    }

    /** The digest of an earlier revision, or of something that never was one. */
    private ContentDigest otherDigest() {
        int revisions = state.submission().revisions().size();
        return revisions > 1
                ? state.submission().revisions().get(revisions - 2).digest()
                : setting.contents().plain('Z').digest();
    }

    private char nextLetter() {
        return (char) (Content.FIRST + state.submission().revisions().size());
    }

    private static Note note(String text) {
        return new Note(new PersonId("somebody"), SUBMISSION, text);
    }
}
