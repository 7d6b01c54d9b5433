package org.migrationhub.server.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.vocabulary.Language;

/** What can be imported, and the columns in which a table has it. */
public enum ImportKind {
    /** Practices of the repository. */
    PRACTICES(
            List.of(
                    new Text("title", true, "The title: descriptive, on one line.", "Sample: a desk for new arrivals"),
                    new Text(
                            "summary",
                            true,
                            "What was done, in 300 to 3,000 characters.",
                            "Sample text, to be replaced. What was done, for whom, by whom and since when."),
                    new Text("benefitAndImpact", false, "What it changed, and for whom.", ""),
                    new Text("keyLessons", false, "What was learned.", ""),
                    new Text("recommendations", false, "What to do if it is replicated.", ""),
                    new Text("innovation", false, "What is new about it.", ""),
                    new Text("outcome", false, "One sentence for cards.", ""),
                    new Text("disclaimer", false, "Whose views these are.", "")),
            joined(
                    Columns.ofItem("practice-type-", "project, partnership, research or other", "project"),
                    Stream.of(
                            Column.of("startYear", "period/startYear", Shape::number, "The year it began.", "2021"),
                            Column.of(
                                    "endYear",
                                    "period/endYear",
                                    Shape::number,
                                    "The year it ended; empty while it goes on.",
                                    "")),
                    Columns.organisations("mainImplementers", "Main implementers", "Sample Ministry of Labour"),
                    Columns.organisations("otherOrganisations", "Other organisations", ""),
                    Columns.organisations("partners", "Partners", "Sample City Council | Sample University"),
                    Columns.people(),
                    Stream.of(Column.of(
                            "focalPoint",
                            "focalPoint",
                            Shape::text,
                            "The person at the main implementer, by id; needed when you submit for another body.",
                            "")),
                    Columns.links())),
    /** Resources of the tools and library. */
    RESOURCES(
            List.of(
                    new Text("title", true, "The title, on one line.", "Sample: a guide for advisers"),
                    new Text("atAGlance", true, "What it is, in short.", "Sample text, to be replaced."),
                    new Text("whatItOffers", false, "What a reader gets out of it.", ""),
                    new Text("furtherInformation", false, "Where to go on from there.", "")),
            joined(
                    Columns.ofItem(
                            "resource-type-",
                            "guidance, tool, publication, policy-brief, training, video or podcast",
                            "guidance"),
                    Stream.of(Column.of("year", "year", Shape::number, "The year it was published.", "2024")),
                    Columns.organisations("publishers", "Publishers", "Sample Agency for Migrants"),
                    Columns.organisations("partners", "Partners", ""),
                    Columns.people(),
                    Columns.links())),
    /** Organisations of the register. */
    ORGANISATIONS(
            List.of(),
            joined(Stream.of(
                    Column.of("name", "name", Shape::text, "Its name as it writes it itself.", "Sample Agency")
                            .require(),
                    Column.of(
                                    "sector",
                                    "sector",
                                    Shape::word,
                                    "On which side its people stand: un, non-un or undetermined.",
                                    "un")
                            .require(),
                    Column.of(
                            "aliases",
                            "aliases",
                            Shape.list(String::strip),
                            "Other names and acronyms, in any language.",
                            "SA | AE"),
                    Column.of(
                            "partOf",
                            "partOf",
                            Shape::text,
                            "The body of which it is an office: its source key, or its id here.",
                            "")))),
    /** Reviewers of the roster. */
    ROSTER(
            List.of(),
            joined(Stream.of(
                    Column.of("name", "name", Shape::text, "The full name.", "Rosa Sample")
                            .require(),
                    Column.of("email", "email", Shape::text, "Where the Hub may write to them.", "rosa@example.org"),
                    Column.of(
                                    "organisation",
                                    "organisation",
                                    Shape::text,
                                    "To which they belong: its source key, or its id here.",
                                    "agency-1")
                            .require(),
                    Column.of(
                                    "languages",
                                    "languages",
                                    Shape.list(String::strip),
                                    "In which they judge texts, by tag.",
                                    "en | fr")
                            .require(),
                    Column.of(
                            "expertise",
                            "expertise",
                            Shape.list(Shape.code("objective-")),
                            "Objectives in which they are at home: 1 to 23, or general.",
                            "5 | 6"),
                    Column.of(
                            "capacity",
                            "capacity",
                            Shape::number,
                            "How many items they judge at the same time; 2 unless said.",
                            "2"),
                    Column.of(
                            "conflicts",
                            "conflicts",
                            Shape.list(String::strip),
                            "Organisations whose items they won't judge, beside their own: source keys, or ids here.",
                            ""),
                    Column.each(
                            "absences.from",
                            "absences",
                            "from",
                            Shape::instant,
                            "From when they take no new seat: days, such as 2027-01-31.",
                            ""),
                    Column.each(
                            "absences.until",
                            "absences",
                            "until",
                            Shape::instant,
                            "Until when, in the same order.",
                            ""))));

