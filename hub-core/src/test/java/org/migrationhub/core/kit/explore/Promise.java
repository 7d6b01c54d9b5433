package org.migrationhub.core.kit.explore;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What an agency tells the world about how its items are reviewed, in figures of its own: the exploration holds the
 * policy to these, so that a slip in the policy's data is found as surely as one in its code.
 *
 * <p>Beyond these figures every promise holds that nobody judges what they submitted or are named in, that conflicts are
 * declared first, that reviewers are on the roster and stand on a known side.
 *
 * @param reviewers how many sit on a panel, all of whom review before there is a verdict
 * @param approvals how many distinct persons approve what is published
 * @param minimumUn how many of these come from the UN
 * @param minimumNonUn how many of these come from outside the UN
 * @param furtherMayDecide whether one further reviewer's approval may stand in for one that is missing
 * @param separateOrganisations whether those who approve come from different organisations
 * @param barred the involvements of an organisation that bar its people
 * @param coolingOff for how long after leaving an organisation people stay barred
 */
public record Promise(
        int reviewers,
        int approvals,
        int minimumUn,
        int minimumNonUn,
        boolean furtherMayDecide,
        boolean separateOrganisations,
        Set<Involvement> barred,
        Duration coolingOff) {

    /** Three reviewers, at least one UN and one non-UN, all of whom approve. Source: the Hub's published rule, 2022. */
    public static final Promise GCM_2022 = unanimous(3).atLeastUn(1).atLeastNonUn(1);

    /** Three reviewers, at least one UN and two non-UN; a further one may be consulted. Source: roster call, 2020. */
    public static final Promise GCM_2020 =
            unanimous(3).atLeastUn(1).atLeastNonUn(2).withFurtherReviewer();

    /**
     * Copies the involvements.
     *
     * @throws IllegalArgumentException if it promises nothing: no reviewer, or no majority that approves
     */
    public Promise {
        if (reviewers < 1 || approvals > reviewers || 2 * approvals <= reviewers) {
            throw new IllegalArgumentException(
                    approvals + " approvals of " + reviewers + " reviewers: promise at least one and a majority");
        }
        if (minimumUn < 0 || minimumNonUn < 0 || minimumUn + minimumNonUn > approvals) {
            throw new IllegalArgumentException("The minimum of both sides doesn't fit into the approvals");
        }
        Set<Involvement> copy = EnumSet.noneOf(Involvement.class);
        copy.addAll(barred);
        barred = Collections.unmodifiableSet(copy);
    }

    /** That all of so many reviewers approve, whichever side they come from; involved organisations are barred. */
    public static Promise unanimous(int reviewers) {
        return new Promise(reviewers, reviewers, 0, 0, false, false, EnumSet.allOf(Involvement.class), Duration.ZERO);
    }

    /** The same with so many approvals that suffice. */
    public Promise withApprovals(int number) {
        return new Promise(
                reviewers,
                number,
                minimumUn,
                minimumNonUn,
                furtherMayDecide,
                separateOrganisations,
                barred,
                coolingOff);
    }

    /** The same with at least so many from the UN among those who approve. */
    public Promise atLeastUn(int number) {
        return new Promise(
                reviewers,
                approvals,
                number,
                minimumNonUn,
                furtherMayDecide,
                separateOrganisations,
                barred,
                coolingOff);
    }

    /** The same with at least so many from outside the UN among those who approve. */
    public Promise atLeastNonUn(int number) {
        return new Promise(
                reviewers, approvals, minimumUn, number, furtherMayDecide, separateOrganisations, barred, coolingOff);
    }

    /** The same, where one further reviewer's approval may stand in for one that is missing. */
    public Promise withFurtherReviewer() {
        return new Promise(
                reviewers, approvals, minimumUn, minimumNonUn, true, separateOrganisations, barred, coolingOff);
    }

    /** The same, where those who approve come from different organisations. */
    public Promise fromSeparateOrganisations() {
        return new Promise(reviewers, approvals, minimumUn, minimumNonUn, furtherMayDecide, true, barred, coolingOff);
    }

    /** The same, where only these involvements of an organisation bar its people. */
    public Promise barringOnly(Involvement... involvements) {
        Set<Involvement> only = EnumSet.noneOf(Involvement.class);
        Collections.addAll(only, involvements);
        return new Promise(
                reviewers,
                approvals,
                minimumUn,
                minimumNonUn,
                furtherMayDecide,
                separateOrganisations,
                only,
                coolingOff);
    }

    /** The same, where people stay barred for so long after leaving an organisation. */
    public Promise withCoolingOff(Duration time) {
        return new Promise(
                reviewers, approvals, minimumUn, minimumNonUn, furtherMayDecide, separateOrganisations, barred, time);
    }

    /** How many refusals a publication can bear without a further reviewer. */
    int bearableRefusals() {
        return reviewers - approvals;
    }
}
