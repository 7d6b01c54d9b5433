package org.migrationhub.core.kit.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SeatStateName;
import org.migrationhub.core.review.Seating;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.VerdictOutcome;

/**
 * What this package has written down on the way to a state: who sits where in the last round, who declared what, who
 * filed which review, who has ever sat, who represents the submitter and which of them the last revision disclosed, what is
 * public. Kept from the events and the world alone. Immutable.
 */
record Ledger(
        List<Place> places,
        boolean open,
        long recused,
        long sat,
        long representing,
        long disclosed,
        long declared,
        Map<ContentDigest, Long> approvedEarlier,
        Content content,
        @Nullable Content published) {

    static Ledger atFirst(Content content) {
        return new Ledger(List.of(), false, 0, 0, 0, 0, 0, Map.of(), content, null);
    }

    /**
     * The ledger after an event.
     *
     * @param event what happened
     * @param world the world in which it happened
     * @param handedIn the content at hand after the act
     * @throws IllegalStateException if the event speaks of a seat or a person that there isn't
     */
    Ledger after(SubmissionEvent event, World world, Content handedIn) {
        if (event instanceof SubmissionEvent.RevisionSubmitted) {
            return closed().handedIn(handedIn);
        }
        if (event instanceof SubmissionEvent.RoundOpened opened) {
            return opened(opened.seats(), world);
        }
        if (event instanceof SubmissionEvent.Judged judged) {
            return judged.outcome() == VerdictOutcome.APPROVED ? closed().publishing(content) : closed();
        }
        if (event instanceof SubmissionEvent.Withdrawn) {
            return closed();
        }
        if (event instanceof SubmissionEvent.Retracted) {
            return closed().publishing(null);
        }
        if (event instanceof SubmissionEvent.Represented represented) {
            return represented(persona(represented.person(), world));
        }
        return afterSeat(event, world);
    }

    private Ledger afterSeat(SubmissionEvent event, World world) {
        if (event instanceof SubmissionEvent.SeatFilled filled) {
            return joined(filled.seat(), world);
        }
        if (event instanceof SubmissionEvent.SeatReplaced replaced) {
            return in(replaced.former(), SeatStateName.REPLACED).joined(replaced.seat(), world);
        }
        if (event instanceof SubmissionEvent.SeatAccepted accepted) {
            return in(accepted.seat(), SeatStateName.ACCEPTED)
                    .declaring(place(accepted.seat()).persona(), true);
        }
        if (event instanceof SubmissionEvent.SeatDeclined left) {
            return in(left.seat(), SeatStateName.DECLINED);
        }
        if (event instanceof SubmissionEvent.SeatRecused left) {
            return in(left.seat(), SeatStateName.RECUSED)
                    .recusing(place(left.seat()).persona());
        }
        if (event instanceof SubmissionEvent.Reviewed review) {
            Place place = place(review.seat());
            Situation author = world.of(place.persona());
            return with(
                    place.reviewed(new Filing(review.outcome(), review.digest(), author.side(), author.employers())));
        }
        return this;
    }

    /** The same as if this seat had never been given. */
    Ledger without(Place gone) {
        return with(places.stream().filter(place -> !place.equals(gone)).toList());
    }

    Optional<Place> find(int seat) {
        return places.stream().filter(place -> place.seat() == seat).findFirst();
    }

    Place place(int seat) {
        return find(seat)
                .orElseThrow(() ->
                        new IllegalStateException("the events speak of a seat " + seat + " that nobody was given"));
    }

    Stream<Place> standing() {
        return places.stream().filter(Place::isStanding);
    }

    /** The standing seats without the further one. */
    List<Place> panel() {
        return standing().filter(place -> !place.further()).toList();
    }

    Optional<Place> further() {
        return standing().filter(Place::further).findFirst();
    }

    boolean seats(Persona persona) {
        return standing().anyMatch(place -> place.persona().equals(persona));
    }

    boolean hasRecused(Persona persona) {
        return (recused & persona.bit()) != 0;
    }

    boolean hasSat(Persona persona) {
        return (sat & persona.bit()) != 0;
    }

    boolean hadPanel() {
        return sat != 0;
    }

    boolean represents(Persona persona) {
        return (representing & persona.bit()) != 0;
    }

    /** Whether the last revision says that this persona represents the submitter. */
    boolean isDisclosed(Persona persona) {
        return (disclosed & persona.bit()) != 0;
    }

    boolean hasDeclared(Persona persona) {
        return (declared & persona.bit()) != 0;
    }

    long refusals() {
        return standing().filter(Place::refuses).count();
    }

    /** Whether the panel is full and everybody who sits there has reviewed. */
    boolean isComplete(Promise promise) {
        return panel().size() >= promise.reviewers() && standing().allMatch(Place::hasFiled);
    }

    /** Whether what has been filed is what the promise asks for, with this many more approvals. */
    boolean keeps(Promise promise, int moreUn, int moreNonUn) {
        long un = standing()
                        .filter(place -> place.approves() && place.filing().side() == Sector.UN)
                        .count()
                + moreUn;
        long nonUn = standing()
                        .filter(place -> place.approves() && place.filing().side() == Sector.NON_UN)
                        .count()
                + moreNonUn;
        return un + nonUn >= promise.approvals() && un >= promise.minimumUn() && nonUn >= promise.minimumNonUn();
    }

    /** Whether all have reviewed and approve as promised. */
    boolean isApproved(Promise promise) {
        boolean furtherApproves = further().isPresent() && further().get().approves();
        long bearable = promise.bearableRefusals() + (furtherApproves ? 1 : 0);
        boolean furtherRefuses = further().isPresent() && !furtherApproves;
        return isComplete(promise) && keeps(promise, 0, 0) && refusals() <= bearable && !furtherRefuses;
    }

    /** Whether all have reviewed and one further approval would make up for what is missing. */
    boolean isTied(Promise promise) {
        return promise.furtherMayDecide()
                && isComplete(promise)
                && further().isEmpty()
                && !keeps(promise, 0, 0)
                && (keeps(promise, 1, 0) || keeps(promise, 0, 1));
    }

    /** Whether so many refuse that the round is lost, or it is tied: when it may be closed without a further review. */
    boolean isLost(Promise promise) {
        long tooMany = promise.bearableRefusals() + 1;
        boolean furtherMayComeStill = promise.furtherMayDecide() && !isComplete(promise);
        return refusals() >= tooMany + (furtherMayComeStill ? 1 : 0);
    }

    private Ledger closed() {
        if (!open) {
            return this;
        }
        Map<ContentDigest, Long> earlier = new HashMap<>(approvedEarlier);
        places.stream()
                .filter(place -> place.filing() != null && place.filing().outcome() == ReviewOutcome.APPROVE)
                .forEach(place ->
                        earlier.merge(place.filing().digest(), place.persona().bit(), (left, right) -> left | right));
        return new Ledger(
                places,
                false,
                recused,
                sat,
                representing,
                disclosed,
                declared,
                Map.copyOf(earlier),
                content,
                published);
    }

    private Ledger handedIn(Content next) {
        boolean nothingNew = next.disclosesTheSameAs(content) && disclosed == representing;
        long stillGood = nothingNew ? declared : 0;
        return new Ledger(
                places, open, recused, sat, representing, representing, stillGood, approvedEarlier, next, published);
    }

    private Ledger publishing(@Nullable Content now) {
        return new Ledger(places, open, recused, sat, representing, disclosed, declared, approvedEarlier, content, now);
    }

    private Ledger opened(List<Seating> seats, World world) {
        Ledger next = new Ledger(
                List.of(), true, recused, sat, representing, disclosed, 0, approvedEarlier, content, published);
        for (Seating seating : seats) {
            next = next.joined(seating, world);
        }
        return next;
    }

    private Ledger joined(Seating seating, World world) {
        Persona persona = persona(seating.person(), world);
        SeatStateName state = seating.declared() ? SeatStateName.ACCEPTED : SeatStateName.INVITED;
        List<Place> more = new ArrayList<>(places);
        more.add(new Place(
                seating.number(), persona, seating.further(), world.of(persona).side(), state, null));
        return declaring(persona, seating.declared()).seating(persona).with(more);
    }

    private static Persona persona(PersonId id, World world) {
        return world.cast().find(id).orElseThrow(() -> new IllegalStateException("nobody knows " + id));
    }

    private Ledger in(int seat, SeatStateName state) {
        return with(place(seat).in(state));
    }

    private Ledger with(Place changed) {
        return with(places.stream()
                .map(place -> place.seat() == changed.seat() ? changed : place)
                .toList());
    }

    private Ledger with(List<Place> next) {
        return new Ledger(
                List.copyOf(next),
                open,
                recused,
                sat,
                representing,
                disclosed,
                declared,
                approvedEarlier,
                content,
                published);
    }

    /** A declaration belongs to its seat: whoever gets another seat declares again. */
    private Ledger declaring(Persona persona, boolean declares) {
        long others = declared & ~persona.bit();
        long now = declares ? others | persona.bit() : others;
        return new Ledger(
                places, open, recused, sat, representing, disclosed, now, approvedEarlier, content, published);
    }

    private Ledger recusing(Persona persona) {
        long out = recused | persona.bit();
        return new Ledger(
                places, open, out, sat, representing, disclosed, declared, approvedEarlier, content, published);
    }

    private Ledger seating(Persona persona) {
        long seated = sat | persona.bit();
        return new Ledger(
                places, open, recused, seated, representing, disclosed, declared, approvedEarlier, content, published);
    }

    private Ledger represented(Persona persona) {
        long now = representing | persona.bit();
        return new Ledger(places, open, recused, sat, now, disclosed, declared, approvedEarlier, content, published);
    }
}