    /** The column that every kind has first. */
    static final Column SOURCE_KEY = Column.of(
                    "sourceKey",
                    "sourceKey",
                    Shape::text,
                    "Its key where it comes from, by which a repeat is known: the same each time.",
                    "practice-1")
            .require();

    private final List<Text> texts;
    private final List<Column> columns;

    ImportKind(List<Text> texts, List<Column> columns) {
        this.texts = texts;
        this.columns = columns;
    }

    /** A text of an item, of which there is a column for each language. */
    record Text(String name, boolean shown, String help, String sample) {

        Column in(Language language) {
            return Column.of(
                    name + "." + language.tag(),
                    "texts/" + language.tag() + "/" + name,
                    Shape::text,
                    help + " In the language " + language.tag() + "; further languages in columns of their own.",
                    sample);
        }
    }

    /** As it stands in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this code. */
    public static Optional<ImportKind> find(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    /** Whether practices or resources come in, which belong to whoever imports them. */
    public boolean isOfItems() {
        return this == PRACTICES || this == RESOURCES;
    }

    /** The kind of the items. */
    Kind kind() {
        return this == PRACTICES ? Kind.PRACTICE : Kind.RESOURCE;
    }

    /** The column of this name; empty if there is none. */
    Optional<Column> column(String name) {
        int dot = name.indexOf('.');
        Optional<Column> ofLanguage = texts.stream()
                .filter(text -> dot > 0 && text.name().equals(name.substring(0, dot)))
                .flatMap(text -> Language.find(name.substring(dot + 1)).map(text::in).stream())
                .findFirst();
        return ofLanguage.or(() -> Stream.concat(Stream.of(SOURCE_KEY), columns.stream())
                .filter(column -> column.name().equals(name))
                .findFirst());
    }

    /** The columns without which a table is refused, as they are told. Of a title, one language is enough. */
    List<String> missing(List<String> header) {
        List<String> missing = new ArrayList<>();
        Stream.concat(Stream.of(SOURCE_KEY), columns.stream())
                .filter(column -> column.required() && !header.contains(column.name()))
                .forEach(column -> missing.add(column.name()));
        if (isOfItems() && header.stream().noneMatch(name -> name.startsWith("title."))) {
            missing.add("title.en");
        }
        return missing;
    }

    /** The columns of a template: texts in English, and those that every variant needs in French, too. */
    List<Column> template() {
        List<Column> all = new ArrayList<>(List.of(SOURCE_KEY));
        if (isOfItems()) {
            all.add(columns.get(0));
            texts.forEach(text -> all.add(text.in(Language.EN)));
            texts.stream().filter(Text::shown).forEach(text -> all.add(text.in(Language.FR)));
            all.addAll(columns.subList(1, columns.size()));
        } else {
            all.addAll(columns);
        }
        return all;
    }

    /** The name of the column that fills what a pointer points to; empty if none does. */
    String columnAt(String pointer) {
        String[] steps = pointer.split("/", -1);
        if (steps.length == 4 && steps[1].equals("texts")) {
            return steps[3] + "." + steps[2];
        }
        return Stream.concat(Stream.of(SOURCE_KEY), columns.stream())
                .filter(column -> column.isAt(pointer))
                .map(Column::name)
                .findFirst()
                .orElseGet(() -> ofList(steps));
    }

    /** What is said of a list, or of one of its objects, is said of the column that makes it. */
    private String ofList(String[] steps) {
        return columns.stream()
                .filter(column -> steps.length > 1 && column.list().equals(steps[1]))
                .map(Column::name)
                .findFirst()
                .orElse("");
    }

    @SafeVarargs
    private static List<Column> joined(Stream<Column>... parts) {
        List<Column> all = new ArrayList<>();
        for (Stream<Column> part : parts) {
            part.forEach(all::add);
        }
        return List.copyOf(all);
    }
}
