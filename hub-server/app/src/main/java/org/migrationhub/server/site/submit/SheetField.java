package org.migrationhub.server.site.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.migrationhub.core.content.Kind;

/**
 * A row of a sheet that is filled in offline.
 *
 * @param key by which the row is known when it comes back: as the field of the form, in the language of the sheet
 * @param label the name of the field, by which its words are found
 * @param sort what stands in it
 * @param most how many characters it may have; 0 where that isn't what limits it
 * @param required whether it must be filled in
 */
record SheetField(String key, String label, Sort sort, int most, boolean required) {

    /** What stands in a row. */
    enum Sort {
        /** A text, on one line or on many. */
        TEXT,
        /** One value. */
        VALUE,
        /** A value on each line. */
        LINES,
        /** Organisations, one on each line. */
        ORGANISATIONS,
        /** Pages elsewhere: on each line an address, and where it leads. */
        LINKS,
        /** Something that is offered, by what it is called or by its code. */
        CHOICE,
        /** The same, several. */
        CHOICES,
        /** Yes, or nothing. */
        FLAG
    }

    /** What every key of a text begins with, before the part. */
    static final String TEXTS = "texts/";

    /** The rows of a sheet, in order. */
    static List<SheetField> of(Kind kind) {
        boolean practice = kind == Kind.PRACTICE;
        List<SheetField> fields = new ArrayList<>();
        fields.add(of("language", Sort.CHOICE, true));
        StepViews.parts(kind).stream()
                .map(part -> new SheetField(TEXTS + part.name(), part.name(), Sort.TEXT, part.most(), part.required()))
                .forEach(fields::add);
        fields.add(of("type", Sort.CHOICE, true));
        if (practice) {
            fields.add(of("mainImplementers", Sort.ORGANISATIONS, true));
            fields.add(of("otherOrganisations", Sort.ORGANISATIONS, false));
        } else {
            fields.add(of("publishers", Sort.ORGANISATIONS, true));
        }
        fields.add(of("partners", Sort.ORGANISATIONS, false));
        fields.addAll(practice ? period() : List.of(of("year", Sort.VALUE, false)));
        fields.add(new SheetField("geography/countries", "geography", Sort.CHOICES, 0, practice));
        fields.add(new SheetField("geography/regions", "regions", Sort.CHOICES, 0, false));
        fields.add(new SheetField("geography/commissions", "commissions", Sort.CHOICES, 0, false));
        fields.add(new SheetField("geography/global", "global", Sort.FLAG, 0, false));
        fields.add(new SheetField("geography/localPlaces", "localPlaces", Sort.LINES, 0, false));
        fields.add(of("primaryObjectives", Sort.CHOICES, true));
        fields.add(of("secondaryObjectives", Sort.CHOICES, false));
        fields.add(of("principles", Sort.CHOICES, false));
        fields.add(of("sdgs", Sort.CHOICES, false));
        fields.add(of("links", Sort.LINKS, false));
        Stream.of("contact", "contributors").forEach(name -> fields.add(of(name, Sort.VALUE, false)));
        if (practice) {
            fields.add(of("focalPoint", Sort.VALUE, false));
        }
        return List.copyOf(fields);
    }

    private static List<SheetField> period() {
        return List.of(
                new SheetField("period/startYear", "start", Sort.VALUE, 0, true),
                new SheetField("period/endYear", "end", Sort.VALUE, 0, false));
    }

    private static SheetField of(String name, Sort sort, boolean required) {
        return new SheetField(name, name, sort, 0, required);
    }
}
