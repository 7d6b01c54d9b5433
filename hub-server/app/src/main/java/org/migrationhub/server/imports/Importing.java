package org.migrationhub.server.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.ImportDesk;
import org.migrationhub.core.ImportOutcome;
import org.migrationhub.core.ImportedItem;
import org.migrationhub.core.ImportedOrganisation;
import org.migrationhub.core.ImportedReviewer;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.form.RosterForm;
import org.migrationhub.server.form.SectorForm;
import org.migrationhub.server.json.Field;
import org.migrationhub.server.json.Form;
import org.migrationhub.server.json.InvalidBodyException;

/**
 * One import: reads a file, has every row checked, and if nothing speaks against any, reserves the ids and has all of them
 * stored. A crash in between leaves ids that nothing has yet, and that the next try finds. Used once.
 */
public final class Importing {

    /** Whose the keys of organisations and reviewers are: whoever keeps the records, they keep the same. */
    private static final String OFFICE = "";

    private final ImportDesk desk;
    private final ImportKeys keys;
    private final ImportKind kind;
    private final boolean handIn;
    private final String owner;
    private final Room room;

    /** Refuses to begin submissions that would be too many. */
    @FunctionalInterface
    public interface Room {

        /** Throws a {@link RefusedException} if there is no room for so many further ones. */
        void require(int further);
    }

    /**
     * An import by an actor.
     *
     * @param desk of the actor
     * @param keys which ids belong to which source keys
     * @param actor whose keys those of practices and resources are
     * @param kind what is imported
     * @param handIn whether practices and resources are handed in; otherwise they become drafts
     * @param room whether there is any for further practices and resources
     */
    public Importing(ImportDesk desk, ImportKeys keys, Actor actor, ImportKind kind, boolean handIn, Room room) {
        PersonId person = actor.person();
        this.desk = desk;
        this.keys = keys;
        this.kind = kind;
        this.handIn = handIn;
        this.room = room;
        this.owner = kind.isOfItems() && person != null ? person.value() : OFFICE;
    }

    /**
     * Imports a file.
     *
     * @param file gives what is in it; not asked if the actor may not import
     * @param dryRun whether only to say what would come of it
     * @param before is told of the reviewers whose records are about to be changed; what it throws ends the import
     * @throws FileRefusedException if no row of it could be looked at
     * @throws org.migrationhub.server.json.MalformedJsonException if it should be JSON and isn't
     * @throws org.migrationhub.core.error.ForbiddenException if the actor may not
     */
    public ImportReport run(
            ImportFormat format, Supplier<byte[]> file, boolean dryRun, Consumer<List<ImportedReviewer>> before) {
        taken(desk.dryRun(), List.of()); // before anything is read for somebody who may not
        List<ImportRow> rows = rows(format, file.get());
        Map<String, String> known = keys.find(owner, kind, keysOf(rows));
        Map<String, String> ids = new HashMap<>(known);
        keysOf(rows).forEach(key -> ids.computeIfAbsent(key, absent -> desk.newId()));
        ImportReport checked = report(rows, desk.dryRun(), ids, known);
        requireRoom(checked);
        if (dryRun || checked.isRefused() || checked.changesNothing()) {
            return new ImportReport(kind, dryRun, checked.rows());
        }
        before.accept(changed(checked, read(rows, ids)));
        Map<String, String> reserved = keys.reserve(owner, kind, ids);
        return report(rows, desk, reserved, reserved);
    }

    private void requireRoom(ImportReport checked) {
        if (kind.isOfItems()) {
            try {
                room.require(checked.count(ImportOutcome.Status.CREATED));
            } catch (RefusedException e) {
                Violation violation = e.violations().get(0);
                throw FileRefusedException.refused(violation.code(), violation.message());
            }
        }
    }

    private List<ImportRow> rows(ImportFormat format, byte[] file) {
        return switch (format) {
            case CSV -> TableRows.of(kind, CsvTable.of(file));
            case XLSX -> TableRows.of(kind, XlsxTable.of(file));
            case JSON -> JsonRows.array(file);
            case JSONL -> JsonRows.lines(file);
        };
    }

    private static List<String> keysOf(List<ImportRow> rows) {
        return rows.stream()
                .map(ImportRow::sourceKey)
                .filter(key -> !key.isEmpty())
                .toList();
    }

    /** A row that the core can look at, or what is wrong with its form. */
    private record Read(ImportRow row, @Nullable Object value, List<Finding> findings) {}

    private ImportReport report(
            List<ImportRow> rows, ImportDesk at, Map<String, String> ids, Map<String, String> told) {
        List<Read> read = read(rows, ids);
        List<Read> whole = read.stream().filter(one -> one.findings().isEmpty()).toList();
        boolean isWhole = whole.size() == read.size();
        List<ImportOutcome> outcomes = taken(
                isWhole ? at : at.dryRun(), whole.stream().map(Read::value).toList());
        List<ImportReport.Row> reported = new ArrayList<>();
        int next = 0;
        for (Read one : read) {
            reported.add(one.findings().isEmpty() ? told(one.row(), outcomes.get(next++), told) : refused(one));
        }
        return new ImportReport(kind, false, reported);
    }

    private List<Read> read(List<ImportRow> rows, Map<String, String> ids) {
        Map<String, String> organisations = kind.isOfItems() ? Map.of() : organisations(rows, ids);
        return rows.stream().map(row -> read(row, ids, organisations)).toList();
    }

