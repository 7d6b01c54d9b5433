package org.migrationhub.server.site.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationhub.server.account.OpenSession;

/**
 * The id of what a form will make, which the form brings along: sent twice, it makes one thing. Only an id that this session
 * was given counts, since ids are names in the journal. Stateless and thread-safe.
 */
public final class Reserved {

    private static final String ID = "id";
    private static final String SEAL = "seal";

    private Reserved() {}

    /** A form with an id of its own. */
    public static Typed form(Visit visit) {
        String id = visit.ask().newId();
        return Typed.of(Map.of(ID, List.of(id), SEAL, List.of(session(visit).sealOf(reserving(id)))));
    }

    /** The id that was sent, for a form that is shown again; another one where none was. */
    public static Typed again(Visit visit) {
        Typed sent = visit.ask().hasFields() ? visit.typed() : Typed.nothing();
        return isGiven(visit, sent) ? Typed.of(Map.of(ID, sent.all(ID), SEAL, sent.all(SEAL))) : form(visit);
    }

    /** The id that a form brings along, or a new one where it has none that it was given. */
    public static String id(Visit visit, Typed typed) {
        return isGiven(visit, typed) ? typed.text(ID) : visit.ask().newId();
    }

    /** The id that a form brings along, if it has one that it was given. */
    public static Optional<String> given(Visit visit, Typed typed) {
        return isGiven(visit, typed) ? Optional.of(typed.text(ID)) : Optional.empty();
    }

    private static boolean isGiven(Visit visit, Typed typed) {
        return session(visit).hasSealed(reserving(typed.text(ID)), typed.text(SEAL));
    }

    /** What no other seal of the session is of. */
    private static String reserving(String id) {
        return "reserved\n" + id;
    }

    private static OpenSession session(Visit visit) {
        return visit.ask().door().session();
    }
}
