package org.migrationhub.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.migrationhub.server.api.Operation;

/** A form that was refused is shown under the address to which it was sent, and its links lead there. */
class ReadingInsteadTest {

    private final List<Operation> pages = new Site(() -> URI.create("http://localhost")).operations();

    @Test
    void everyAddressToWhichAFormIsSentCanBeRead() {
        List<Pattern> read = pages.stream()
                .filter(page -> page.method().equals("GET"))
                .map(page -> Pattern.compile(page.path().replaceAll("\\{[^/]+}", "[^/]+")))
                .toList();
        assertThat(pages)
                .filteredOn(page -> page.method().equals("POST"))
                .hasSizeGreaterThan(100)
                .allSatisfy(form -> assertThat(read)
                        .as(form.path())
                        .anyMatch(page -> page.matcher(form.path()).matches()));
    }

    @Test
    void noAddressIsReadInTwoWays() {
        assertThat(pages).extracting(page -> page.method() + " " + page.path()).doesNotHaveDuplicates();
    }
}
