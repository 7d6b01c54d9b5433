package org.migrationhub.server.site.secretariat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationhub.core.access.Actor;
import org.migrationhub.server.imports.ImportFormat;
import org.migrationhub.server.imports.ImportKind;
import org.migrationhub.server.site.page.Typed;

/**
 * A file that was tried, and waits to be imported by the same person.
 *
 * @param by who tried it
 * @param kind of its rows
 * @param format in which it is written
 * @param handIn whether its items are to be handed in
 * @param base64 its bytes
 */
record TriedFile(String by, ImportKind kind, ImportFormat format, boolean handIn, String base64) {

    static TriedFile of(Actor actor, ImportKind kind, ImportFormat format, boolean handIn, byte[] bytes) {
        return new TriedFile(
                String.valueOf(actor.person()),
                kind,
                format,
                handIn,
                Base64.getEncoder().encodeToString(bytes));
    }

    /** As it is kept. */
    String text() {
        return String.join(" ", by, kind.code(), format.code(), String.valueOf(handIn), base64);
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    /** What was kept, if it is this one's. */
    static Optional<TriedFile> read(String text, Actor actor) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 5 || !parts[0].equals(String.valueOf(actor.person()))) {
            return Optional.empty();
        }
        return ImportKind.find(parts[1])
                .flatMap(kind -> ImportFormat.find(parts[2])
                        .map(format ->
                                new TriedFile(parts[0], kind, format, Boolean.parseBoolean(parts[3]), parts[4])));
    }

    /** What was chosen beside it. */
    Typed typed() {
        return Typed.of(Map.of("kind", List.of(kind.code()), "handIn", List.of(String.valueOf(handIn))));
    }
}
