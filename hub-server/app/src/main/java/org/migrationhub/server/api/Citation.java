package org.migrationhub.server.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.vocabulary.Language;

/**
 * How an item is cited, for reference managers. Its authors are organisations, whose names are never taken apart into first
 * and last ones. Immutable and thread-safe.
 *
 * @param id of the item
 * @param authors who carried or published it
 * @param title in the language that the reader asked for, as far as there is one
 * @param language of the title
 * @param version which revision is cited, since items change
 * @param on the day on which the revision became public
 * @param address at which it is read
 */
record Citation(
        String id, List<String> authors, String title, Language language, int version, LocalDate on, String address) {

    private static final String PUBLISHER = "Migration Hub";

    /** What has a meaning to TeX, and what it is written as; each with its braces in pairs, since BibTeX counts them. */
    private static final Map<Character, String> TEX = Map.of(
            '\\', "\\textbackslash{}",
            '{', "\\textbraceleft{}",
            '}', "\\textbraceright{}",
            '~', "\\textasciitilde{}",
            '^', "\\textasciicircum{}",
            '%', "\\%",
            '#', "\\#",
            '$', "\\$",
            '&', "\\&",
            '_', "\\_");

    /**
     * The citation of an item.
     *
     * @param preferred the reader's languages, the best first
     * @param site the address of the site
     */
    static Citation of(PublicRecord.Published item, List<Language> preferred, String site) {
        ContentItem content = item.content();
        Language shown = content.texts().bestLanguage(preferred).orElse(content.language());
        Language page = shown.isOfficial() ? shown : Language.EN;
        String pages = content.kind() == Kind.PRACTICE ? "/practices/" : "/resources/";
        return new Citation(
                item.id().value(),
                content.implementers().stream().map(OrganisationRef::name).toList(),
                content.title(List.of(shown)),
                shown,
                item.revision(),
                item.reviewed().on(),
                site + "/" + page + pages + item.id());
    }

    /** An entry for BibTeX and BibLaTeX, in UTF-8. */
    String bibtex() {
        StringBuilder entry =
                new StringBuilder("@misc{migration-hub-").append(id).append(",\n");
        if (!authors.isEmpty()) {
            field(
                    entry,
                    "author",
                    authors.stream().map(one -> "{" + tex(one) + "}").collect(Collectors.joining(" and ")));
        }
        field(entry, "title", "{" + tex(title) + "}"); // in further braces: as it is written, capitals and all
        field(entry, "year", String.valueOf(on.getYear()));
        field(entry, "date", on.toString());
        field(entry, "publisher", "{" + PUBLISHER + "}");
        field(entry, "howpublished", "\\url{" + address + "}");
        field(entry, "url", address);
        field(entry, "note", "Version " + version); // printed by every style, unlike the field of that name
        field(entry, "language", language.tag());
        return entry.append("}\n").toString();
    }

    /** A record in the format of RIS, in UTF-8, with the line ends that it asks for. */
    String ris() {
        StringBuilder record = new StringBuilder();
        line(record, "TY", "ELEC");
        authors.forEach(author -> line(record, "AU", corporate(author)));
        line(record, "TI", title);
        line(record, "PY", String.valueOf(on.getYear()));
        line(record, "DA", "%04d/%02d/%02d".formatted(on.getYear(), on.getMonthValue(), on.getDayOfMonth()));
        line(record, "ET", String.valueOf(version));
        line(record, "PB", PUBLISHER);
        line(record, "LA", language.tag());
        line(record, "UR", address);
        line(record, "ID", "migration-hub-" + id);
        line(record, "ER", "");
        return record.toString();
    }

    private static void field(StringBuilder entry, String name, String value) {
        entry.append("  ").append(name).append(" = {").append(value).append("},\n");
    }

    private static String tex(String text) {
        Function<Integer, String> written = point -> point < 0x80
                ? TEX.getOrDefault((char) (int) point, Character.toString(point))
                : Character.toString(point);
        return text.codePoints().boxed().map(written).collect(Collectors.joining());
    }

    /** A comma ends a last name: one after the whole name says that there is no first one, and those in it are doubled. */
    private static String corporate(String name) {
        return name.replace(",", ",,") + ",";
    }

    private static void line(StringBuilder record, String tag, String value) {
        record.append(tag).append("  - ").append(value.replaceAll("\\R+", " ")).append("\r\n");
    }
}
