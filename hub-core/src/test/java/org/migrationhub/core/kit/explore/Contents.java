package org.migrationhub.core.kit.explore;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.migrationhub.core.content.OrganisationId;

/** The contents that are handed in, each made once. Thread-safe. */
final class Contents {

    private final Cast cast;
    private final Map<String, Content> made = new ConcurrentHashMap<>();

    Contents(Cast cast) {
        this.cast = cast;
    }

    /** A content that names nobody beyond those of the first. */
    Content plain(char letter) {
        return once("" + letter, () -> Content.plain(letter, cast));
    }

    /** A content that names the persona among its contributors. */
    Content naming(char letter, Persona persona) {
        return once(letter + " names " + persona, () -> Content.naming(letter, cast, persona));
    }

    /** A content that names the persona's employer, by its name alone, among the bodies that implement. */
    Content ofEmployer(char letter, Persona persona, OrganisationId employer) {
        return once(
                letter + " of " + persona + " at " + employer,
                () -> Content.ofEmployer(letter, cast, persona, employer));
    }

    private Content once(String name, Supplier<Content> maker) {
        return made.computeIfAbsent(name, first -> maker.get());
    }
}
