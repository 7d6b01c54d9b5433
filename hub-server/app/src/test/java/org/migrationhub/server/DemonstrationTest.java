package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.migrationhub.core.review.StageName;
import org.migrationhub.server.demo.DemoAccounts;

class DemonstrationTest {

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
    }

    @ParameterizedTest
    @EnumSource(StageName.class)
    void thereIsAnItemInEveryStage(StageName stage) {
        String address = "/api/v1/submissions?queue=%s&stage=" + stage.code();
        int found = server.secretariat()
                        .get(address.formatted("all"))
                        .json()
                        .at("/submissions")
                        .size()
                + server.contributor()
                        .get(address.formatted("mine"))
                        .json()
                        .at("/submissions")
                        .size()
                + server.as("demo-contributor")
                        .get(address.formatted("mine"))
                        .json()
                        .at("/submissions")
                        .size();
        assertThat(found).isPositive();
    }

    @Test
    void everybodyHasAnAccountWithThePasswordThatIsTold() {
        for (String somebody :
                List.of("demo-secretariat", "demo-contributor", "demo-reviewer-1", "demo-administrator")) {
            Browser browser = new Browser(server);
            assertThat(browser.logIn(somebody + "@example.org", DemoAccounts.PASSWORD)
                            .status())
                    .isEqualTo(201);
            assertThat(browser.get("/api/v1/me").text())
                    .isEqualTo(server.as(somebody).get("/api/v1/me").text());
        }
    }

    @Test
    void atLeastTwelveItemsArePublicAndEveryTextSaysThatItIsASample() {
        List<String> addresses = server.visitor().get("/api/v1/items?limit=100").each("/items", "address");
        assertThat(addresses).hasSizeGreaterThanOrEqualTo(12);
        for (String address : addresses) {
            JsonNode texts = server.visitor().get(address).json().at("/content/texts");
            texts.forEach(text -> assertThat(text.path("summary").asText().toUpperCase(Locale.ROOT))
                    .containsAnyOf(
                            "SAMPLE TEXT",
                            "TEXTO DE MUESTRA",
                            "TEXTE D’EXEMPLE",
                            "نص تجريبي",
                            "ОБРАЗЕЦ ТЕКСТА",
                            "示例文字"));
        }
    }

    @Test
    void aReviewIsOverdueAndSomebodyIsAskedForIt() {
        assertThat(server.secretariat()
                        .get("/api/v1/submissions?queue=overdue")
                        .json()
                        .at("/submissions"))
                .isNotEmpty();
        long asked = 0;
        for (int number = 1; number <= 7; number++) {
            asked += server.reviewer(number)
                    .get("/api/v1/submissions?queue=reviews")
                    .json()
                    .at("/submissions")
                    .size();
        }
        assertThat(asked).isPositive();
    }

    @Test
    void theDemonstrationsPastIsOverWhenItListens() {
        Reply journal = server.administrator().get("/api/v1/journal");
        assertThat(journal.text().lines().count()).isGreaterThan(150);
        Story story = Story.submitted(server, "Sample: now");
        String at = server.contributor().get(story.path("")).at("/startedAt");
        assertThat(Duration.between(Instant.parse(at), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void conflictsOfInterestAreExplained() {
        String own = server.as("demo-contributor")
                .get("/api/v1/submissions?stage=update-submitted")
                .at("/submissions/0/id");
        Reply candidates = server.secretariat().get("/api/v1/submissions/" + own + "/candidates");
        assertThat(candidates.text())
                .contains("same-organisation-as-submitter")
                .contains("same-organisation-as-implementer");
    }
}
