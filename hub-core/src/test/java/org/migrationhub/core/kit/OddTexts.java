package org.migrationhub.core.kit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.Link;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.content.ResourceText;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.PracticeType;

/** Texts that people may write and that storages lose: every one of them must come back to the last code unit. */
final class OddTexts {

    /** For fields of one line. */
    static final List<String> LINES = List.of(
            " spaces at both ends and\u00A0of\u2009all\u3000kinds ",
            "quotes ' '' \" ` and \\ \\\\ \\n \\u0041 %s ? ?1 :name $1 ${x} {{x}}",
            "<b>&amp; &lt;</b> <!-- --> ]]> --; drop table x; /*",
            "null",
            "0123456789012345678901234567890",
            "Cafe\u0301 is not Caf\u00E9, \u212B is not \u00C5, \uFB01 is not fi, \u1112\u1161\u11AB is not \uD55C",
            "q\u0323\u0307 is not q\u0307\u0323",
            "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83C\uDF3E \uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74\uDB40\uDC7F \uD835\uDC9C \uD869\uDED6",
            "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645 \u200Fabc\u200E \u0627\u0644\u0633\u0651\u0644\u0627\u0645\u064F",
            "Stra\u00DFe STRASSE \u0130stanbul \u0131 \u03A3\u03C2\u03C3",
            "\u0928\u092E\u0942\u0928\u093E \u0E15\u0E31\u0E27\u0E2D\u0E22\u0E48\u0E32\u0E07 \u1019\u103C\u1014\u103A\u1019\u102C",
            "\uFEFFa mark at the beginning, soft\u00ADhyphen, zero\u200Bwidth",
            "private use \uE000 \uDBFF\uDFFD");

    /** For fields of many lines. */
    static final String LINES_TOGETHER =
            String.join("\n", LINES) + "\r\nCR LF\n\n\n\u2028separated\u2029\n\ttab\n trailing space \n";

    private OddTexts() {}

    /** A practice with odd texts in every field of text. */
    static Practice practice() {
        Practice.Builder builder = Practice.in(Language.FR);
        Language.official().forEach(language -> builder.text(language, text(language)));
        builder.text(new Language("zh-Hant-TW"), text(Language.ZH));
        for (String line : LINES) {
            builder.place(line).partner(line).implementer(reference(line)).otherOrganisation(line);
            builder.link(new Link(line, line, LINES.indexOf(line) % 2 == 0 ? Language.RU : null));
            builder.attachment(new Attachment(line, line, LINES.indexOf(line) * 5_000_000_000L, sha(line), null, line));
        }
        return builder.type(new PracticeType("practice-type-of-an-agency-s-own"))
                .years(-44, 12_345)
                .build();
    }

    /** A resource that says as little as a draft can. */
    static Resource bareResource() {
        return Resource.in(new Language("nqo")).build();
    }

    /** A resource with odd texts in every field of text. */
    static Resource resource() {
        Resource.Builder builder = Resource.in(Language.AR);
        LINES.forEach(line -> builder.publisher(reference(line)));
        return builder.text(
                        Language.AR,
                        new ResourceText(
                                LINES.get(8), LINES_TOGETHER, LINES_TOGETHER.repeat(2), LINES_TOGETHER.strip()))
                .year(2019)
                .build();
    }

    private static PracticeText text(Language language) {
        String line = LINES.get(Language.official().indexOf(language));
        return new PracticeText(
                line,
                LINES_TOGETHER,
                language + LINES_TOGETHER,
                LINES_TOGETHER + language,
                line + LINES_TOGETHER,
                "\n",
                line + line,
                " ");
    }

    private static OrganisationRef reference(String line) {
        return new OrganisationRef(line, new OrganisationId("odd-" + LINES.indexOf(line)), line);
    }

    private static Sha256 sha(String line) {
        return Sha256.of(line.getBytes(StandardCharsets.UTF_8));
    }
}
