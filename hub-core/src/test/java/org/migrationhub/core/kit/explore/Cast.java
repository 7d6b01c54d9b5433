package org.migrationhub.core.kit.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;

/** Everybody in the story: as many ordinary reviewers as the promise needs and some to spare, and one of each other part. */
final class Cast {

    static final OrganisationId SUBMITTING_BODY = new OrganisationId("submitting-body");
    static final OrganisationId IMPLEMENTING_BODY = new OrganisationId("implementing-body");
    static final OrganisationId PARTNERING_BODY = new OrganisationId("partnering-body");

    /** All of these. */
    static final Set<OrganisationId> INVOLVED = Set.of(SUBMITTING_BODY, IMPLEMENTING_BODY, PARTNERING_BODY);

    private final List<Persona> all = new ArrayList<>();
    private final Map<PersonId, Persona> byId = new HashMap<>();

    Cast(int un, int nonUn, Promise promise) {
        several(Part.UN, "un", un);
        several(Part.NON_UN, "non-un", nonUn);
        one(Part.OF_SUBMITTING, "from-submitting-body");
        one(Part.OF_IMPLEMENTING, "from-implementing-body");
        one(Part.OF_PARTNERING, "from-partnering-body");
        one(Part.CONFLICT_DECLARED, "with-declared-conflict");
        one(Part.UNDETERMINED, "undetermined");
        one(Part.OFF_ROSTER, "off-roster");
        one(Part.SUBMITTER, "submitter");
        Persona named = one(Part.NAMED, "named");
        add(named.alias(all.size(), "named-by-another-id"));
        several(Part.FRESH_UN, "fresh-un", Math.max(1, promise.minimumUn()));
        several(Part.FRESH_NON_UN, "fresh-non-un", Math.max(1, promise.reviewers() - promise.minimumUn()));
    }

    static Cast of(Promise promise) {
        int further = promise.furtherMayDecide() ? 1 : 0;
        int un = enoughForOneSide(promise.minimumUn(), promise.minimumNonUn(), promise);
        int nonUn = Math.max(1, promise.reviewers() - promise.minimumUn()) + 1 + further;
        return new Cast(un, nonUn, promise);
    }

    /** One to spare; and so many that, were the other side forgotten, a panel could do without it. */
    private static int enoughForOneSide(int minimum, int ofTheOther, Promise promise) {
        return Math.max(minimum + 1, ofTheOther == 0 ? 0 : promise.reviewers() - ofTheOther + 1);
    }

    List<Persona> all() {
        return all;
    }

    int size() {
        return all.size();
    }

    Persona get(int index) {
        return all.get(index);
    }

    Optional<Persona> find(PersonId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Persona the(Part part) {
        return playing(part).get(0);
    }

    List<Persona> playing(Part part) {
        return all.stream().filter(persona -> persona.part() == part).toList();
    }

    private void several(Part part, String name, int number) {
        for (int i = 1; i <= number; i++) {
            add(Persona.of(all.size(), part, name + "-" + i));
        }
    }

    private Persona one(Part part, String name) {
        Persona persona = Persona.of(all.size(), part, name);
        add(persona);
        return persona;
    }

    private void add(Persona persona) {
        all.add(persona);
        byId.put(persona.id(), persona);
    }
}
