package org.migrationhub.core.review;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.migrationhub.core.people.Sector;

/** What a policy says of a round as it stands. */
public sealed interface Judgement {

    /**
     * The round goes on.
     *
     * @param awaited the numbers of the seats whose review is awaited
     * @param vacancies how many seats nobody sits in
     */
    record Pending(List<Integer> awaited, int vacancies) implements Judgement {
        /** Copies the numbers. */
        public Pending {
            awaited = List.copyOf(awaited);
        }
    }

    /**
     * All have reviewed and disagree, and the policy lets one further review decide: the secretariat either seats that
     * reviewer or closes the round.
     *
     * @param sectors from which side the further reviewer may come
     */
    record Tied(Set<Sector> sectors) implements Judgement {
        /** Copies the sides. */
        public Tied {
            sectors = Collections.unmodifiableSet(new TreeSet<>(sectors));
        }
    }

    /**
     * The round is decided.
     *
     * @param verdict how
     */
    record Decided(PanelVerdict verdict) implements Judgement {}
}
