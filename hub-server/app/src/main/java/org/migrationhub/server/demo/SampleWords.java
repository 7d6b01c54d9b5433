package org.migrationhub.server.demo;

import java.util.List;
import org.migrationhub.core.vocabulary.Language;

/** The sentences of which sample texts are made: each text says that it is one, and what in the item was made up. */
enum SampleWords {
    ENGLISH(
            "SAMPLE TEXT, written for a demonstration of this software: it is not the text of the practice and says nothing"
                    + " of how it went. %s Title, places, years, type and organisations are those of the practice's public"
                    + " page, as far as they are known. %s What becomes of it here on its way through review is part of the"
                    + " demonstration.",
            "Nothing was made up for it besides this text.",
            "Made up for this sample, because it isn't known: %s.",
            "This sample text was changed once, to show a next revision.",
            List.of("primary objectives", "type", "years", "main implementers", "places")),
    SPANISH(
            "TEXTO DE MUESTRA, escrito para una demostración de este programa: no es el texto de la práctica ni dice cómo"
                    + " resultó. %s El título, los lugares, los años, el tipo y las organizaciones son los de la página"
                    + " pública de la práctica, en la medida en que se conocen. %s Lo que le ocurre aquí durante la revisión"
                    + " es también parte de la demostración.",
            "Aparte de este texto no se ha inventado nada.",
            "Se ha inventado para esta muestra, porque no se conoce: %s.",
            "Este texto de muestra se cambió una vez, para mostrar una nueva revisión.",
            List.of("objetivos principales", "tipo", "años", "organizaciones ejecutoras", "lugares"));

    private final String summary;
    private final String nothingAssigned;
    private final String assigned;
    private final String changed;
    private final List<String> fields;

    SampleWords(String summary, String nothingAssigned, String assigned, String changed, List<String> fields) {
        this.summary = summary;
        this.nothingAssigned = nothingAssigned;
        this.assigned = assigned;
        this.changed = changed;
        this.fields = fields;
    }

    static SampleWords in(Language language) {
        return language.equals(Language.ES) ? SPANISH : ENGLISH;
    }

    String summary(String about, List<String> made) {
        return summary.formatted(about, made.isEmpty() ? nothingAssigned : assigned.formatted(String.join(", ", made)));
    }

    /** What a next revision of the text says in addition. */
    String changed() {
        return changed;
    }

    String objectives() {
        return fields.get(0);
    }

    String type() {
        return fields.get(1);
    }

    String years() {
        return fields.get(2);
    }

    String implementers() {
        return fields.get(3);
    }

    String places() {
        return fields.get(4);
    }
}