    /** The reviewers, as they are to be, whom a report says to be here and not to be like that. */
    private static List<ImportedReviewer> changed(ImportReport report, List<Read> read) {
        List<ImportedReviewer> changed = new ArrayList<>();
        for (int row = 0; row < read.size(); row++) {
            if (report.rows().get(row).status() == ImportOutcome.Status.UPDATED
                    && read.get(row).value() instanceof ImportedReviewer reviewer) {
                changed.add(reviewer);
            }
        }
        return changed;
    }

    private static ImportReport.Row refused(Read read) {
        return new ImportReport.Row(
                read.row().number(),
                read.row().sourceKey(),
                "",
                ImportOutcome.Status.REFUSED,
                read.findings(),
                List.of());
    }

    private static ImportReport.Row told(ImportRow row, ImportOutcome outcome, Map<String, String> told) {
        return new ImportReport.Row(
                row.number(),
                row.sourceKey(),
                outcome.isRefused() ? "" : told.getOrDefault(row.sourceKey(), ""),
                outcome.status(),
                findings(row, outcome.violations()),
                findings(row, outcome.warnings()));
    }

    private static List<Finding> findings(ImportRow row, List<Violation> violations) {
        return violations.stream()
                .map(violation -> Finding.of(
                        violation, row.number(), row.sourceKey(), row.columnAt().apply(violation.path())))
                .toList();
    }

    private List<ImportOutcome> taken(ImportDesk at, List<@Nullable Object> values) {
        return switch (kind) {
            case PRACTICES, RESOURCES -> at.items(all(ImportedItem.class, values), handIn);
            case ORGANISATIONS -> at.organisations(all(ImportedOrganisation.class, values));
            case ROSTER -> at.roster(all(ImportedReviewer.class, values));
        };
    }

    private static <T> List<T> all(Class<T> type, List<@Nullable Object> values) {
        return values.stream().map(type::cast).toList();
    }

    // From a tree to what the core takes.

    private Read read(ImportRow row, Map<String, String> ids, Map<String, String> organisations) {
        List<Finding> findings = new ArrayList<>(row.findings());
        Object value = null;
        try {
            value = value(row, ids.getOrDefault(row.sourceKey(), ""), organisations);
        } catch (RefusedException e) {
            findings.addAll(findings(row, e.violations()));
        } catch (InvalidBodyException e) {
            findings.addAll(findings(row, e.violations()));
        }
        return new Read(row, value, findings);
    }

    /** A row without a usable key has no id; it is read all the same, for what else is wrong with it. */
    private @Nullable Object value(ImportRow row, String id, Map<String, String> organisations) {
        return switch (kind) {
            case PRACTICES, RESOURCES -> item(row, id);
            case ORGANISATIONS -> organisation(Form.of(row.tree()), id, organisations);
            case ROSTER -> reviewer(Form.of(row.tree()), id, organisations);
        };
    }

    private @Nullable Object item(ImportRow row, String id) {
        Map<String, Object> tree = new LinkedHashMap<>(row.tree());
        Object given = tree.putIfAbsent("kind", kind.kind().code());
        if (given != null && !given.equals(kind.kind().code())) {
            throw new RefusedException(
                    new Violation("/kind", "kind.other", "Only a " + kind.kind().code() + " can be imported here."));
        }
        ContentItem item = ContentCodec.read(tree);
        return id.isEmpty() ? null : new ImportedItem(new SubmissionId(id), item, row.isOfTable());
    }

    private static @Nullable Object organisation(Form form, String id, Map<String, String> organisations) {
        Field<String> name = form.text("name").required();
        Field<Sector> sector = SectorForm.of(form).required();
        Field<List<String>> aliases = form.texts("aliases");
        Field<OrganisationId> partOf =
                form.code("partOf", text -> find(text, organisations), "the id of an organisation");
        form.end();
        return id.isEmpty()
                ? null
                : new ImportedOrganisation(
                        new OrganisationId(id), name.get(), sector.get(), aliases.or(List.of()), partOf.value());
    }

    private static @Nullable Object reviewer(Form form, String id, Map<String, String> organisations) {
        Field<String> name = form.text("name").required();
        Field<String> email = form.text("email");
        Field<OrganisationId> organisation = form.code(
                        "organisation", text -> find(text, organisations), "the id of an organisation")
                .required();
        RosterForm roster = RosterForm.of(form, text -> find(text, organisations));
        form.end();
        return id.isEmpty()
                ? null
                : new ImportedReviewer(
                        new PersonId(id), new Profile(name.get(), email.or("")), organisation.get(), roster.entry());
    }

    /** An organisation by its source key or, if it is none, by its id here. */
    private static Optional<OrganisationId> find(String text, Map<String, String> organisations) {
        String given = text.strip();
        return OrganisationId.find(organisations.getOrDefault(given, given));
    }

    /** The ids of the organisations to which rows refer by source key: of this file, or imported before. */
    private Map<String, String> organisations(List<ImportRow> rows, Map<String, String> ids) {
        List<String> referred = new ArrayList<>();
        for (ImportRow row : rows) {
            for (String field : List.of("partOf", "organisation", "conflicts")) {
                Object value = row.tree().get(field);
                List<?> values = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
                values.stream()
                        .filter(String.class::isInstance)
                        .map(one -> ((String) one).strip())
                        .forEach(referred::add);
            }
        }
        Map<String, String> organisations = new HashMap<>(keys.find(OFFICE, ImportKind.ORGANISATIONS, referred));
        if (kind == ImportKind.ORGANISATIONS) {
            organisations.putAll(ids);
        }
        return organisations;
    }
}
