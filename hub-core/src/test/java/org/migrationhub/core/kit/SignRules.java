package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.vocabulary.Language;

/** The few signs that mean something in what is typed, and what they mean. */
abstract class SignRules extends SearchRules {

    private static final String BA = "babobubok";
    private static final String DA = "dabodudok";
    private static final String FA = "fabofufok";

    @BeforeEach
    void fill() {
        put(
                document("ba-da", Samples.practice(BA + " " + DA), 3),
                document("da-ba", Samples.practice(DA + " " + BA), 2),
                document("fa", Samples.practice(FA), 1),
                document(
                        "apart",
                        Samples.practice(BA).toBuilder()
                                .text(Language.FR, PracticeText.of(DA, DA))
                                .build()));
    }

    @Test
    void wordsInQuotationMarksMustStandTogether() {
        for (String quoted : List.of(
                "\"babobubok dabodudok\"",
                "\"Babobubok, d\u00E1bodudok!\"",
                "\u00ABbabobubok dabodudok\u00BB",
                "\u201Cbabobubok-dabodudok\u201D",
                "\"babobubok dabodudok")) {
            assertThat(found(quoted)).as(quoted).containsExactly("ba-da");
        }
        assertThat(found("\"dabodudok babobubok\"")).containsExactly("da-ba");
        assertThat(found("\"babobubok\"")).containsExactlyInAnyOrder("ba-da", "da-ba", "apart");
        assertThat(found("\"babobubok dabodudok babobubok\"")).isEmpty();
        assertThat(found("babobubok dabodudok")).containsExactlyInAnyOrder("ba-da", "da-ba", "apart");
    }

    @Test
    void quotedWordsStandTogetherInScriptsWithoutSpacesToo() {
        put(document("zh", Samples.practice("\u5728\u5C3C\u65E5\u5C14IOM\u7684\u79FB\u6C11\uFF0C\u7EC4\u7EC7"), 9));

        assertThat(found("\"\u65E5\u5C14 IOM \u7684\u79FB\"")).containsExactly("zh");
        assertThat(found("\"\u79FB\u6C11 \u7EC4\u7EC7\"")).containsExactly("zh");
        assertThat(found("\"\u79FB\u6C11\u7EC4\u7EC7\"")).isEmpty();
        assertThat(found("\"\u7684 IOM\"")).isEmpty();
    }

    @Test
    void whatHasAHyphenBeforeItMustNotOccur() {
        assertThat(found("babobubok -fabofufok")).containsExactlyInAnyOrder("ba-da", "da-ba", "apart");
        assertThat(found("babobubok -\"babobubok dabodudok\"")).containsExactlyInAnyOrder("da-ba", "apart");
        assertThat(found("-dabodudok babobubok")).isEmpty();
        assertThat(found("-DABODUDOK")).containsExactly("fa");
        assertThat(found("-babobubok -dabodudok")).containsExactly("fa");
        assertThat(found("babobubok-dabodudok"))
                .as("within a word it keeps words apart")
                .containsExactlyInAnyOrder("ba-da", "da-ba", "apart");
    }

    @Test
    void betweenAlternativesOneIsEnough() {
        assertThat(found("babobubok OR fabofufok")).containsExactlyInAnyOrder("ba-da", "da-ba", "apart", "fa");
        assertThat(found("\"babobubok dabodudok\" OR fabofufok OR gabogugok")).containsExactlyInAnyOrder("ba-da", "fa");
        assertThat(found("dabodudok babobubok OR fabofufok")).containsExactlyInAnyOrder("ba-da", "da-ba", "apart");
        assertThat(found("babobubok OR fabofufok -dabodudok")).containsExactly("fa");
    }

    @Test
    void signsThatMakeNoSenseOnlyKeepWordsApart() {
        for (String words : List.of(
                "OR fabofufok",
                "fabofufok OR",
                "- fabofufok",
                "fabofufok -",
                "\"\" fabofufok",
                "(fabofufok)",
                "fabofufok*",
                "+fabofufok",
                "fabofufok OR OR fabofufok")) {
            assertThat(found(words)).as(words).containsExactly("fa");
        }
    }
}
