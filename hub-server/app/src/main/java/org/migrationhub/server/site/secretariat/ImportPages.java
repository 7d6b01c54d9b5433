package org.migrationhub.server.site.secretariat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.server.account.Waiting;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Budget;
import org.migrationhub.server.api.Imports;
import org.migrationhub.server.api.Upload;
import org.migrationhub.server.imports.FileRefusedException;
import org.migrationhub.server.imports.ImportFormat;
import org.migrationhub.server.imports.ImportKind;
import org.migrationhub.server.imports.ImportReport;
import org.migrationhub.server.json.MalformedJsonException;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/**
 * Files of many rows, for those who keep the records. A file is tried first, and what would come of it told row by row; meanwhile
 * it waits, so that what is imported is what was looked at. Stateless and thread-safe.
 */
final class ImportPages {

    static final String PATH = "/desk/imports";

    private static final String KIND = "kind";

    private static final Violation NO_KIND =
            new Violation("/" + KIND, "field.required", "Say what the rows of the file are.");
    private static final String HAND_IN = "handIn";
    private static final String TRIED = "tried";
    private static final String UPLOAD = "upload";

    private ImportPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(PATH, ImportPages::show, KIND).personal(),
                Route.post(PATH, ImportPages::tryOut).personal().within(Budget.UPLOADS),
                Route.post(PATH + "/run", ImportPages::run).personal().within(Budget.UPLOADS));
    }

    private static Answer show(Visit visit) {
        String kind = visit.ask()
                .query()
                .one(KIND)
                .flatMap(ImportKind::find)
                .map(ImportKind::code)
                .orElse("");
        return page(visit, 200, Typed.of(Map.of(KIND, List.of(kind))), null, "");
    }

    private static Answer tryOut(Visit visit) {
        kinds(visit);
        Upload upload = visit.ask().upload();
        Optional<Upload.File> file = upload.next();
        if (file.isEmpty()) {
            return refused(visit, withoutFile(visit, Typed.of(upload.fields())));
        }
        try {
            return imported(visit, read(visit, upload, file.get()), true);
        } catch (RefusedException e) {
            return refused(visit, Typed.of(upload.fields()).refused(visit.voice(), e));
        }
    }

    private static Typed withoutFile(Visit visit, Typed typed) {
        List<Typed.Complaint> missing = new ArrayList<>();
        if (ImportKind.find(typed.text(KIND)).isEmpty()) {
            missing.add(new Typed.Complaint(KIND, visit.voice().complaint(NO_KIND)));
        }
        missing.add(new Typed.Complaint(UPLOAD, visit.voice().plain("secretariat.import.none")));
        return typed.complaining(missing);
    }

    /** What stands behind the file in the form is known only once the file is read. */
    private static TriedFile read(Visit visit, Upload upload, Upload.File file) {
        try {
            byte[] bytes = file.bytes().readNBytes(Imports.MOST_BYTES + 1);
            if (bytes.length > Imports.MOST_BYTES) {
                throw new RefusedException(
                        new Violation("/" + UPLOAD, "import.too-large", "The file is too large: divide it."));
            }
            upload.readOn();
            Typed typed = Typed.of(upload.fields());
            return TriedFile.of(
                    visit.ask().actor(),
                    kind(visit, typed.text(KIND)),
                    format(file.name()),
                    typed.has(HAND_IN, "true"),
                    bytes);
        } catch (IOException e) {
            throw new RefusedException(
                    new Violation("/" + UPLOAD, "upload.broken", "The file didn't come to its end: send it again."));
        }
    }

    /** Imports what was tried; whatever has changed since then is found anew. */
    private static Answer run(Visit visit) {
        kinds(visit);
        Typed typed = visit.typed();
        Optional<TriedFile> tried = waiting(visit)
                .open(typed.text(TRIED), importer(visit))
                .flatMap(text -> TriedFile.read(text, visit.ask().actor()));
        if (tried.isEmpty()) {
            return refused(visit, typed.refused(UPLOAD, visit.voice().plain("secretariat.import.gone")));
        }
        Answer answer = imported(visit, tried.get(), false);
        waiting(visit).drop(typed.text(TRIED)); // it may hold the addresses of many
        return answer;
    }

    /** What would come, or comes, of a file; what is wrong with the file as a whole is told like what is wrong with a row. */
    private static Answer imported(Visit visit, TriedFile tried, boolean dryRun) {
        ImportSheet sheet = new ImportSheet(visit.voice());
        try {
            ImportReport report =
                    new Imports(visit.ask()).run(tried.kind(), tried.format(), tried.handIn(), dryRun, tried::bytes);
            boolean goesOn = dryRun && !report.isRefused();
            String waiting = goesOn ? keep(visit, tried).orElse("") : "";
            return page(visit, report.isRefused() ? 422 : 200, tried.typed(), sheet.result(report), waiting);
        } catch (FileRefusedException e) {
            return page(visit, 422, tried.typed(), sheet.result(e), "");
        } catch (MalformedJsonException e) {
            Violation malformed = new Violation("/" + UPLOAD, "json.malformed", String.valueOf(e.getMessage()));
            return refused(visit, tried.typed().refused(visit.voice(), List.of(malformed)));
        }
    }

    private static Optional<String> keep(Visit visit, TriedFile tried) {
        PersonId importer = importer(visit);
        return waiting(visit).keep(Waiting.Kind.FILE, importer.value(), importer, tried.text());
    }

    private static PersonId importer(Visit visit) {
        return Objects.requireNonNull(visit.ask().actor().person());
    }

    private static Waiting waiting(Visit visit) {
        return visit.ask().door().accounts().waiting();
    }

    private static ImportFormat format(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ImportFormat.find(ending)
                .orElseThrow(() -> new RefusedException(new Violation(
                        "/" + UPLOAD,
                        "import.format",
                        "Choose a file whose name ends in .csv, .xlsx, .json or .jsonl.")));
    }

    private static ImportKind kind(Visit visit, String code) {
        return ImportKind.find(code).filter(kinds(visit)::contains).orElseThrow(() -> new RefusedException(NO_KIND));
    }

    /** What whoever looks may import, at this desk. */
    private static List<ImportKind> kinds(Visit visit) {
        Keeping.requireRecords(visit);
        boolean submits = visit.ask().desk().may(Right.START);
        return Arrays.stream(ImportKind.values())
                .filter(kind -> submits || !kind.isOfItems())
                .toList();
    }

    private static Answer refused(Visit visit, Typed typed) {
        return page(visit, 422, typed, null, "");
    }

    private static Answer page(
            Visit visit, int status, Typed typed, ImportView.@Nullable Result result, String waiting) {
        ImportView page = new ImportView(new ImportSheet(visit.voice()).kinds(kinds(visit)), typed, result, waiting);
        Said title = visit.voice().plain("secretariat.import");
        return visit.own(status, "secretariat/imports", visit.desk(title, PeoplePages.SECTION), page);
    }
}
