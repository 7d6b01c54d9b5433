package org.migrationhub.core.vocabulary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of the 17 Sustainable Development Goals, or one of their 169 targets (A/RES/70/1). Two are equal if they have the
 * same code; there is one instance of each.
 */
public final class Sdg implements Term, Comparable<Sdg> {

    private static final String PREFIX = "sdg-";

    /** Per goal, how many targets are numbered and how many means of implementation are lettered. */
    private static final int[][] TARGETS = {
        {5, 2}, {5, 3}, {9, 4}, {7, 3}, {6, 3}, {6, 2}, {3, 2}, {10, 2}, {5, 3}, {7, 3}, {7, 3}, {8, 3}, {3, 2}, {7, 3},
        {9, 3}, {10, 2}, {19, 0}
    };

    private static final Map<String, Sdg> BY_CODE = Collections.unmodifiableMap(everyOne());
    private static final List<Sdg> GOALS =
            BY_CODE.values().stream().filter(Sdg::isGoal).toList();
    private static final List<Sdg> ALL = List.copyOf(BY_CODE.values());

    private final int goal;
    private final String target;
    private final int position;

    private Sdg(int goal, String target, int position) {
        this.goal = goal;
        this.target = target;
        this.position = position;
    }

    /**
     * A whole goal.
     *
     * @param number 1 to 17
     * @throws IllegalArgumentException if there is no such goal
     */
    public static Sdg goal(int number) {
        if (number < 1 || number > GOALS.size()) {
            throw new IllegalArgumentException("The Goals are numbered 1 to 17, not " + number);
        }
        return GOALS.get(number - 1);
    }

    /**
     * A target of a goal.
     *
     * @param target the target as the United Nations number it, such as {@code 8.8} or {@code 1.a}
     * @throws IllegalArgumentException if there is no such target
     */
    public static Sdg target(String target) {
        return find(PREFIX + target)
                .filter(found -> !found.isGoal())
                .orElseThrow(() -> new IllegalArgumentException("No target of the Goals: " + target));
    }

    /** The goal or target with this code; empty if the code stands for none. */
    public static Optional<Sdg> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The 17 goals in their order. */
    public static List<Sdg> goals() {
        return GOALS;
    }

    /** Each goal followed by its targets, in their order: 186 in all. */
    public static List<Sdg> all() {
        return ALL;
    }

    /** {@code sdg-8} for a goal, {@code sdg-8.8} or {@code sdg-1.a} for a target. */
    @Override
    public String code() {
        return PREFIX + number();
    }

    /** The goal itself, or the goal that this target belongs to. */
    public Sdg goal() {
        return goal(goal);
    }

    /** Whether this is a goal and not a target. */
    public boolean isGoal() {
        return target.isEmpty();
    }

    /** The number as the United Nations write it: {@code 8}, {@code 8.8} or {@code 1.a}. */
    public String number() {
        return isGoal() ? String.valueOf(goal) : goal + "." + target;
    }

    /** By goal; the goal before its targets, numbered targets before lettered ones. */
    @Override
    public int compareTo(Sdg other) {
        return Integer.compare(position, other.position);
    }

    /** Equality is that of the code. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Sdg sdg && sdg.position == position;
    }

    @Override
    public int hashCode() {
        return position;
    }

    /** The code. */
    @Override
    public String toString() {
        return code();
    }

    private static Map<String, Sdg> everyOne() {
        Map<String, Sdg> all = new LinkedHashMap<>();
        for (int goal = 1; goal <= TARGETS.length; goal++) {
            for (String target : targetsOf(goal)) {
                Sdg sdg = new Sdg(goal, target, all.size());
                all.put(sdg.code(), sdg);
            }
        }
        return all;
    }

    /** The empty text for the goal itself, then its targets. */
    private static List<String> targetsOf(int goal) {
        List<String> targets = new ArrayList<>(List.of(""));
        for (int number = 1; number <= TARGETS[goal - 1][0]; number++) {
            targets.add(String.valueOf(number));
        }
        for (int letter = 0; letter < TARGETS[goal - 1][1]; letter++) {
            targets.add(String.valueOf((char) ('a' + letter)));
        }
        return targets;
    }
}
