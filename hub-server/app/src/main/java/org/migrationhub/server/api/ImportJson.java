package org.migrationhub.server.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.migrationhub.core.ImportOutcome;
import org.migrationhub.server.imports.FileRefusedException;
import org.migrationhub.server.imports.Finding;
import org.migrationhub.server.imports.ImportReport;
import org.migrationhub.server.json.Tree;

/** Renders what came of an import. Stateless and thread-safe. */
final class ImportJson {

    /** How many violations are told at once: whoever gets as many mends a column, not a cell. */
    private static final int MOST_VIOLATIONS = 2_000;

    private ImportJson() {}

    static Map<String, Object> report(ImportReport report) {
        Tree counts = new Tree();
        Arrays.stream(ImportOutcome.Status.values()).forEach(status -> counts.put(status.code(), report.count(status)));
        return new Tree()
                .put("kind", report.kind().code())
                .put("dryRun", report.dryRun())
                .put("stored", !report.dryRun() && !report.isRefused())
                .put("counts", counts.done())
                .list("rows", report.rows(), ImportJson::row)
                .done();
    }

    private static Map<String, Object> row(ImportReport.Row row) {
        Tree tree = new Tree()
                .put("row", row.number())
                .words("sourceKey", row.sourceKey())
                .put("status", row.status().code())
                .words("id", row.id());
        return row.warnings().isEmpty()
                ? tree.done()
                : tree.list("warnings", row.warnings(), ImportJson::finding).done();
    }

    /** An import of which no row was stored, since some were refused. */
    static ProblemException refused(ImportReport report) {
        List<Finding> violations =
                report.rows().stream().flatMap(row -> row.violations().stream()).toList();
        Tree body = Problem.REFUSED
                .fields()
                .put(
                        "detail",
                        "%d of %d rows can't be taken in, so none is; see \"violations\"."
                                .formatted(
                                        report.count(ImportOutcome.Status.REFUSED),
                                        report.rows().size()));
        return new ProblemException(Problem.REFUSED, told(body, violations).put("report", report(report)));
    }

    /** A file of which no row was looked at. */
    static ProblemException refused(FileRefusedException e) {
        Problem problem = e.isMalformed() ? Problem.BODY_INVALID : Problem.REFUSED;
        String detail = e.findings().size() == 1
                ? e.findings().get(0).message()
                : "%d reasons; see \"violations\".".formatted(e.findings().size());
        return new ProblemException(problem, told(problem.fields().put("detail", detail), e.findings()));
    }

    private static Tree told(Tree body, List<Finding> violations) {
        List<Finding> first = violations.subList(0, Math.min(MOST_VIOLATIONS, violations.size()));
        return body.list("violations", first, ImportJson::finding);
    }

    private static Map<String, Object> finding(Finding finding) {
        return new Tree()
                .count("row", finding.row())
                .words("sourceKey", finding.sourceKey())
                .words("column", finding.column())
                .put("pointer", finding.pointer())
                .put("code", finding.code())
                .put("detail", finding.message())
                .done();
    }
}
