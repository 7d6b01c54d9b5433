package org.migrationhub.server.site.secretariat;

import org.migrationhub.core.access.Right;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.server.site.page.Visit;

/** Keeps pages with forms from those who could send none of them. Stateless and thread-safe. */
final class Keeping {

    private Keeping() {}

    /**
     * Lets whoever keeps the records pass.
     *
     * @throws ForbiddenException if the visitor doesn't
     */
    static void requireRecords(Visit visit) {
        require(visit, Right.KEEP_PEOPLE);
    }

    /**
     * Lets whoever may erase somebody pass.
     *
     * @throws ForbiddenException if the visitor may not
     */
    static void requireErasing(Visit visit) {
        require(visit, Right.ERASE_PERSON);
    }

    /**
     * Lets whoever may act on somebody's behalf pass.
     *
     * @throws ForbiddenException if the visitor may not
     */
    static void requireActing(Visit visit) {
        require(visit, Right.START_ON_BEHALF);
    }

    private static void require(Visit visit, Right right) {
        if (!visit.ask().desk().may(right)) {
            throw new ForbiddenException(right.code(), "Your role doesn't allow it.");
        }
    }
}
