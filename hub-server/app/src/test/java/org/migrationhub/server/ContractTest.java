package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What holds the answers against the description sees what isn't as described. */
class ContractTest {

    private static final String JSON = "application/json";

    @Test
    void everyExampleIsAsItsSchemaSays() {
        assertThat(Contract.OF_API.wrongExamples()).isEmpty();
        assertThat(Contract.OF_API.countOfExamples()).isPositive();
    }

    @Test
    void aBodyThatIsOtherwiseIsToldWithOperationStatusAndPlace() {
        Reply reply = reply(200, JSON, "{\"roles\":[\"visitor\",\"king\"],\"crown\":true}");
        assertThatThrownBy(() -> Contract.OF_API.hold("GET", "/api/v1/me", reply))
                .isInstanceOf(AssertionError.class)
                .hasMessageContainingAll("whoAmI answered 200", "\"/roles/1\"", "crown");
    }

    @Test
    void aStatusOrTypeThatIsNotDescribedIsTold() {
        assertThatThrownBy(() -> Contract.OF_API.hold("GET", "/api/v1/me", reply(201, JSON, "{\"roles\":[]}")))
                .hasMessageContaining("whoAmI answered 201, which isn't described");
        assertThatThrownBy(() -> Contract.OF_API.hold("GET", "/api/v1/me", reply(200, "text/html", "")))
                .hasMessageContaining("whoAmI answered 200 as \"text/html\"");
        assertThatThrownBy(() -> Contract.OF_API.hold("GET", "/api/v1/me", reply(401, JSON, "{}")))
                .hasMessageContaining("whoAmI answered 401 as \"application/json\"");
        assertThatThrownBy(() -> Contract.OF_API.hold("GET", "/api/v1/me", problem(404, "not-found")))
                .hasMessageContaining("whoAmI answered 404, which isn't described");
        assertThatThrownBy(() -> Contract.OF_API.hold("GET", "/api/v1/me", reply(500, JSON, "{}")))
                .hasMessageContaining("whoAmI answered 500, which isn't described");
    }

    @Test
    void aCodeThatAnOperationDoesntNameIsTold() {
        assertThatThrownBy(() -> Contract.OF_API.hold("GET", "/api/v1/me", problem(401, "token-required")))
                .hasMessageContaining(
                        "whoAmI answered with the code \"token-required\", which its x-problems don't name");
        assertThatThrownBy(() -> Contract.OF_API.hold("GET", "/api/v1/me", problem(401, "not-acceptable")))
                .hasMessageContaining("whoAmI answered 401 with the code \"not-acceptable\"");
        assertThatThrownBy(() -> Contract.OF_API.hold("GET", "/api/v1/nothing", problem(404, "unheard-of")))
                .hasMessageContaining("answered 404 with the code \"unheard-of\"");
    }

    @Test
    void whatEveryOperationMayAnswerWithNeedNotBeNamedByEach() {
        assertThatCode(() -> Contract.OF_API.hold("GET", "/api/v1/me", problem(500, "fault")))
                .doesNotThrowAnyException();
        assertThatCode(() -> Contract.OF_API.hold("GET", "/api/v1/me", problem(429, "too-many-requests")))
                .doesNotThrowAnyException();
    }

    @Test
    void aProblemIsHeldWhateverWasAskedFor() {
        Reply reply = reply(404, "application/problem+json", "{\"title\":\"Nothing\"}");
        assertThatThrownBy(() -> Contract.OF_API.hold("GET", "/api/v1/nothing", reply))
                .hasMessageContaining("required property");
    }

    private static Reply problem(int status, String code) {
        return reply(
                status,
                "application/problem+json",
                "{\"type\":\"#\",\"title\":\"No\",\"status\":%d,\"code\":\"%s\"}".formatted(status, code));
    }

    private static Reply reply(int status, String type, String text) {
        HttpHeaders headers = HttpHeaders.of(Map.of("Content-Type", List.of(type)), (name, value) -> true);
        return new Reply(status, headers, text);
    }
}
