package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is only tried. */
class DryRunTest {

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
    }

    @Test
    void whatWouldHappenIsAnsweredAndNothingDoes() {
        Story story = Story.submitted(server, "Sample: a panel that is tried");
        String journal = server.administrator().get("/api/v1/journal").text();
        String version = server.secretariat().get(story.path("")).header("ETag");

        Reply tried = server.secretariat().post(story.path("/panel?dryRun=true"), Story.panel(server, 2, 4, 5));

        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.at("/stage")).isEqualTo("in-review");
        assertThat(tried.each("/rounds/0/seats", "person")).contains(server.reviewerId(4));
        assertThat(tried.header("ETag")).isEmpty();
        assertThat(story.stage()).isEqualTo("submitted");
        assertThat(server.secretariat().get(story.path("")).header("ETag")).isEqualTo(version);
        assertThat(server.administrator().get("/api/v1/journal").text()).isEqualTo(journal);
    }

    @Test
    void whatWouldBeRefusedIsRefusedForTheSameReasons() {
        Story story = Story.submitted(server, "Sample: a bad panel that is tried");
        String panel = Story.panel(server, 4, 5, 6);
        Reply tried = server.secretariat().post(story.path("/panel?dryRun=true"), panel);
        assertThat(tried.status()).isEqualTo(422);
        assertThat(tried.text())
                .isEqualTo(
                        server.secretariat().post(story.path("/panel"), panel).text());
        assertThat(server.contributor()
                        .post(story.path("/panel?dryRun=true"), panel)
                        .status())
                .isEqualTo(403);
        assertThat(server.secretariat()
                        .post(story.path("/panel?dryRun=true"), panel, "If-Match", "\"99\"")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void whatIsCreatedOnlyInATrialIsNowhere() {
        String journal = server.administrator().get("/api/v1/journal").text();
        String item = Story.practice(server, "Sample: tried practice");
        String after = server.administrator().get("/api/v1/journal").text();

        Reply tried = server.contributor().post("/api/v1/submissions?dryRun=true", item);

        assertThat(journal).isNotEqualTo(after);
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.at("/stage")).isEqualTo("submitted");
        assertThat(tried.header("Location")).isEmpty();
        assertThat(server.contributor().get("/api/v1/submissions/" + tried.id()).status())
                .isEqualTo(404);
        Reply person = server.secretariat().post("/api/v1/people?dryRun=true", "{\"name\":\"Sample nobody\"}");
        assertThat(person.status()).isEqualTo(200);
        assertThat(server.secretariat().get("/api/v1/people/" + person.id()).status())
                .isEqualTo(404);
        assertThat(server.administrator()
                        .post("/api/v1/journal/checkpoints?dryRun=true")
                        .status())
                .isEqualTo(200);
        assertThat(server.administrator().get("/api/v1/journal").text()).isEqualTo(after);
    }

    @Test
    void aFileThatIsTriedIsInspectedAndNotKept() {
        byte[] bytes = "A sample that is only tried".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        Reply tried = server.contributor()
                .post("/api/v1/attachments?name=tried.txt&dryRun=true", bytes, "Content-Type", "text/plain");
        assertThat(tried.status()).isEqualTo(200);
        String item = Story.practice(server, "Sample: with a tried file")
                .replace("\"period\"", "\"attachments\":[" + tried.text() + "],\"period\"");
        assertThat(server.contributor().post("/api/v1/submissions", item).violations())
                .containsExactly("/attachments/0 attachment.unknown");
        assertThat(server.contributor()
                        .post("/api/v1/attachments?name=tried.pdf&dryRun=true", bytes)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aReviewerWhoTriesLearnsNothingOfTheOthers() {
        Story story = Story.inReview(server, "Sample: a review that is tried");
        assertThat(server.reviewer(2)
                        .post(story.path("/acceptance?dryRun=true"), "{}")
                        .status())
                .isEqualTo(204);
        story.accept(2).accept(4).accept(5).review(4, "approve", "").review(5, "approve", "");
        String approval = Story.review(story.digest(), "approve", "");
        Reply tried = server.reviewer(2).post(story.path("/reviews?dryRun=true"), approval);
        assertThat(tried.status()).isEqualTo(204);
        assertThat(tried.text()).isEmpty();
        assertThat(server.reviewer(2)
                        .post(story.path("/reviews?dryRun=true"), Story.review(story.digest(), "decline", ""))
                        .status())
                .isEqualTo(422);
        assertThat(server.reviewer(2)
                        .post(story.path("/recusal?dryRun=true"), "{}")
                        .status())
                .isEqualTo(204);
        assertThat(story.stage()).isEqualTo("in-review");
    }

    @Test
    void nobodyTriesWhatIsRead() {
        assertThat(server.visitor().get("/api/v1/items?dryRun=true").violations())
                .containsExactly("dryRun parameter.unknown");
        assertThat(server.secretariat()
                        .post("/api/v1/people?dryRun=perhaps", "{\"name\":\"S\"}")
                        .violations())
                .containsExactly("dryRun code.unknown");
    }
}
