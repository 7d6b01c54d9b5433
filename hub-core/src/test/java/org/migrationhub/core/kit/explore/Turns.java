package org.migrationhub.core.kit.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.people.Sector;

/** What may happen in the world around a submission: changes of affiliation, and time that passes. */
final class Turns {

    /** A turn of events: what happened, in words, and the world afterwards. */
    record Turn(Deed.Words words, World world) {
        @Override
        public String toString() {
            return "meanwhile: " + words.text();
        }
    }

    private final Setting setting;
    private final State state;
    private final List<Turn> turns = new ArrayList<>();

    private Turns(Setting setting, State state) {
        this.setting = setting;
        this.state = state;
    }

    /** Every turn that could matter in this state; of like people, only one's life takes it. */
    static List<Turn> in(State state, Setting setting) {
        Turns all = new Turns(setting, state);
        if (!state.isFinal()) {
            all.clock();
            all.lives();
        }
        return all.turns;
    }

    private void clock() {
        if (state.submission().openRound().isPresent()) {
            turns.add(new Turn(() -> "every deadline passes", state.world().later()));
        }
    }

    private void lives() {
        List<Persona> chosen = new ArrayList<>();
        for (Place place : state.ledger().places()) {
            boolean another = chosen.stream().anyMatch(other -> state.key().interchangeable(other, place.persona()));
            if (!another) {
                chosen.add(place.persona());
            }
        }
        chosen.forEach(this::life);
    }

    private void life(Persona persona) {
        Sector side = state.world().of(persona).side();
        Sector otherSide = side == Sector.UN ? Sector.NON_UN : Sector.UN;
        OrganisationId elsewhere =
                new OrganisationId("next-" + persona.ownBody().value());
        if (side != Sector.UNDETERMINED) {
            moves(persona, elsewhere, otherSide, 'X', persona + " moves to the other side");
            moves(persona, Cast.IMPLEMENTING_BODY, side, 'I', persona + " moves to the implementing body");
            turn(
                    persona,
                    persona + " takes a second post on the other side",
                    situation ->
                            situation.joins(elsewhere, otherSide, state.world().now(), mark('U')));
        }
        if (!setting.promise().coolingOff().isZero()) {
            moves(persona, elsewhere, side, 'L', persona + " moves to another body on the same side");
        }
        if (state.world().of(persona).onRoster()) {
            turn(persona, persona + " leaves the roster", situation -> situation.leavesRoster(mark('R')));
            turn(
                    persona,
                    persona + " declares a conflict with the implementing body",
                    situation -> situation.declares(mark('D')));
        }
        if (setting.promise().separateOrganisations()) {
            colleagues(persona, side);
        }
    }

    private void colleagues(Persona persona, Sector side) {
        for (Place place : state.ledger().standing().toList()) {
            Persona other = place.persona();
            if (!other.equals(persona) && state.world().of(other).side() == side) {
                moves(persona, other.ownBody(), side, 'J', persona + " moves to the body of " + other);
            }
        }
    }

    private void moves(Persona persona, OrganisationId body, Sector side, char mark, String words) {
        turn(
                persona,
                words,
                situation -> situation.movesTo(body, side, state.world().now(), mark(mark)));
    }

    private void turn(Persona persona, String words, UnaryOperator<Situation> change) {
        Situation changed = change.apply(state.world().of(persona));
        turns.add(new Turn(() -> words, state.world().with(persona, changed)));
    }

    /** Of the turn, and when it came if that matters. */
    private String mark(char turn) {
        return state.world().timeMatters() ? "" + turn + state.world().ticks() : "" + turn;
    }
}
