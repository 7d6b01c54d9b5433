package org.migrationhub.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.migrationhub.core.vocabulary.Language.AR;
import static org.migrationhub.core.vocabulary.Language.EN;
import static org.migrationhub.core.vocabulary.Language.ES;
import static org.migrationhub.core.vocabulary.Language.FR;
import static org.migrationhub.core.vocabulary.Language.RU;
import static org.migrationhub.core.vocabulary.Language.ZH;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.Enough;
import org.migrationhub.core.search.Excerpt;
import org.migrationhub.core.search.Excerpting;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.ItemDocument;
import org.migrationhub.core.search.SearchHit;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.search.Suggestion;
import org.migrationhub.core.vocabulary.Language;

/** What the index makes of natural words, beyond what the contract asks for; on the judged sample items. */
class WordsTest {

    private final LuceneSearchIndex index = LuceneSearchIndex.inMemory();

    @BeforeEach
    void fill() {
        index.apply(JudgedSet.items(), 1);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void wordsAreFoundInTheirOtherForms() {
        assertThat(found("village relocating flood")).containsExactly("en-climate");
        assertThat(found("inspecteur exploitation")).containsExactly("fr-recruit");
        assertThat(found("aldea amenazada")).containsExactly("es-climate");
        assertThat(found("деревня наводнением")).containsExactly("ru-climate");
        assertThat(found("المهاجر العائد")).contains("ar-return");
    }

    @Test
    void arabicWordsAreFoundInTheOtherNumberAlsoWhereNoEndingTells() {
        assertThat(found("مشاريع العائدين")).containsExactly("ar-return");
        assertThat(found("قرية ساحلية")).containsExactly("ar-climate");
        assertThat(found("وثيقة الهوية")).as("behind the word for and").containsExactly("ar-consul");
    }

    @Test
    void accentsAreOptional() {
        assertThat(found("etude secheresse")).containsExactly("fr-climate");
        assertThat(found("reinsercion")).as("a letter from being French").containsExactly("fr-return");
        assertThat(found("ninos acompanados")).containsExactly("es-guardian");
        assertThat(found("найм")).containsExactly("ru-recruit");
    }

    @Test
    void whatIsInTheLanguageOfTheQueryComesFirst() {
        assertThat(found("migrants return")).first().isEqualTo("en-return");
        assertThat(found("migrantes")).first().asString().startsWith("es-");
    }

    @Test
    void bodiesAreFoundByTheirOtherNames() {
        assertThat(found("OIM")).contains("en-recruit", "ru-return", "ar-return", "zh-return");
        assertThat(found("International Labour Organization")).contains("en-skills", "fr-skills", "ru-skills");
        assertThat(found("国际劳工组织")).first().isEqualTo("zh-skills");
        assertThat(found("OIT -enfermeria -infirmieres"))
                .contains("ru-skills")
                .doesNotContain("es-skills", "fr-skills");
    }

    @Test
    void whatAnApostropheCutsOffNeedNotBeThere() {
        for (String apostrophe : List.of("'", "’")) {
            assertThat(found("recrutement par l" + apostrophe + "OIM")).contains("fr-recruit");
            assertThat(found("l" + apostrophe + "oim")).contains("fr-recruit", "en-recruit", "ru-return", "zh-return");
            assertThat(found("l" + apostrophe + "étude")).containsExactly("fr-climate");
            assertThat(found("qu" + apostrophe + "inondations")).contains("fr-climate");
            assertThat(found("nurse" + apostrophe + "s diploma")).containsExactly("en-skills");
            assertThat(found("\"l" + apostrophe + "oim\"")).as("quoted").isEmpty();
        }
        assertThat(page("x-diploma").enough()).as("no apostrophe").isEqualTo(Enough.MOST);
        assertThat(found("l'")).as("nothing else").isNotEmpty();
    }

    @Test
    void bodiesAreFoundByTheirFullNamesWithAnApostropheToo() {
        put("undp", "Funded by the United Nations Development Programme", EN);
        put("unicef", "Fonds des Nations Unies pour l’enfance", FR);
        assertThat(found("UNDP")).containsExactly("undp");
        assertThat(found("ПРООН")).containsExactly("undp");
        assertThat(found("United Nations Children's Fund")).contains("unicef", "en-guardian", "ru-guardian");
        assertThat(found("Fonds des Nations unies pour l'enfance")).contains("unicef", "en-guardian");
        assertThat(found("projets de l'OIM")).contains("en-return");
        assertThat(found("OIM y migrantes")).contains("es-return");
    }

    @Test
    void aNameThatStandsForTwoBodiesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Synonyms.of("WHO = OMS", "OMS = Sample"))
                .withMessageContaining("oms");
        assertThat(Synonyms.standard().of(List.of("who"))).hasSizeGreaterThan(6);
    }

    @Test
    void aMistypedWordIsForgivenAndSaidSo() {
        SearchPage page = index.search(SearchQuery.of("fair \"seasonal farm\" recruitmnt -sea"));
        assertThat(page.hits()).extracting(hit -> hit.id().id()).containsExactly("en-recruit");
        assertThat(page.didYouMean()).isEqualTo("fair \"seasonal farm\" recruitment -sea");
        assertThat(index.search(SearchQuery.of("fair recruitment")).didYouMean())
                .isNull();
        assertThat(index.search(SearchQuery.of("\"recruitmnt\"")).hits())
                .as("as quoted")
                .isEmpty();
        assertThat(index.search(SearchQuery.of("xqzzw")).didYouMean()).isNull();
    }

    @Test
    void aMistypedWordIsForgivenThoughAnItemHasTheSameMistake() {
        put("mistyped", "Quinquagesimol feast", EN);
        for (int number = 0; number < 4; number++) {
            put("right-" + number, "Quinquagesimal feast", EN);
        }
        assertThat(found("quinquagesimol")).as("as frequent as not").containsExactly("mistyped");
        put("right-4", "Quinquagesimal feast", EN);
        assertThat(found("quinquagesimol feast"))
                .hasSize(6)
                .first()
                .as("what was typed")
                .isEqualTo("mistyped");
        assertThat(didYouMean("quinquagesimol feast")).isEqualTo("quinquagesimal feast");
        assertThat(excerpt("quinquagesimol", "Quinquagesimol, Quinquagesimal", EN)
                        .html())
                .isEqualTo("<mark>Quinquagesimol</mark>, <mark>Quinquagesimal</mark>");
        assertThat(found("\"quinquagesimol\"")).as("as quoted").containsExactly("mistyped");
        assertThat(found("feast -quinquagesimol")).hasSize(5).doesNotContain("mistyped");
        assertThat(didYouMean("quinquagesimal")).isNull();
    }

    @Test
    void whatIsOfferedInPlaceOfWhatWasTypedMeansTheSameButForTheMistypedWord() {
        assertThat(didYouMean("recruitmnt -semi-skilled")).isEqualTo("recruitment -semi-skilled");
        assertThat(didYouMean("recruitmnt OR low-paid fair")).isEqualTo("recruitment OR low-paid fair");
        assertThat(didYouMean("fair-recruitmnt")).isEqualTo("fair-recruitment");
    }

    private @Nullable String didYouMean(String words) {
        return index.search(SearchQuery.of(words)).didYouMean();
    }

    @Test
    void aYearIsFoundInWhateverDigitsItIsWritten() {
        put("year", "مؤتمر مراكش ٢٠١٨", AR);
        assertThat(found("2018")).containsExactly("year");
        assertThat(found("مراكش ٢٠١٨")).containsExactly("year");
        assertThat(excerpt("2018", "مراكش ٢٠١٨", AR).html()).isEqualTo("مراكش <mark>٢٠١٨</mark>");
    }

    @Test
    void aWordThatOnlySomethingTakenOutHadIsNeitherOfferedNorKnown() {
        put("gone", "Quinquagesimal recruitmnt", EN);
        assertThat(index.search(SearchQuery.of("quinquagesimol")).didYouMean()).isEqualTo("quinquagesimal");
        assertThat(index.search(SearchQuery.of("recruitmnt")).didYouMean()).isNull();

        index.apply(List.of(new IndexChange.Remove(DocumentId.of(new SubmissionId("gone")))), 3);
        SearchPage page = index.search(SearchQuery.of("quinquagesimol"));
        assertThat(page.didYouMean()).isNull();
        assertThat(page.hits()).isEmpty();
        assertThat(index.search(SearchQuery.of("recruitmnt")).didYouMean()).isEqualTo("recruitment");
    }

    @Test
    void ofManyWordsOneMayBeMissingButNoneThatIsQuoted() {
        assertThat(found("grant counselling business voluntarily zebra")).containsExactly("en-return");
        assertThat(found("grant counselling business voluntarily \"zebra\"")).isEmpty();
        assertThat(page("grant counselling business voluntarily zebra").enough())
                .isEqualTo(Enough.ALL);
        assertThat(page("grant business zebra").enough()).as("of few words").isEqualTo(Enough.MOST);
    }

    @Test
    void whereNothingHasAllWordsWhatHasMoreAndRarerOnesComesFirst() {
        put("rare", "Quinquagesimal sample", EN);
        put("frequent", "Migrants sample", EN);
        assertThat(page("quinquagesimal migrants zebra unicorn").enough())
                .as("nothing has half of them")
                .isEqualTo(Enough.SOME);
        assertThat(found("quinquagesimal migrants zebra unicorn")).startsWith("rare");
        assertThat(found("quinquagesimal migrants")).startsWith("rare").contains("frequent");
        put("both", "Quinquagesimal, though of migrants", EN);
        assertThat(found("quinquagesimal migrants zebra unicorn")).containsExactly("both");
    }

    @Test
    void whatIsMissingIsToldInTheFormInWhichItIsWanted() {
        SearchPage page = page("cash for the seasonal worker in the harbour");
        assertThat(page.hits()).extracting(hit -> hit.id().id()).containsExactly("en-recruit");
        assertThat(page.missing()).containsExactly("cash", "harbour");
        assertThat(page("nurses of the International Labour Organization quokka bilby")
                        .missing())
                .as("a name is one word")
                .containsExactly("quokka", "bilby");
        assertThat(page("zebras \"seasonal farm\" fees").missing()).containsExactly("zebras");
    }

    @Test
    void aNameStaysOneWordThoughSomeOfItsWordsSayNothing() {
        put("abbreviated", "Returning with OIM", EN);
        put("taken-apart", "An organization for international migration", EN);
        SearchPage page = page("International Organization for Migration quokka bilby");
        assertThat(page.enough()).isEqualTo(Enough.SOME);
        assertThat(page.hits()).extracting(hit -> hit.id().id()).contains("abbreviated");
        assertThat(page.missing()).containsExactly("quokka", "bilby");
        assertThat(page("quokka Organisation internationale pour les migrations bilby")
                        .hits())
                .extracting(hit -> hit.id().id())
                .contains("abbreviated");
        String forum = "Forum d’examen des migrations internationales";
        assertThat(page("quokka bilby International Labour Organization wombat " + forum)
                        .missing())
                .containsExactly("quokka", "bilby", "wombat", "forum examen des migrations internationales");
    }

    @Test
    void wordsThatSayNothingDoNotCountWhereSomeAreMissing() {
        assertThat(found("how can I get a passport")).contains("en-consul");
        assertThat(found("les papiers de la zebra")).containsExactly("fr-consul");
        assertThat(found("паспорт для зебры")).contains("ru-consul");
        assertThat(found("zebra for in the")).isEmpty();
    }

    @Test
    void ofALongWordWithoutSpacesALittleIsEnoughWhereNothingHasMore() {
        SearchPage page = page("港口移民诊所援助");
        assertThat(page.hits()).extracting(hit -> hit.id().id()).startsWith("zh-health");
        assertThat(page.enough()).isEqualTo(Enough.MOST);
        assertThat(found("\"港口移民诊所援助\"")).as("as quoted").isEmpty();
    }

    @Test
    void typingErrorsAreForgivenWhereWordsAreMissingToo() {
        SearchPage page = page("recruitmnt zebra xqzzw workers");
        assertThat(page.didYouMean()).isEqualTo("recruitment zebra xqzzw workers");
        assertThat(page.hits()).extracting(hit -> hit.id().id()).containsExactly("en-recruit");
        assertThat(page.missing()).containsExactly("zebra", "xqzzw");
        assertThat(page("cash seasonal zebra workers").didYouMean())
                .as("a short word is as likely missing as mistyped")
                .isNull();
    }

    private SearchPage page(String words) {
        return index.search(SearchQuery.of(words));
    }

    @Test
    void wordsThatSayNothingNeedNotBeThere() {
        assertThat(found("the guardians of the asylum")).containsExactly("en-guardian");
        assertThat(found("\"of the asylum\"")).isEmpty();
    }

    @Test
    void whatIsTypedInCapitalsIsANameWhateverElseItMeans() {
        put("it", "Sample IT training", EN);
        put("other", "Sample training", EN);
        assertThat(found("sample IT training")).containsExactly("it");
        assertThat(index.search(SearchQuery.of("sampel IT training")).didYouMean())
                .isEqualTo("sample IT training");
        assertThat(found("sample it training")).contains("it", "other");
        assertThat(excerpt("sample IT", "It is a sample", EN).html())
                .isEqualTo("<mark>It</mark> is a <mark>sample</mark>");
        assertThat(excerpt("sample it", "It is a sample", EN).html()).isEqualTo("It is a <mark>sample</mark>");
        assertThat(found("THE GUARDIANS OF THE ASYLUM")).as("where all is").containsExactly("en-guardian");
    }

    @Test
    void aNameThatIsAnArticleTooIsFirstWhatItIsInItsLanguage() {
        put("article", "Un échantillon de projet pour tous", FR);
        put("without", "Échantillon de projet pour tous", FR);
        put("onu", "Échantillon de projet de l’ONU pour tous", FR);
        assertThat(found("un échantillon de projet")).containsExactlyInAnyOrder("article", "without", "onu");
        assertThat(found("échantillon de projet UN")).containsExactlyInAnyOrder("article", "onu");
        assertThat(found("UN")).contains("onu");
    }

    @Test
    void aLongWordWithoutSpacesIsFoundByMostOfItsBeginning() {
        String sentence = "季节性农业工人的公平招聘与村庄因洪水而搬迁以及为孤身儿童指定监护人的各种做法和经验";
        put("long", sentence, ZH);
        assertThat(found(sentence)).first().isEqualTo("long");
        assertThat(found(sentence + "汇编")).containsExactly("long");
        assertThat(found("\"" + sentence + "汇编\"")).isEmpty();
        assertThat(found("\"" + sentence.substring(3) + "\""))
                .as("of an even length")
                .containsExactly("long");
        assertThat(found("\"" + sentence.substring(4) + "\""))
                .as("of an odd length")
                .containsExactly("long");
    }

    @Test
    void titlesAndNamesAreSuggestedWhileOneTypes() {
        assertThat(index.suggest("rec", List.of(EN), 10))
                .extracting(Suggestion::text)
                .contains("Recognising the qualifications of nurses", "Reconnaissance des diplômes étrangers");
        assertThat(index.suggest("sample ch", List.of(EN), 10))
                .singleElement()
                .isInstanceOf(Suggestion.Name.class)
                .extracting(Suggestion::text)
                .isEqualTo("Sample chamber of health");
        assertThat(index.suggest("снижение ден", List.of(RU), 10)).isEmpty();
        assertThat(index.suggest("денежные пер", List.of(RU), 10))
                .containsExactly(new Suggestion.Title(
                        "Дешёвые денежные переводы", RU, DocumentId.of(new SubmissionId("ru-remit"))));
        assertThat(index.suggest("监护", List.of(ZH), 10))
                .containsExactly(
                        new Suggestion.Title("为孤身儿童指定监护人", ZH, DocumentId.of(new SubmissionId("zh-guardian"))));
        for (String nothing : List.of("", "r", "*", "\"", "x".repeat(2_000), "a ".repeat(100))) {
            assertThat(index.suggest(nothing, List.of(), 10)).as(nothing).isEmpty();
        }
    }

    @Test
    void whatWasTakenOutIsSuggestedNoLonger() {
        index.apply(List.of(new IndexChange.Remove(DocumentId.of(new SubmissionId("en-city")))), 2);
        assertThat(index.suggest("sample ci", List.of(EN), 10)).isEmpty();
        assertThat(index.suggest("language classes", List.of(EN), 10)).isEmpty();
        assertThat(found("\"sample city\"")).isEmpty();
    }

    @Test
    void whatIsFirstAskedForAfterSomethingWasTakenOutIsAnswered() {
        SearchQuery all = SearchQuery.everything().sort(Sort.TITLE);
        assertThat(index.search(all.counting(Set.of())).hits()).isNotEmpty();
        index.apply(List.of(new IndexChange.Remove(DocumentId.of(new SubmissionId("en-city")))), 2);
        index.search(SearchQuery.everything().counting(Set.of()));

        assertThat(index.search(all.preferred(List.of(FR))).hits()).isNotEmpty();
        assertThat(index.search(all).counts().get(Facet.KIND)).isNotEmpty();
        assertThat(index.suggest("sample ch", List.of(EN), 10)).isNotEmpty();
    }

    @Test
    void whatIsLikeAnItemIsFound() {
        List<SearchHit> like = index.like(DocumentId.of(new SubmissionId("fr-return")), 5);
        assertThat(like)
                .hasSizeLessThanOrEqualTo(5)
                .extracting(SearchHit::id)
                .doesNotContain(DocumentId.of(new SubmissionId("fr-return")));
        assertThat(like).first().extracting(SearchHit::id).isEqualTo(DocumentId.of(new SubmissionId("fr-health")));
        assertThat(index.like(DocumentId.of(new SubmissionId("nothing")), 5)).isEmpty();
    }

    @Test
    void excerptsShowWhatWasFoundAndEscapeEverything() {
        String text = "<b>One</b> & \"two\" villages. " + "Filling text of no meaning. ".repeat(20)
                + "Floods threatened a village.";
        Excerpt excerpt = excerpt("flood village", text, EN);
        assertThat(excerpt.html())
                .endsWith("<mark>Floods</mark> threatened a <mark>village</mark>.")
                .startsWith("…");
        assertThat(excerpt.text().length()).isLessThanOrEqualTo(62);
        assertThat(excerpt("villages", text, EN).html()).startsWith("&lt;b&gt;One&lt;/b&gt; &amp; &quot;two&quot;");
        assertThat(excerpt("nothing", "short", EN).html()).isEqualTo("short");
        assertThat(excerpt("移民组织", "国际移民组织在尼日尔", ZH).html()).isEqualTo("国际<mark>移民组织</mark>在尼日尔");
        assertThat(excerpt("IOM", "L’OIM, à l’œuvre", FR).html()).isEqualTo("L’<mark>OIM</mark>, à l’œuvre");
        assertThat(excerpt("ninez", "La niñez migrante", ES).html()).isEqualTo("La <mark>niñez</mark> migrante");
        assertThat(excerpt("الأطفال", "حماية الأَطفال", AR).html()).isEqualTo("حماية <mark>الأَطفال</mark>");
    }

    @Test
    void whatIsFoundDeepInATextWithoutSpacesIsShown() {
        String line = "季节性农业工人的公平招聘以及村庄因洪水而搬迁的各种做法".repeat(3);
        for (int lines : List.of(1, 3, 10, 40, 200)) {
            String text = (line + "\n").repeat(lines) + "国际移民组织" + line + "\n" + line;
            for (int length : List.of(20, 60, 160, 350)) {
                Excerpt excerpt = index.marking(SearchQuery.of("国际移民组织")).excerpt(text, ZH, length);
                assertThat(excerpt.html())
                        .as("%d characters behind %d lines", length, lines)
                        .contains("<mark>国际移民组织</mark>");
                assertThat(excerpt.text().length()).isBetween(length / 2, length + 2);
            }
        }
    }

    @Test
    void whatIsNearlyAsLongAsTheExcerptIsShown() {
        String name = "Organisation internationale pour les migrations";
        for (int before : List.of(0, 3, 10, 100)) {
            String text = "ab ".repeat(before) + name + " cd".repeat(60);
            assertThat(excerpt("IOM", text, FR).html())
                    .as("behind %d words", before)
                    .contains("<mark>" + name + "</mark>");
        }
    }

    @Test
    void namesAndQuotedWordsAreMarkedAsAWhole() {
        String name = "Organisation internationale pour les migrations";
        assertThat(excerpt("IOM", "L’" + name + ", pour tous", FR).html())
                .isEqualTo("L’<mark>" + name + "</mark>, pour tous");
        assertThat(excerpt("OIM", "An international organization for all", EN).html())
                .isEqualTo("An international organization for all");
        assertThat(excerpt("OIM", "国际移民组织的国际移民", ZH).html()).isEqualTo("<mark>国际移民组织</mark>的国际移民");
        assertThat(excerpt("international organization for migration", "l’OIM", FR)
                        .html())
                .isEqualTo("l’<mark>OIM</mark>");
        assertThat(excerpt("\"of the asylum\"", "The asylum of the asylum", EN).html())
                .isEqualTo("The asylum <mark>of the asylum</mark>");
    }

    @Test
    void excerptsCanBeCutAfterTheIndexIsClosed() {
        Excerpting.Marking marking = index.marking(SearchQuery.of("villages"));
        index.close();
        assertThat(marking.excerpt("A village", EN, 60).html()).isEqualTo("A <mark>village</mark>");
    }

    private Excerpt excerpt(String words, String text, Language language) {
        return index.marking(SearchQuery.of(words)).excerpt(text, language, 60);
    }

    private void put(String id, String title, Language language) {
        Practice item = Practice.in(language).title(title).build();
        index.apply(
                List.of(new IndexChange.Put(new ItemDocument(new SubmissionId(id), item, Samples.NOW))),
                index.position() + 1);
    }

    private List<String> found(String words) {
        return index.search(SearchQuery.of(words).limit(SearchQuery.MOST)).hits().stream()
                .map(hit -> hit.id().id())
                .toList();
    }
}
