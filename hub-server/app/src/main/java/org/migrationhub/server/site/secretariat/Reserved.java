package org.migrationhub.server.site.secretariat;

import java.util.List;
import java.util.Map;
import org.migrationhub.server.account.OpenSession;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/**
 * The id of what a form will make, which the form brings along: sent twice, it makes one thing. Only an id that this session
 * was given counts, since ids are names in the journal. Stateless and thread-safe.
 */
final class Reserved {

    private static final String ID = "id";
    private static final String SEAL = "seal";

    private Reserved() {}

    /** A form with an id of its own. */
    static Typed form(Visit visit) {
        String id = visit.ask().newId();
        return Typed.of(Map.of(ID, List.of(id), SEAL, List.of(session(visit).sealOf(id))));
    }

    /** The id that a form brings along, or a new one where it has none that it was given. */
    static String id(Visit visit, Typed typed) {
        String id = typed.text(ID);
        return session(visit).hasSealed(id, typed.text(SEAL)) ? id : visit.ask().newId();
    }

    private static OpenSession session(Visit visit) {
        return visit.ask().door().session();
    }
}
