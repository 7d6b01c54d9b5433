package org.migrationhub.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispositionTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "report.pdf|report.pdf|report.pdf",
                "My report (2).pdf|My report (2).pdf|My%20report%20%282%29.pdf",
                "é.txt|_.txt|%C3%A9.txt",
                "示👩.txt|__.txt|%E7%A4%BA%F0%9F%91%A9.txt",
                "100%.txt|100_.txt|100%25.txt",
                "a;b='c'.txt|a;b='c'.txt|a%3Bb%3D%27c%27.txt",
                "a\"b\\c.txt|a_b_c.txt|a%22b%5Cc.txt"
            })
    void aNameIsGivenInFullAndInAscii(String name, String ascii, String extended) {
        assertThat(Disposition.attachment(name))
                .isEqualTo("attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + extended);
    }

    /** Such names aren't stored; if one were, it would break out of nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: b=c", "a\u0000b", "a\u202Eb", "\"; filename=\"b.html", "../b"})
    void noNameBreaksOutOfTheField(String name) {
        String field = Disposition.attachment(name);
        assertThat(field)
                .matches("attachment; filename=\"[ -~&&[^\"\\\\%]]*\"; filename\\*=UTF-8''[!#-&+.0-9A-Z^-z|~-]*");
        assertThat(URLDecoder.decode(field.replaceFirst(".*''", ""), StandardCharsets.UTF_8))
                .isEqualTo(name);
    }
}
