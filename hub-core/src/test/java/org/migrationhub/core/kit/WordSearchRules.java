package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.content.ResourceText;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.SearchHit;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.vocabulary.Language;

/** Words are found wherever they stand and however they are written; whatever is typed gets an answer. */
abstract class WordSearchRules extends SearchRules {

    private static final String WORD = "babobubok";
    private static final Duration LONG = Duration.ofSeconds(10);

    @Test
    void aWordIsFoundInEveryFieldOfText() {
        Map<String, ContentItem> items = itemsWithWord();
        items.forEach((field, item) -> put(document(field, item)));
        put(document("nowhere", Samples.practice("dabodudok")));

        assertThat(found(WORD)).containsExactlyInAnyOrderElementsOf(items.keySet());
    }

    @Test
    void wordsMayStandInDifferentFieldsAndLanguages() {
        Practice item = Samples.practice("dabodudok").toBuilder()
                .text(Language.FR, PracticeText.of("fabofufok", "gabogugok"))
                .text(Language.RU, PracticeText.of("\u0431\u0430\u0431\u043E\u0431\u0443\u0431\u043E\u043A", ""))
                .partner("kabokukok")
                .build();
        put(document("a", item), document("b", Samples.practice("dabodudok")));

        assertThat(found("dabodudok fabofufok kabokukok \u0431\u0430\u0431\u043E\u0431\u0443\u0431\u043E\u043A"))
                .containsExactly("a");
        assertThat(found("dabodudok")).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void caseAndAccentsAreOptional() {
        finds("\u00C9tude sur la r\u00E9insertion", "etude", "\u00E9tude", "ETUDE", "re\u0301insertion", "Reinsertion");
        finds("Migraci\u00F3n y ni\u00F1ez", "migracion", "MIGRACI\u00D3N", "ninez");
        finds(
                "\u041F\u0430\u0440\u0442\u043D\u0451\u0440\u044B",
                "\u043F\u0430\u0440\u0442\u043D\u0435\u0440\u044B",
                "\u041F\u0410\u0420\u0422\u041D\u0401\u0420\u042B");
        finds(
                "\u062D\u0645\u0627\u064A\u0629 \u0627\u0644\u0623\u0637\u0641\u0627\u0644",
                "\u0627\u0644\u0623\u0637\u0641\u0627\u0644",
                "\u0627\u0644\u0627\u0637\u0641\u0627\u0644",
                "\u0627\u0644\u0623\u064E\u0637\u0641\u0627\u0644",
                "\u0627\u0644\u0640\u0640\u0623\u0637\u0641\u0627\u0644");
    }

    @Test
    void chineseWordsAreFoundWithinTheirSentence() {
        finds(
                "\u56FD\u9645\u79FB\u6C11\u7EC4\u7EC7\u5728\u5C3C\u65E5\u5C14\u7684\u9879\u76EE",
                "\u79FB\u6C11",
                "\u56FD\u9645\u79FB\u6C11\u7EC4\u7EC7",
                "\u5C3C\u65E5\u5C14 \u79FB\u6C11",
                "\u9879\u76EE");
    }

    @Test
    void aWordInTheTitleCountsForMoreThanTheSameWordBelow() {
        put(
                document(
                        "below",
                        Samples.practice("dabodudok").toBuilder()
                                .keyLessons(WORD + " fabofufok")
                                .build(),
                        2),
                document("title", Samples.practice(WORD + " fabofufok"), 0),
                document("neither", Samples.practice("fabofufok"), 3));

        assertThat(found(WORD)).containsExactly("title", "below");
        assertThat(hits(SearchQuery.of(WORD)))
                .extracting(SearchHit::score)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void blankWordsFindEverything() {
        put(document("a", Samples.practice(WORD)), document("b", Samples.resource(), 1));

        for (String blank : List.of("", " ", "\t\n", "\u00A0\u3000")) {
            assertThat(found(blank)).containsExactly("b", "a");
        }
    }

    @Test
    void personsAreNeverFound() {
        Practice.Builder item = Samples.practice("dabodudok").toBuilder();
        List<PersonId> persons = List.of(new PersonId(WORD), new PersonId("fabofufok"), new PersonId("gabogugok"));
        item.contributor(persons.get(0)).contact(persons.get(1)).focalPoint(persons.get(2));
        put(document("a", item.build()));

        persons.forEach(person -> assertThat(found(person.value())).isEmpty());
    }

    @Test
    void whateverIsTypedGetsAnAnswer() {
        RandomItems items = new RandomItems(3);
        for (int number = 0; number < 40; number++) {
            put(items.document(new SubmissionId("item-" + number)));
        }
        for (String words : oddWords()) {
            for (Sort sort : Sort.values()) {
                assertAnswered(SearchQuery.of(words).sort(sort).limit(3));
            }
        }
    }

    private void assertAnswered(SearchQuery query) {
        Instant begin = Instant.now();
        SearchPage page = index().search(query);
        assertThat(Duration.between(begin, Instant.now()))
                .as("how long %s took", query)
                .isLessThan(LONG);
        assertThat(page.total()).isBetween((long) page.hits().size(), 40L);
        assertThat(page.hits()).hasSizeLessThanOrEqualTo(3).doesNotHaveDuplicates();
        assertThat(page.next() == null)
                .as("whether this is the last page of %s", query)
                .isEqualTo(page.total() <= 3);
        if (page.next() != null) {
            assertThat(index().search(query.after(page.next())).hits()).isNotEmpty();
        }
    }

    private static List<String> oddWords() {
        String longest = "x".repeat(SearchQuery.LONGEST);
        return List.of(
                "*",
                "?",
                "* *",
                "a*",
                "*a",
                "?????",
                "~",
                "~~~~",
                "babobubok~2",
                "babobubok^99999999999",
                "^",
                "\"",
                "\"\"",
                "\"a",
                "\"babobubok dabodudok\"~1000000",
                "(",
                ")",
                "((((((((((",
                "[a TO b]",
                "{* TO *}",
                "[",
                "AND",
                "OR",
                "NOT",
                "AND OR NOT",
                "a AND",
                "OR b",
                "-",
                "--",
                "-a",
                "- a",
                "+",
                "+-!(){}[]^\"~*?:\\/",
                "\\",
                "\\\\",
                "title:babobubok",
                "_id:*",
                ":",
                "::",
                "/.*/",
                "/(((a+)+)+)+$/",
                "a && b || !c",
                "'",
                "' or 1=1 --",
                "<script>alert(1)</script>",
                "&lt;",
                "%00",
                "\u0000",
                "a\u0000b",
                "\uD83D",
                "\uDE00",
                "\uD83D\uDE00",
                "\u202Etxt",
                "\uFEFF",
                "\u200B",
                "\u0301",
                "e\u0301\u0301\u0301",
                "\u0640",
                "NaN",
                "-1",
                "1e999",
                "0x7fffffff",
                "null",
                "\u79FB",
                "\u0E01\u0E33",
                "\uFDFA",
                "\u01C5",
                longest,
                "a ".repeat(SearchQuery.LONGEST / 2),
                "(".repeat(SearchQuery.LONGEST),
                "\"".repeat(SearchQuery.LONGEST),
                "*".repeat(SearchQuery.LONGEST),
                "a* ".repeat(300),
                "a~ ".repeat(300),
                "\u79FB\u6C11".repeat(SearchQuery.LONGEST / 2),
                "a OR ".repeat(200),
                "\uFDFA".repeat(SearchQuery.LONGEST));
    }

    private void finds(String title, String... words) {
        String id = "finds-" + index().position();
        put(document(id, Samples.practice(title)));
        for (String word : words) {
            assertThat(found(word))
                    .as("what \"%s\" finds, where \"%s\" is the title of %s", word, title, id)
                    .contains(id);
        }
    }

    private static Map<String, ContentItem> itemsWithWord() {
        Map<String, ContentItem> items = new LinkedHashMap<>();
        Map<String, Function<PracticeText, PracticeText>> practiceTexts = new LinkedHashMap<>();
        practiceTexts.put("title", text -> text.withTitle(WORD));
        practiceTexts.put("summary", text -> text.withSummary(WORD));
        practiceTexts.put("benefitAndImpact", text -> text.withBenefitAndImpact(WORD));
        practiceTexts.put("keyLessons", text -> text.withKeyLessons(WORD));
        practiceTexts.put("recommendations", text -> text.withRecommendations(WORD));
        practiceTexts.put("innovation", text -> text.withInnovation(WORD));
        practiceTexts.put("outcome", text -> text.withOutcome(WORD));
        practiceTexts.put("disclaimer", text -> text.withDisclaimer(WORD));
        PracticeText plain = PracticeText.of("dabodudok", "fabofufok");
        practiceTexts.forEach((field, change) -> {
            items.put(
                    "practice-" + field,
                    practice().text(Language.EN, change.apply(plain)).build());
            items.put(
                    "practice-" + field + "-zh",
                    practice().text(Language.ZH, change.apply(plain)).build());
            items.put(
                    "practice-" + field + "-sw",
                    practice().text(new Language("sw"), change.apply(plain)).build());
        });
        items.put("resource-title", resource(new ResourceText(WORD, "", "", "")));
        items.put("resource-atAGlance", resource(new ResourceText("dabodudok", "gabogugok. " + WORD + "!", "", "")));
        items.put("resource-whatItOffers", resource(new ResourceText("dabodudok", "", WORD + "\nkabokukok", "")));
        items.put("resource-furtherInformation", resource(new ResourceText("dabodudok", "", "", "(" + WORD + ")")));
        items.put("implementer", practice().implementer("gabogugok " + WORD).build());
        items.put("otherOrganisation", practice().otherOrganisation(WORD).build());
        items.put("partner", practice().partner(WORD).build());
        items.put("place", practice().place(WORD).build());
        OrganisationRef office =
                OrganisationRef.of(new OrganisationId("x"), "gabogugok").withOffice(WORD);
        items.put("office", practice().implementer(office).build());
        items.put(
                "publisher",
                Resource.in(Language.FR).title("dabodudok").publisher(office).build());
        return items;
    }

    private static Practice.Builder practice() {
        return Practice.in(Language.EN).title("dabodudok");
    }

    private static Resource resource(ResourceText text) {
        return Resource.in(Language.AR).text(Language.AR, text).build();
    }
}
