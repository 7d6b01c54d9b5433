package org.migrationhub.core.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All kinds of term together. */
final class Terms {

    private static final List<Term> ALL = Stream.<List<? extends Term>>of(
                    List.of(Objective.values()),
                    List.of(Principle.values()),
                    Sdg.all(),
                    List.of(RegionalCommission.values()),
                    Region.all(),
                    Country.all(),
                    PracticeType.known(),
                    ResourceType.known())
            .<Term>flatMap(List::stream)
            .toList();
    private static final Map<String, Term> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Term::code, Function.identity()));

    private Terms() {}

    /** Every term that the Hub itself knows. */
    static List<Term> all() {
        return ALL;
    }

    /** The term with this code, also a type that only an installation knows. */
    static Optional<Term> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code))
                .or(() -> PracticeType.find(code))
                .or(() -> ResourceType.find(code));
    }
}
