package org.migrationhub.server.site.secretariat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.migrationhub.core.ImportOutcome.Status;
import org.migrationhub.core.error.Violation;
import org.migrationhub.server.imports.FileRefusedException;
import org.migrationhub.server.imports.Finding;
import org.migrationhub.server.imports.ImportKind;
import org.migrationhub.server.imports.ImportReport;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Voice;

/** Makes the page for files of many rows. Thread-safe. */
final class ImportSheet {

    /** How many rows are told: whoever sees as many that are wrong mends a column, not a cell. */
    private static final int MOST_ROWS = 500;

    private final Voice voice;

    ImportSheet(Voice voice) {
        this.voice = voice;
    }

    /** What the rows of a file can be. */
    List<ImportView.Kind> kinds(List<ImportKind> kinds) {
        return kinds.stream().map(this::kind).toList();
    }

    private ImportView.Kind kind(ImportKind kind) {
        String template = "/api/v1/imports/" + kind.code() + "/template?format=";
        return new ImportView.Kind(
                kind.code(), voice.say("secretariat.import.kind." + kind.code()), template + "csv", template + "xlsx");
    }

    /** What came of the rows of a file. */
    ImportView.Result result(ImportReport report) {
        List<ImportReport.Row> rows = report.rows().stream()
                .sorted(Comparator.comparing((ImportReport.Row row) -> row.status() != Status.REFUSED)
                        .thenComparing(row -> row.warnings().isEmpty())
                        .thenComparing(ImportReport.Row::number))
                .toList();
        int left = Math.max(0, rows.size() - MOST_ROWS);
        return new ImportView.Result(
                !report.dryRun() && !report.isRefused(),
                report.isRefused(),
                Arrays.stream(Status.values())
                        .filter(status -> report.count(status) > 0)
                        .map(status -> voice.say(
                                "secretariat.import.count", status(status), voice.number(report.count(status))))
                        .toList(),
                rows.stream().limit(MOST_ROWS).map(this::row).toList(),
                left == 0 ? "" : voice.say("secretariat.import.left", voice.number(left)));
    }

    /** Why no row of a file was looked at. */
    ImportView.Result result(FileRefusedException refused) {
        return new ImportView.Result(
                false,
                true,
                List.of(),
                refused.findings().stream().limit(MOST_ROWS).map(this::row).toList(),
                "");
    }

    private ImportView.Row row(Finding finding) {
        return new ImportView.Row(
                finding.row() == 0 ? voice.say("secretariat.import.whole") : place(finding.row()),
                Said.unknown(finding.sourceKey()),
                status(Status.REFUSED),
                true,
                List.of(finding(finding)));
    }

    private String place(int row) {
        return voice.say("secretariat.import.row", voice.number(row));
    }

    private String status(Status status) {
        return voice.say("secretariat.import.status." + status.code());
    }

    private ImportView.Row row(ImportReport.Row row) {
        return new ImportView.Row(
                place(row.number()),
                Said.unknown(row.sourceKey()),
                status(row.status()),
                row.status() == Status.REFUSED,
                Stream.concat(row.violations().stream(), row.warnings().stream())
                        .map(this::finding)
                        .toList());
    }

    private ImportView.Finding finding(Finding finding) {
        String place = finding.column().isEmpty() ? finding.pointer() : finding.column();
        return new ImportView.Finding(
                place, voice.complaint(new Violation(finding.pointer(), finding.code(), finding.message())));
    }
}
