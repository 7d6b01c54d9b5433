package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who reviews is told to nobody who shouldn't know. */
class AnonymityTest {

    @AutoClose
    private static RunningServer server;

    private static List<String> canaries;
    private static List<String> ids;

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
        Story.published(server, "Sample: a finished round");
        Story.inReview(server, "Sample: an open round").accept(2).review(2, "approve", "Fine by me.");
        canaries = new ArrayList<>(List.of("Sample reviewer"));
        for (int number = 1; number <= 8; number++) {
            canaries.add(server.reviewerId(number));
        }
        ids = new ArrayList<>(server.administrator()
                .get("/api/v1/submissions?queue=all&limit=100")
                .each("/submissions", "id"));
        ids.addAll(server.contributor().get("/api/v1/submissions?limit=100").each("/submissions", "id"));
        ids.addAll(server.administrator().get("/api/v1/organisations?limit=100").each("/organisations", "id"));
        ids.addAll(canaries.subList(1, canaries.size()));
    }

    @Test
    void noAnswerToASubmitterOrVisitorTellsAReviewer() {
        for (String token : List.of("", "demo-contributor", "demo-contributor-2")) {
            for (String address : addresses()) {
                Reply reply = server.as(token).get(address);
                String whole = reply.text() + reply.headers().map();
                canaries.forEach(
                        canary -> assertThat(whole).as("%s: %s", token, address).doesNotContain(canary));
            }
        }
    }

    @Test
    void theSecretariatDoesKnow() {
        String all = String.join(
                "",
                addresses().stream()
                        .map(address -> server.secretariat().get(address).text())
                        .toList());
        assertThat(all).contains(canaries);
    }

    @Test
    void aSubmitterLearnsNotWhenSomebodyActed() {
        Story story = Story.inReview(server, "Sample: watched closely");
        Reply lineBefore = server.contributor().get("/api/v1/submissions");
        Reply before = server.contributor().get(story.path(""));
        story.accept(4).review(4, "request-changes", "Say more.");
        Reply after = server.contributor().get(story.path(""));
        assertThat(after.text()).isEqualTo(before.text());
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
        assertThat(server.contributor().get("/api/v1/submissions").text()).isEqualTo(lineBefore.text());
    }

    /** Every address that can be read, with every id that there is. */
    private static List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        String file = server.visitor().get("/api/v1/items/" + anyItem()).at("/content/attachments/0/sha256");
        server.visitor().get("/api/v1").json().at("/operations").forEach(operation -> {
            if (operation.path("method").asText().equals("GET")) {
                String path =
                        operation.path("path").asText().replace("{number}", "1").replace("{sha256}", file);
                List<String> filled = path.contains("{id}") ? ids : List.of("");
                filled.forEach(id -> addresses.add(path.replace("{id}", id)));
            }
        });
        addresses.addAll(List.of(
                "/api/v1/submissions?queue=reviews",
                "/api/v1/submissions?queue=all",
                "/api/v1/submissions?queue=overdue",
                "/api/v1/items?limit=100&sort=newest",
                "/api/v1/items?q=reviewer",
                "/api/v1/people?roster=true"));
        return addresses;
    }

    private static String anyItem() {
        return server.visitor().get("/api/v1/items?limit=1").at("/items/0/id");
    }
}
