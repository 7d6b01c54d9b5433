package org.migrationhub.server.site.secretariat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the secretariat looks after, by what there is to do about it. */
enum Queue {
    /** Was handed in: to be returned, declined, or given a panel. */
    SCREEN,
    /** Somebody is missing on the panel. */
    VACANT,
    /** Everybody has reviewed, or no review to come can lead to publication: somebody must say how it goes on. */
    STUCK,
    /** A review is awaited that was due before. */
    OVERDUE,
    /** Reviewers have it. */
    REVIEW,
    /** The submitter has it. */
    SUBMITTER,
    /** What has become public, the latest first. */
    PUBLISHED,
    /** Everything that was ever handed in, the latest first. */
    ALL;

    /** Those that are a list of work: what is in them is looked at anew each time. */
    static final List<Queue> OF_WORK = List.of(SCREEN, VACANT, STUCK, OVERDUE, REVIEW, SUBMITTER);

    /** How an address names it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Queue> find(String code) {
        return Arrays.stream(values())
                .filter(queue -> queue.code().equals(code))
                .findFirst();
    }

    /** Whether something waits in it for the secretariat itself. */
    boolean asks() {
        return compareTo(OVERDUE) <= 0;
    }

    /** Whether it is in this list of work. */
    boolean holds(Work work) {
        return switch (this) {
            case SCREEN -> work.isToScreen();
            case VACANT -> work.vacancies() > 0;
            case STUCK -> work.isStuck();
            case OVERDUE -> work.overdueSince() != null;
            case REVIEW -> work.isInReview();
            case SUBMITTER -> work.isWithSubmitter();
            case PUBLISHED, ALL -> false;
        };
    }
}
