package org.migrationhub.server.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FormRules;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.content.Submitting;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.OrganisationEvent;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Criterion;
import org.migrationhub.core.review.EligibilityRule;
import org.migrationhub.core.review.Reason;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SeatStateName;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.VerdictOutcome;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.account.Scope;
import org.migrationhub.server.message.MessageKind;
import org.migrationhub.server.message.MessageState;

/** Whatever has a code and can be met on a page has words in every language, and no words outlive their code. */
class RulesWordsTest {

    static List<Language> languages() {
        return Words.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everythingWithACodeIsSaid(Language language) {
        Terms terms = Voice.in(language).terms();
        said(StageName.values(), terms::stage);
        said(SeatStateName.values(), terms::seat);
        said(ReviewOutcome.values(), terms::outcome);
        said(VerdictOutcome.values(), terms::outcome);
        said(Criterion.values(), terms::criterion);
        said(Criterion.values(), terms::question);
        said(Act.values(), terms::act);
        said(Role.values(), terms::role);
        said(Sector.values(), terms::sector);
        said(Scope.values(), terms::scope);
        said(MessageKind.values(), terms::message);
        said(MessageState.values(), terms::delivery);
    }

    @Test
    void everyViolationHasWordsAndNoOtherHas() {
        assertThat(keys("violation.")).isEqualTo(violations());
    }

    @Test
    void codesThatArePutTogetherAreFoundToo() {
        assertThat(CodesInSources.endings())
                .as("besides .required, which the rules of forms add to the name of a field, only columns have endings")
                .containsExactly(".id", ".office", ".required");
        assertThat(violations())
                .contains("title.required", "summary.required", "at-a-glance.required")
                .contains("text.line-break", "password.obvious", "token.spent", "panel.un", "seats-itself")
                .contains("name.required", "cell.uneven", "field.type", "affiliation-changed");
        assertThat(CodesInSources.violations()).doesNotContain("title.required");
    }

    @Test
    void everyReasonHasWordsWithWhatWouldChangeIt() {
        Set<String> expected = reasons()
                .flatMap(code -> Stream.of(code, code + ".remedy"))
                .collect(Collectors.toCollection(TreeSet::new));
        expected.add("declared"); // by a reviewer: no rule says it, and nothing changes it
        assertThat(keys("reason.")).isEqualTo(expected);
    }

    @Test
    void everyEventHasWords() {
        int events = Stream.of(SubmissionEvent.class, PersonEvent.class, OrganisationEvent.class)
                .mapToInt(kind -> kind.getPermittedSubclasses().length)
                .sum();
        Set<String> expected = CodesInSources.events();
        assertThat(expected).as("all of them and the checkpoint").hasSize(events + 1);
        assertThat(keys("event.")).isEqualTo(expected);
    }

    @Test
    void everyDelayOfAMessageHasWords() {
        Set<String> expected = CodesInSources.delays();
        assertThat(expected).contains("erased", "no-address", "too-old", "not-encrypted", "discarded");
        expected.add("smtp");
        assertThat(keys("delivery.why.")).isEqualTo(expected);
        assertThat(Voice.in(Language.FR).terms().delay("smtp-550")).contains("550");
    }

    @Test
    void aViolationThatIsTheReasonOfARuleIsSaidInItsWords() {
        Violation violation = new Violation("/reviewer", "submitter", "This person submitted the item.");
        assertThat(Voice.in(Language.ES).terms().complaint(violation).text())
                .isEqualTo("Esta persona presentó el elemento.");
    }

    @Test
    void aReasonOfSomebodyElsesRuleIsSaidInEnglishAndMarkedSo() {
        Said said = Voice.in(Language.AR)
                .terms()
                .reason(new Reason("no-quorum", "There is no quorum.", "", "Wait for it."));
        assertThat(said).isEqualTo(Said.in(Language.EN, "There is no quorum."));
    }

    private static <T> void said(T[] values, Function<T, String> say) {
        assertThat(Stream.of(values).map(say).distinct()).hasSameSizeAs(values).noneMatch(String::isBlank);
    }

    private static Stream<String> reasons() {
        return Stream.concat(
                Arrays.stream(EligibilityRule.values()).map(EligibilityRule::code), CodesInSources.reasons().stream());
    }

    private static Set<String> violations() {
        Set<String> codes = CodesInSources.violations();
        Stream.of(Practice.in(Language.EN).build(), Resource.in(Language.EN).build())
                .flatMap(RulesWordsTest::complaints)
                .forEach(codes::add);
        return codes;
    }

    private static Stream<String> complaints(ContentItem item) {
        return FormRules.check(item, Submitting.unaffiliated(2027)).violations().stream()
                .map(Violation::code);
    }

    /** What keys of this beginning go on with; that all languages have the same is tested elsewhere. */
    private static Set<String> keys(String beginning) {
        return Words.in(Language.EN).all().keySet().stream()
                .filter(key -> key.startsWith(beginning))
                .map(key -> key.substring(beginning.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
