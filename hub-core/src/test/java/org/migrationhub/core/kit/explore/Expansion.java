package org.migrationhub.core.kit.explore;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.error.HubException;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Change;

/** Tries everything in one state. Not thread-safe; each state has its own. */
final class Expansion {

    private final Setting setting;
    private final State state;
    private final Known known;
    private final Findings findings;
    private final Map<String, State> successors = new LinkedHashMap<>();
    private final Set<Act> succeeded = new HashSet<>();
    private final Map<String, Integer> refusals = new HashMap<>();
    private long transitions;

    private Expansion(Setting setting, State state, Known known) {
        this.setting = setting;
        this.state = state;
        this.known = known;
        this.findings = new Findings(state.step());
    }

    /**
     * Everything that can follow a state.
     *
     * @param known the states that need no looking at any more; only read
     */
    static Expansion of(Setting setting, State state, Known known) {
        Expansion expansion = new Expansion(setting, state, known);
        expansion.expand();
        return expansion;
    }

    /** The states that follow and aren't known, each once. */
    Collection<State> successors() {
        return successors.values();
    }

    List<Findings.Finding> findings() {
        return findings.found();
    }

    Map<String, Integer> refusals() {
        return refusals;
    }

    long transitions() {
        return transitions;
    }

    private void expand() {
        boolean movesOn = tryAll(Deeds.in(state, setting));
        boolean wayOut = succeeded.contains(Act.WITHDRAW) || succeeded.contains(Act.RETRACT);
        if (!movesOn && !state.isFinal()) {
            movesOn = Deeds.withFreshReviewers(state, setting).stream().anyMatch(this::canBeDone);
        }
        if (state.mayHaveMishaps()) {
            Turns.in(state, setting).forEach(this::turn);
        }
        findings.turnTo(state.step());
        StateChecks checks = new StateChecks(setting, state, findings);
        checks.check();
        checks.limbo(movesOn, wayOut);
    }

    private boolean tryAll(List<Deed> deeds) {
        boolean movesOn = false;
        for (Deed deed : deeds) {
            Change change = attempt(deed);
            if (change != null) {
                transitions++;
                succeeded.add(deed.act());
                movesOn |= deed.movesOn();
                follow(deed, change);
            }
        }
        return movesOn;
    }

    private @Nullable Change attempt(Deed deed) {
        findings.turnTo(new Step(state.step(), deed));
        Content content = deed.handsIn() == null ? state.content() : deed.handsIn();
        try {
            Change change = deed.doing().on(state.submission(), state.world().context(content));
            return setting.machine().done(state.submission(), deed.act(), change);
        } catch (HubException e) {
            refusals.merge(RefusalChecks.check(e, findings), 1, Integer::sum);
        } catch (RuntimeException e) {
            findings.add(
                    Invariant.REASONED_REFUSAL, "%s failed with %s", deed.act().code(), e);
        }
        return null;
    }

    private boolean canBeDone(Deed deed) {
        return attempt(deed) != null;
    }

    private void follow(Deed deed, Change change) {
        Step step = new Step(state.step(), deed);
        new PassageChecks(state, deed, change, findings).check();
        try {
            Ledger written = EventChecks.check(setting, state, deed, change, findings);
            if (!deed.mishap() || state.mayHaveMishaps()) {
                keep(state.after(step, change.after(), change.events(), written, deed.mishap() ? 1 : 0));
            }
        } catch (IllegalStateException e) {
            findings.add(Invariant.REPLAY, "the events make no sense: %s", e.getMessage());
        }
    }

    private void turn(Turns.Turn turn) {
        transitions++;
        keep(state.in(new Step(state.step(), turn), turn.world()));
    }

    private void keep(State next) {
        if (next.isWithinBounds() && !known.includes(next)) {
            State former = successors.get(next.key().text());
            if (former == null || next.mishaps() < former.mishaps()) {
                successors.put(next.key().text(), next);
            }
        }
    }
}
