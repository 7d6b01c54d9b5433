package org.migrationhub.server.api;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationhub.server.imports.FileRefusedException;
import org.migrationhub.server.imports.ImportFormat;
import org.migrationhub.server.imports.ImportKind;
import org.migrationhub.server.imports.ImportReport;
import org.migrationhub.server.imports.Template;

/** Files of many rows that come in whole or not at all, and the tables to fill in for it. */
final class ImportHandlers {

    private static final String CSV = ImportFormat.CSV.mediaType() + "; charset=utf-8";
    private static final String XLSX = ImportFormat.XLSX.mediaType();
    private static final String FORMATS = "csv, xlsx, json or jsonl";

    private ImportHandlers() {}

    static List<Operation> operations() {
        return Arrays.stream(ImportKind.values())
                .flatMap(kind -> Stream.of(importing(kind), template(kind)))
                .toList();
    }

    private static Operation importing(ImportKind kind) {
        String[] parameters =
                kind.isOfItems() ? new String[] {"format", "dryRun", "handIn"} : new String[] {"format", "dryRun"};
        return new Operation("import" + name(kind), "POST", Api.at("imports/" + kind.code()), ask -> run(ask, kind))
                .taking(parameters)
                .within(Budget.UPLOADS);
    }

    private static Operation template(ImportKind kind) {
        return new Operation(
                        "read" + name(kind) + "Template",
                        "GET",
                        Api.at("imports/" + kind.code() + "/template"),
                        ask -> template(ask, kind))
                .taking("format")
                .producing(CSV, XLSX);
    }

    private static String name(ImportKind kind) {
        return kind.code().substring(0, 1).toUpperCase(Locale.ROOT)
                + kind.code().substring(1);
    }

    private static Answer run(Ask ask, ImportKind kind) {
        boolean dryRun = ask.query().flag("dryRun");
        boolean handIn = ask.query().flag("handIn");
        ImportFormat format = format(ask);
        try {
            ImportReport report = new Imports(ask).run(kind, format, handIn, dryRun, () -> bytes(ask));
            if (report.isRefused()) {
                throw ImportJson.refused(report);
            }
            return Answer.ok(ImportJson.report(report));
        } catch (FileRefusedException e) {
            throw ImportJson.refused(e);
        }
    }

    private static ImportFormat format(Ask ask) {
        return ask.query()
                .code("format", ImportFormat::find, "one of " + FORMATS)
                .or(() -> ImportFormat.ofMediaType(ask.declaredType()))
                .orElseThrow(() -> Problem.MEDIA_TYPE_UNSUPPORTED
                        .plain("Say by the media type or the parameter \"format\" what the file is: " + FORMATS + ".")
                        .with(
                                "Accept",
                                String.join(
                                        ", ",
                                        Arrays.stream(ImportFormat.values())
                                                .map(ImportFormat::mediaType)
                                                .toList())));
    }

    private static byte[] bytes(Ask ask) {
        try {
            byte[] bytes = ask.file().readNBytes(Imports.MOST_BYTES + 1);
            if (bytes.length > Imports.MOST_BYTES) {
                ask.drainFile();
                throw Problem.BODY_TOO_LARGE.plain(
                        "A file to import may have up to %d bytes: divide it.".formatted(Imports.MOST_BYTES));
            }
            return bytes;
        } catch (IOException e) {
            throw Problem.REQUEST_MALFORMED.plain("The body couldn't be read to its end.");
        }
    }

    /** What the parameter asks for, and otherwise the header field. */
    private static Answer template(Ask ask, ImportKind kind) {
        ImportFormat format = ask.query()
                .code("format", ImportHandlers::ofTemplate, "csv or xlsx")
                .orElse(ask.type().equals(XLSX) ? ImportFormat.XLSX : ImportFormat.CSV);
        boolean isXlsx = format == ImportFormat.XLSX;
        return Answer.of(200, isXlsx ? XLSX : CSV, isXlsx ? Template.xlsx(kind) : Template.csv(kind))
                .with("Content-Disposition", Disposition.attachment(kind.code() + "-template." + format.code()))
                .forAnybody();
    }

    private static Optional<ImportFormat> ofTemplate(String code) {
        return ImportFormat.find(code).filter(format -> format == ImportFormat.CSV || format == ImportFormat.XLSX);
    }
}
