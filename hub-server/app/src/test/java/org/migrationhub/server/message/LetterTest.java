package org.migrationhub.server.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.message.Letter.Action;
import org.migrationhub.server.message.Letter.Fact;

class LetterTest {

    @Test
    void whatSomebodyWroteStaysOneLineAndTurnsNothing() {
        Letter letter = letter(Language.EN, "Title\r\nBcc: victim@example.org\u2028\u0085\u202Etxt.exe", Language.EN);
        assertThat(letter.subject()).isEqualTo("Title Bcc: victim@example.org txt.exe");
        assertThat(letter.plain()).contains("Title: Title Bcc: victim@example.org txt.exe\n");
    }

    @Test
    void aPageHoldsWhatSomebodyWroteAsText() {
        Letter letter = letter(Language.EN, "<script>alert('x')</script> & \"more\"", Language.EN);
        assertThat(letter.html())
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;")
                .doesNotContain("<script");
    }

    @Test
    void everyPartSaysItsLanguageAndDirection() {
        Letter letter = letter(Language.AR, "A title", Language.EN);
        assertThat(letter.html())
                .contains("<html lang=\"ar\" dir=\"rtl\">", "<bdi lang=\"en\" dir=\"ltr\">A title</bdi>");
        assertThat(letter.plain()).contains("\u2068A title\u2069");
    }

    @Test
    void aSubjectIsShortenedBetweenCharacters() {
        Letter letter = letter(Language.EN, "😀".repeat(300), Language.EN);
        assertThat(letter.subject().codePoints()).hasSize(200).endsWith((int) '…');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"javascript:alert(1)", "//example.org", "https://example.org/a b", "https://example.org/\n"})
    void aLinkLeadsToAPage(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Action("Go on", address));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountMessage(
                        MessageKind.RESET_PASSWORD, "a@example.org", Language.EN, null, address, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "@example.org",
                "a@example.org, b@example.org",
                "Ana <a@example.org>",
                "a@example.org\r\nRCPT TO:<b@example.org>",
                "a b@example.org",
                "ä@example.org"
            })
    void whatIsntExactlyOneAddressIsNone(String address) {
        assertThat(Mailer.address(address)).isEmpty();
    }

    @Test
    void anAddressMayHaveADomainInAnyScript() {
        assertThat(Mailer.address("ana@пример.рф"))
                .hasValueSatisfying(address -> assertThat(address.getAddress()).isEqualTo("ana@xn--e1afmkfd.xn--p1ai"));
    }

    private static Letter letter(Language language, String title, Language ofTitle) {
        return new Letter(
                language,
                title,
                "Hello,",
                "Text.",
                List.of(new Fact("Title", title, ofTitle)),
                new Action("Go on", "https://hub.example.org/"),
                "Footer");
    }
}
