package org.migrationhub.server.site.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Link;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;
import org.migrationhub.core.vocabulary.Principle;
import org.migrationhub.core.vocabulary.ResourceType;
import org.migrationhub.server.site.difference.Difference.Change;
import org.migrationhub.server.site.difference.Difference.Fate;
import org.migrationhub.server.site.difference.Difference.Piece;
import org.migrationhub.server.site.page.Voice;

/** Nothing that an approval covers changes unseen, and what is shown is what there was and is. */
class DifferenceTest {

    private static final Voice VOICE = Voice.in(Language.EN);
    private static final PersonId SOMEBODY = new PersonId("somebody");
    private static final Attachment FILE = Attachment.of("plan.pdf", "application/pdf", new byte[] {1});

    private static final Practice PRACTICE = Practice.in(Language.EN)
            .title("Help at the border")
            .summary("Volunteers meet people who arrive.\n\nThey speak six languages.")
            .implementer("City of Aarhus")
            .implementer("Red Cross")
            .years(2019, 2021)
            .build();

    private static final Resource RESOURCE =
            Resource.in(Language.EN).title("A guide").atAGlance("How to.").build();

    /** Every field of a practice, changed alone. */
    static List<UnaryOperator<Practice.Builder>> changes() {
        return List.of(
                practice -> practice.title("Help beyond the border"),
                practice -> practice.summary("Nothing."),
                practice -> practice.benefitAndImpact("Much."),
                practice -> practice.keyLessons("A few."),
                practice -> practice.recommendations("Go on."),
                practice -> practice.innovation("All of it."),
                practice -> practice.outcome("Many were helped."),
                practice -> practice.disclaimer("Views are ours."),
                practice -> practice.text(Language.FR, PracticeText.of("Aide", "Des bénévoles.")),
                practice -> practice.type(PracticeType.PROJECT),
                practice -> practice.since(2019),
                practice -> practice.objective(Objective.values()[0]),
                practice -> practice.secondary(Objective.values()[1]),
                practice -> practice.principle(Principle.values()[0]),
                practice -> practice.country(Country.all().get(0)),
                practice -> practice.place("Harbour"),
                practice -> practice.worldwide(),
                practice -> practice.mainImplementers(List.of(OrganisationRef.named("Red Cross"))),
                practice -> practice.mainImplementers(
                        List.of(OrganisationRef.named("Red Cross"), OrganisationRef.named("City of Aarhus"))),
                practice -> practice.mainImplementers(List.of(
                        OrganisationRef.of(new OrganisationId("aarhus"), "City of Aarhus"),
                        OrganisationRef.named("Red Cross"))),
                practice -> practice.otherOrganisation("Scouts"),
                practice -> practice.partner("University"),
                practice -> practice.contributor(SOMEBODY),
                practice -> practice.contact(SOMEBODY),
                practice -> practice.focalPoint(SOMEBODY),
                practice -> practice.link(Link.to("https://example.org/", "More")),
                practice -> practice.attachment(FILE),
                practice -> practice.attachment(FILE.in(Language.FR)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void whateverIsChangedIsTold(UnaryOperator<Practice.Builder> change) {
        Practice changed = change.apply(PRACTICE.toBuilder()).build();
        assertThat(between(PRACTICE, changed).changes())
                .isNotEmpty()
                .allSatisfy(told -> assertThat(told.pieces()).anyMatch(piece -> !piece.isKept()));
        assertThat(between(changed, changed).isEmpty()).isTrue();
    }

    @Test
    void whateverIsChangedOfAResourceIsTold() {
        Stream.<UnaryOperator<Resource.Builder>>of(
                        resource -> resource.title("The guide"),
                        resource -> resource.atAGlance("How not to."),
                        resource -> resource.whatItOffers("Advice."),
                        resource -> resource.furtherInformation("Elsewhere."),
                        resource -> resource.type(ResourceType.TOOL),
                        resource -> resource.year(2020),
                        resource -> resource.publisher("IOM"))
                .forEach(change -> assertThat(between(
                                        RESOURCE,
                                        change.apply(RESOURCE.toBuilder()).build())
                                .changes())
                        .hasSize(1));
    }

    @Test
    void aTextIsComparedWordByWordAndMarkedWithItsLanguage() {
        Practice changed = PRACTICE.toBuilder()
                .summary("Volunteers meet people who leave.\n\nThey speak six languages.")
                .build();
        Change change = between(PRACTICE, changed).changes().get(0);
        assertThat(change.field()).isEqualTo("texts/en/summary");
        assertThat(change.lang()).isEqualTo("en");
        assertThat(told(change))
                .isEqualTo("Volunteers meet people who [-arrive-][+leave+].\n\nThey speak six languages.");
    }

    @Test
    void whatStandsBetweenTwoChangedWordsIsChangedWithThem() {
        assertThat(told(summary("one two three four", "one 2 3 four"))).isEqualTo("one [-two three-][+2 3+] four");
    }

    @Test
    void whatOnlyCameOrWentIsToldFromItsFirstWordToItsFullStop() {
        String one = "They walk.";
        String other = "They were fed.";
        assertThat(told(summary(one, one + "\n\n" + other))).isEqualTo("They walk.[+\n\nThey were fed.+]");
        assertThat(told(summary(one + " " + other, one))).isEqualTo("They walk.[- They were fed.-]");
        assertThat(told(summary(one + " So.", one + " " + other + " So.")))
                .isEqualTo("They walk. [+They were fed. +]So.");
    }

    @Test
    void inChineseEachCharacterCounts() {
        assertThat(told(summary("为移民提供服务。", "为移民提供住房。"))).isEqualTo("为移民提供[-服务-][+住房+]。");
    }

    @Test
    void whatDidNotChangeIsLeftOutFarFromAChange() {
        String much = "word ".repeat(200);
        String told = told(summary(much + "old " + much, much + "new " + much));
        assertThat(told)
                .contains("[-old-][+new+]")
                .startsWith("…")
                .endsWith("…")
                .hasSizeLessThan(500);
    }

    @Test
    void valuesThatAreNewOrGoneAreMarked() {
        Practice changed = PRACTICE.toBuilder()
                .mainImplementers(List.of(OrganisationRef.named("Red Cross"), OrganisationRef.named("Scouts")))
                .build();
        assertThat(told(between(PRACTICE, changed).changes().get(0)))
                .isEqualTo("Red Cross[+Scouts+][-City of Aarhus-]");
    }

    @Test
    void personsAreCalledAsWhoeverLooksMayKnowThem() {
        Practice changed = PRACTICE.toBuilder().contact(SOMEBODY).build();
        Difference difference = Difference.between(PRACTICE, changed, VOICE, person -> "Ada");
        assertThat(told(difference.changes().get(0))).isEqualTo("[+Ada+]");
    }

    @Test
    void thePiecesMakeUpBothTexts() {
        Random random = new Random(7);
        for (int turn = 0; turn < 2_000; turn++) {
            String before = text(random);
            String after = text(random);
            List<Piece> pieces = new TextComparison(new Effort()).pieces(before, after);
            assertThat(text(pieces, Fate.ADDED)).isEqualTo(before);
            assertThat(text(pieces, Fate.REMOVED)).isEqualTo(after);
        }
    }

    @Test
    void textsOfWhichNothingIsAlikeAreToldAsReplaced() {
        String before = IntStream.range(0, 10_000).mapToObj(each -> "a" + each).collect(Collectors.joining(" "));
        String after = IntStream.range(0, 10_000).mapToObj(each -> "b" + each).collect(Collectors.joining(" "));
        assertThat(told(summary(before, after))).isEqualTo("[-" + before + "-][+" + after + "+]");
    }

    private static Change summary(String before, String after) {
        return between(
                        PRACTICE.toBuilder().summary(before).build(),
                        PRACTICE.toBuilder().summary(after).build())
                .changes()
                .get(0);
    }

    private static Difference between(ContentItem before, ContentItem after) {
        return Difference.between(before, after, VOICE, PersonId::value);
    }

    /** Short, so that nothing is left out, of few words, line ends and characters of every width. */
    private static String text(Random random) {
        List<String> parts =
                List.of("one", "two", " ", " ", "\n", "\r\n", "\u2028", "移", "民", "𠀀", "é", "e\u0301", "🙂", ".");
        return random.ints(random.nextInt(30), 0, parts.size())
                .mapToObj(parts::get)
                .collect(Collectors.joining());
    }

    private static String text(List<Piece> pieces, Fate without) {
        return pieces.stream()
                .filter(piece -> piece.fate() != without)
                .map(piece -> piece.said().text())
                .collect(Collectors.joining());
    }

    private static String told(Change change) {
        return change.pieces().stream()
                .map(piece -> switch (piece.fate()) {
                    case KEPT -> piece.said().text();
                    case ADDED -> "[+" + piece.said().text() + "+]";
                    case REMOVED -> "[-" + piece.said().text() + "-]";
                    case LEFT_OUT -> "…";
                })
                .collect(Collectors.joining());
    }
}
