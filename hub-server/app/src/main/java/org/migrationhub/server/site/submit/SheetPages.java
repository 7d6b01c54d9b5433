package org.migrationhub.server.site.submit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Budget;
import org.migrationhub.server.api.Upload;
import org.migrationhub.server.imports.FileRefusedException;
import org.migrationhub.server.imports.Finding;
import org.migrationhub.server.imports.Spreadsheet;
import org.migrationhub.server.site.page.Reserved;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/**
 * Sheets to prepare a submission offline. One that comes back becomes a draft; what can't stand in a draft is told row by
 * row. Stateless and thread-safe.
 */
final class SheetPages {

    private static final String PATH = "/desk/submissions/sheets";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int MOST_BYTES = 1 << 20;

    private SheetPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(PATH, SheetPages::show, LeftOut.PARAMETERS).personal(),
                Route.of(PATH + "/{kind}", SheetPages::empty).personal(),
                Route.post(PATH, SheetPages::filledIn).personal().within(Budget.UPLOADS));
    }

    private static Answer empty(Visit visit) {
        String code = visit.ask().inPath("kind");
        Kind kind = Kind.find(code).orElseThrow(() -> new NotFoundException("page", code));
        byte[] sheet = new SheetWriter(kind, visit.voice(), Named.own(visit).own()).bytes();
        String name = "%s-%s.xlsx".formatted(kind.code(), visit.voice().tag());
        return Answer.of(200, XLSX, sheet)
                .with("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .with("Cache-Control", "private, no-cache");
    }

    private static Answer filledIn(Visit visit) {
        Upload upload = visit.ask().upload();
        Optional<Upload.File> file = upload.next();
        if (file.isEmpty()) {
            return refused(visit, visit.voice().plain("submit.sheet.none"));
        }
        try {
            byte[] bytes = file.get().bytes().readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES
                    ? refused(visit, visit.voice().plain("submit.sheet.large"))
                    : filledIn(visit, Spreadsheet.rows(bytes));
        } catch (IOException e) {
            return refused(visit, visit.voice().plain("violation.upload.broken"));
        } catch (FileRefusedException e) {
            Finding finding = e.findings().get(0);
            return refused(visit, visit.voice().complaint(new Violation("", finding.code(), finding.message())));
        }
    }

    private static Answer filledIn(Visit visit, List<Spreadsheet.Row> sheet) {
        Optional<Kind> kind = SheetReader.kind(sheet);
        if (kind.isEmpty()) {
            return refused(visit, visit.voice().plain("submit.sheet.foreign"));
        }
        SheetReader reader = SheetReader.of(kind.get(), sheet);
        if (reader.isEmpty()) {
            return refused(visit, visit.voice().plain("submit.sheet.empty"));
        }
        String id = Reserved.id(visit, Typed.of(visit.ask().upload().fields()));
        try {
            return made(visit, kind.get(), reader, id);
        } catch (StaleVersionException e) {
            return visit.leadTo("/desk/submissions/" + id); // it was sent twice, and the draft has been worked on since
        }
    }

    private static Answer made(Visit visit, Kind kind, SheetReader reader, String id) {
        Draft empty = Draft.empty(kind, visit.voice().language());
        Saving.Outcome outcome = new Saving(visit, empty).saveAll(Typed.of(reader.values()), id);
        List<SheetReader.Complaint> left = left(reader, outcome.refused());
        if (left.isEmpty()) {
            return visit.leadTo(outcome.draft().path(Step.CHECK), "submit-sheet");
        }
        SubmissionId made = new SubmissionId(id);
        return LeftOut.address(visit, made, left)
                .map(parameters -> visit.leadTo(PATH + parameters))
                .orElseGet(() -> page(visit, 200, Typed.nothing(), new LeftOut(made, left)));
    }

    private static List<SheetReader.Complaint> left(SheetReader reader, List<Violation> refused) {
        List<SheetReader.Complaint> all = new ArrayList<>(reader.complaints());
        refused.forEach(
                one -> all.add(new SheetReader.Complaint(reader.row(one.path().substring(1)), one)));
        return all.stream()
                .sorted(Comparator.comparingInt(SheetReader.Complaint::row))
                .toList();
    }

    private static SheetView.Row row(Voice voice, SheetReader.Complaint complaint) {
        Violation violation = complaint.violation();
        Said field = violation.path().isEmpty()
                ? new Said("", null, null)
                : Fields.label(voice, Fields.of(violation.path()));
        return new SheetView.Row(SheetReader.label(voice, complaint.row()), field, voice.complaint(violation));
    }

    private static Answer show(Visit visit) {
        return page(visit, 200, Typed.nothing(), LeftOut.of(visit).orElse(null));
    }

    private static Answer refused(Visit visit, Said said) {
        return page(visit, 422, Typed.of(Map.of()).refused("upload", said), null);
    }

    private static Answer page(Visit visit, int status, Typed typed, @Nullable LeftOut left) {
        SheetView page = new SheetView(
                visit.at().to(PATH + "/" + Kind.PRACTICE.code()),
                visit.at().to(PATH + "/" + Kind.RESOURCE.code()),
                visit.at().to(PATH),
                typed,
                Reserved.form(visit),
                left == null
                        ? List.of()
                        : left.rows().stream()
                                .map(one -> row(visit.voice(), one))
                                .toList(),
                left == null ? "" : visit.at().to(Draft.path(left.draft(), Step.CHECK)));
        return visit.own(
                status, "submit/sheets", visit.desk(visit.voice().plain("submit.sheet"), StepPages.SECTION), page);
    }
}
