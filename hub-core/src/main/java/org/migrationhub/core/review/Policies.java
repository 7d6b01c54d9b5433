package org.migrationhub.core.review;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The policies that an installation knows, in all their versions: old submissions are judged by the one they began under. */
public final class Policies {

    private final Map<PolicyRef, ReviewPolicy> known;

    private Policies(Map<PolicyRef, ReviewPolicy> known) {
        this.known = Collections.unmodifiableMap(known);
    }

    /** Both presets. */
    public static Policies presets() {
        return new Policies(new LinkedHashMap<>()).with(ReviewPolicy.GCM_2022, ReviewPolicy.GCM_2020);
    }

    /** This one alone. */
    public static Policies of(ReviewPolicy policy) {
        return new Policies(Map.of(policy.ref(), policy));
    }

    /**
     * These policies beside those known.
     *
     * @throws IllegalArgumentException if the name and version of one already stands for another
     */
    public Policies with(ReviewPolicy... policies) {
        Map<PolicyRef, ReviewPolicy> all = new LinkedHashMap<>(known);
        Arrays.stream(policies).forEach(policy -> {
            ReviewPolicy former = all.putIfAbsent(policy.ref(), policy);
            if (former != null && !former.equals(policy)) {
                throw new IllegalArgumentException(
                        policy.ref() + " stands for another policy already: a changed policy takes a new version");
            }
        });
        return new Policies(all);
    }

    /** The policy with this name and version. */
    public Optional<ReviewPolicy> find(PolicyRef ref) {
        return Optional.ofNullable(known.get(ref));
    }
}
