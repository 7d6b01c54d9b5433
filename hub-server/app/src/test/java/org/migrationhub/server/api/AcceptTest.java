package org.migrationhub.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {

    private static final List<String> BOTH = List.of("application/json", "application/x-ndjson");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*|application/json",
                "application/*|application/json",
                "application/x-ndjson|application/x-ndjson",
                "application/json;q=0.5, application/x-ndjson|application/x-ndjson",
                "application/json;q=0, */*;q=0.1|application/x-ndjson",
                "APPLICATION/X-NDJSON ; Q=0.2|application/x-ndjson",
                "text/html, */*;q=0.8|application/json",
                "text/html|none",
                "application/json;q=2|none",
                "application/json;q=x|none",
                ",;,|none"
            })
    void theBestTypeIsChosen(String header, String type) {
        assertThat(Accept.best(header, BOTH).orElse("none")).isEqualTo(type);
    }

    @Test
    void withoutTheHeaderTheUsualTypeIsChosen() {
        assertThat(Accept.best(null, BOTH)).contains("application/json");
        assertThat(Accept.best("text/plain", List.of("text/plain; charset=utf-8")))
                .contains("text/plain; charset=utf-8");
    }
}
