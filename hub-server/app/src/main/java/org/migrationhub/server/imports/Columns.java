package org.migrationhub.server.imports;

import java.util.stream.Stream;

/** Columns that several kinds have. */
final class Columns {

    private static final String OBJECTIVES = "Objectives of the Global Compact: 1 to 23, or general.";

    private Columns() {}

    /** What practices and resources have in common, up to the geography; the language comes first. */
    static Stream<Column> ofItem(String typePrefix, String types, String sampleType) {
        return Stream.of(
                Column.of("language", "language", Shape::text, "The language in which it was written, by tag.", "en")
                        .require(),
                Column.of("type", "type", Shape.code(typePrefix)::apply, "One of " + types + ".", sampleType),
                codes("primaryObjectives", "objective-", OBJECTIVES, "5 | 6"),
                codes("secondaryObjectives", "objective-", OBJECTIVES, ""),
                codes("principles", "principle-", "Guiding principles that it exemplifies: a to j.", "a | g"),
                codes("sdgs", "sdg-", "Sustainable Development Goals or targets. Keep the cell a text.", "8.8 | 10"),
                Column.of(
                        "countries",
                        "geography/countries",
                        Shape.list(Shape::country),
                        "Countries by their three letters (ISO 3166-1).",
                        "NER | MLI"),
                Column.of(
                        "regions",
                        "geography/regions",
                        Shape.list(Shape::region),
                        "Regions by their number of M49, such as 002 for Africa.",
                        ""),
                Column.of(
                        "commissions",
                        "geography/commissions",
                        Shape.list(Shape.code("commission-")),
                        "Areas of Regional Commissions: ECA, ECE, ECLAC, ESCAP, ESCWA.",
                        ""),
                Column.of(
                        "localPlaces",
                        "geography/localPlaces",
                        Shape.list(String::strip),
                        "Places within a country.",
                        "Sampleton"),
                Column.of("global", "geography/global", Shape::flag, "true if its scope is global.", ""));
    }

    /** Organisations by name, and in columns beside it what else is known of each, in the same order. */
    static Stream<Column> organisations(String list, String help, String sample) {
        return Stream.of(
                Column.each(list, list, "name", String::strip, help + ", by name.", sample),
                Column.each(
                        list + ".id", list, "id", String::strip, "Their ids here, in the same order, if known.", ""),
                Column.each(
                        list + ".office",
                        list,
                        "office",
                        String::strip,
                        "Their offices, in the same order, if any.",
                        ""));
    }

    /** Persons who are named, by the ids under which they are registered here. */
    static Stream<Column> people() {
        return Stream.of(
                Column.of(
                        "contributors",
                        "contributors",
                        Shape.list(String::strip),
                        "Persons who contributed, by their ids here.",
                        ""),
                Column.of("contact", "contact", Shape::text, "The person to ask, by id.", ""));
    }

    /** Pages elsewhere. */
    static Stream<Column> links() {
        return Stream.of(
                Column.each(
                        "links", "links", "url", String::strip, "Addresses of pages.", "https://example.org/sample"),
                Column.each(
                        "links.label", "links", "label", String::strip, "Their labels, in the same order.", "A page"),
                Column.each(
                        "links.language",
                        "links",
                        "language",
                        String::strip,
                        "Their languages, in the same order.",
                        "en"));
    }

    private static Column codes(String name, String prefix, String help, String sample) {
        return Column.of(name, name, Shape.list(Shape.code(prefix)), help, sample);
    }
}
