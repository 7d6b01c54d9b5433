package org.migrationhub.server.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.migrationhub.core.PublicRecord;

/** How items are cited, as files that reference managers read. Stateless and thread-safe. */
final class CitationHandlers {

    private static final String BIBTEX = "application/x-bibtex; charset=utf-8";
    private static final String RIS = "application/x-research-info-systems; charset=utf-8";

    private CitationHandlers() {}

    static List<Operation> operations() {
        return List.of(
                operation("readBibtex", ".bib", BIBTEX, Citation::bibtex),
                operation("readRis", ".ris", RIS, Citation::ris));
    }

    private static Operation operation(String id, String ending, String type, Function<Citation, String> form) {
        return new Operation(
                        id, "GET", Api.at("items/{id}/citation" + ending), ask -> citation(ask, ending, type, form))
                .taking("lang")
                .producing()
                .shared();
    }

    private static Answer citation(Ask ask, String ending, String type, Function<Citation, String> form) {
        PublicRecord found = ask.desk().published(ask.submission());
        if (found instanceof PublicRecord.Tombstone tombstone) {
            throw ItemJson.gone(tombstone);
        }
        Citation citation = Citation.of((PublicRecord.Published) found, ask.preferred(), ask.site());
        return Answer.of(200, type, form.apply(citation).getBytes(StandardCharsets.UTF_8))
                .with("Content-Disposition", Disposition.attachment("migration-hub-" + citation.id() + ending))
                .forAnybody();
    }
}
