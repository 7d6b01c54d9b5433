package org.migrationhub.core;

import java.util.EnumSet;
import java.util.Set;
import org.migrationhub.core.review.StageName;

/** Which stages the lists of those who look after submissions may show. */
final class Queues {

    static final Set<StageName> HANDED_IN = EnumSet.complementOf(EnumSet.of(StageName.DRAFT));

    private Queues() {}

    /** These stages without the drafts. */
    static Set<StageName> handedIn(Set<StageName> stages) {
        EnumSet<StageName> some = EnumSet.copyOf(stages);
        some.retainAll(HANDED_IN);
        return some;
    }
}
