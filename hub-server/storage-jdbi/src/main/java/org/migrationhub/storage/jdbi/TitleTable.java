package org.migrationhub.storage.jdbi;

import java.util.List;

/** The terms by which what was handed in is found ({@link TitleTerms}). Stateless and thread-safe. */
final class TitleTable {

    static final List<String> COLUMNS = List.of("term", "submission");

    private TitleTable() {}

    /**
     * That a submission goes by these titles, and by no others.
     *
     * @param isNew whether it went by none before
     */
    static void add(Writes writes, String submission, TitleTerms titles, boolean isNew) {
        if (!isNew) {
            writes.add(new Writes.TermsDropped(submission, List.copyOf(titles.terms())));
        }
        if (!titles.terms().isEmpty()) {
            writes.add(new Writes.Insert("hub.title_term", COLUMNS, rows(submission, titles), true));
        }
    }

    static List<List<Object>> rows(String submission, TitleTerms titles) {
        return titles.terms().stream()
                .map(term -> List.<Object>of(term, submission))
                .toList();
    }
}
