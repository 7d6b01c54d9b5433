package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeniedTest {

    private static final List<String> ACTS_OF_OTHERS = List.of(
            "/return {\"text\":\"x\"}",
            "/decline {\"text\":\"x\"}",
            "/panel {\"reviewers\":[]}",
            "/seats {\"reviewer\":\"x\"}",
            "/further-seat {\"reviewer\":\"x\"}",
            "/seats/1/replacement {\"reviewer\":\"x\"}",
            "/round-closure {}",
            "/retraction {\"reason\":\"x\"}",
            "/acceptance {}",
            "/refusal {}",
            "/recusal {}");
    private static final List<String> ACTS_OF_SUBMITTERS = List.of("/withdrawal {}", "/submission {}");
    private static final List<String> PARTS =
            List.of("", "/draft", "/working-copy", "/revisions/1", "/disclosure", "/candidates", "/journal");

    @AutoClose
    private static RunningServer server;

    private static Story story;
    private static String draft;

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
        story = Story.inReview(server, "Sample: denied to many");
        draft = server.contributor()
                .post("/api/v1/submissions?draft=true", Story.practice(server, "Sample: a secret draft"))
                .header("Location");
    }

    @Test
    void aVisitorReadsWhatIsPublicAndLearnsOfNothingElse() {
        String unknown = server.visitor().get("/api/v1/submissions/unknown").text();
        for (String part : PARTS) {
            Reply reply = server.visitor().get(story.path(part));
            assertThat(reply.status()).as(part).isEqualTo(404);
            assertThat(reply.text()).isEqualTo(unknown);
        }
        for (String act : ACTS_OF_OTHERS) {
            assertThat(act(server.visitor(), act).text()).as(act).isEqualTo(unknown);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/submissions", "/submissions?queue=all", "/people", "/organisations", "/journal"})
    void aVisitorIsAskedForATokenWhereOneIsNeeded(String path) {
        Reply reply = server.visitor().get("/api/v1" + path);
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("token-required");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    /** However wrong it is: who they are comes first. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/people", "/organisations", "/reviewers", "/checks", "/attachments?name=a", "/imports/roster"})
    void aVisitorsBodyIsNotReadWhereAPersonIsNeeded(String path) {
        Reply reply = server.visitor().post("/api/v1" + path, "{");
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("token-required");
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wrong", "demo-contributor2", "DEMO-CONTRIBUTOR", "demo-contributor=", ""})
    void aWrongTokenIsRefusedEvenWhereNoneIsNeeded(String token) {
        for (String path : List.of("/api/v1/items", "/api/v1/submissions/unknown", "/api/v1")) {
            Reply reply = server.visitor().get(path, "Authorization", "Bearer " + token);
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.code()).isEqualTo("token-unknown");
            assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic ZGVtbzpkZW1v", "demo-contributor", "Bearer", "Bearer a b", "Token demo-contributor"})
    void anotherWayToSayWhoOneIsIsRefused(String header) {
        assertThat(server.visitor().get("/api/v1/me", "Authorization", header).status())
                .isEqualTo(401);
    }

    @Test
    void nobodyButTheSubmitterKnowsOfADraft() {
        String unknown = server.contributor().get("/api/v1/submissions/unknown").text();
        for (String token : List.of(
                "",
                "demo-contributor",
                "demo-secretariat",
                "demo-administrator",
                "demo-reviewer-2",
                "demo-reviewer-8")) {
            for (String part : PARTS) {
                Reply reply = server.as(token).get(draft + part);
                assertThat(reply.status()).as(token + part).isEqualTo(404);
                assertThat(reply.text()).isEqualTo(unknown);
            }
        }
        String all = server.secretariat()
                        .get("/api/v1/submissions?queue=all&limit=100")
                        .text()
                + server.administrator()
                        .get("/api/v1/submissions?queue=all&stage=draft")
                        .text();
        assertThat(all).doesNotContain("a secret draft");
    }

    @Test
    void anotherContributorLearnsOfNothing() {
        for (String part : PARTS) {
            assertThat(server.as("demo-contributor").get(story.path(part)).status())
                    .as(part)
                    .isEqualTo(404);
        }
        for (String act : ACTS_OF_SUBMITTERS) {
            assertThat(act(server.as("demo-contributor"), act).status()).isEqualTo(404);
        }
    }

    @Test
    void theSubmitterActsForNobodyElse() {
        for (String act : ACTS_OF_OTHERS) {
            Reply reply = act(server.contributor(), act);
            assertThat(reply.status()).as(act).isEqualTo(403);
            assertThat(reply.code()).isEqualTo("forbidden");
        }
        assertThat(server.contributor().get(story.path("/candidates")).status()).isEqualTo(403);
        assertThat(server.contributor().get(story.path("/journal")).status()).isEqualTo(403);
    }

    @Test
    void aReviewerWhoIsNotOnThePanelLearnsOfNothing() {
        for (String part : PARTS) {
            assertThat(server.reviewer(3).get(story.path(part)).status())
                    .as(part)
                    .isEqualTo(404);
        }
        Reply review = server.reviewer(3).post(story.path("/reviews"), Story.review(story.digest(), "approve", ""));
        assertThat(review.status()).isEqualTo(404);
    }

    @Test
    void anInvitedReviewerReadsNoContentAndSeesNoOther() {
        assertThat(server.reviewer(2).get(story.path("/revisions/1")).status()).isEqualTo(403);
        assertThat(server.reviewer(2).get(story.path("/draft")).status()).isEqualTo(403);
        assertThat(server.reviewer(2).get(story.path("/candidates")).status()).isEqualTo(403);
        assertThat(server.reviewer(2).get(story.path("")).each("/rounds/0/seats", "person"))
                .containsExactly(server.reviewerId(2));
        assertThat(act(server.reviewer(2), "/withdrawal {}").status()).isEqualTo(403);
        assertThat(act(server.reviewer(2), "/panel {\"reviewers\":[]}").status())
                .isEqualTo(403);
    }

    @Test
    void theSecretariatNeitherReviewsNorSubmits() {
        assertThat(server.secretariat()
                        .post(story.path("/reviews"), Story.review(story.digest(), "approve", ""))
                        .status())
                .isEqualTo(403);
        for (String act : List.of("/acceptance {}", "/recusal {}", "/withdrawal {}")) {
            assertThat(act(server.secretariat(), act).status()).as(act).isEqualTo(403);
        }
        assertThat(server.secretariat()
                        .post("/api/v1/submissions", Story.practice(server, "Sample"))
                        .status())
                .isEqualTo(403);
        assertThat(server.secretariat().get("/api/v1/journal").status()).isEqualTo(403);
        assertThat(server.secretariat().post("/api/v1/journal/checkpoints").status())
                .isEqualTo(403);
        assertThat(server.secretariat()
                        .post("/api/v1/people/" + server.reviewerId(8) + "/erasure")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theAdministratorReadsEverythingAndDecidesNothing() {
        assertThat(server.administrator().get(story.path("")).status()).isEqualTo(200);
        assertThat(server.administrator().get(story.path("/journal")).status()).isEqualTo(200);
        for (String act : ACTS_OF_OTHERS) {
            assertThat(act(server.administrator(), act).status()).as(act).isEqualTo(403);
        }
        for (String act : ACTS_OF_SUBMITTERS) {
            assertThat(act(server.administrator(), act).status()).as(act).isEqualTo(403);
        }
    }

    @Test
    void contributorsAndReviewersKeepNoRecords() {
        for (Client client : List.of(server.contributor(), server.reviewer(2))) {
            assertThat(client.get("/api/v1/people").status()).isEqualTo(403);
            assertThat(client.get("/api/v1/people/" + server.reviewerId(4)).status())
                    .isEqualTo(404);
            assertThat(client.post("/api/v1/organisations", "{\"name\":\"Sample\",\"sector\":\"un\"}")
                            .status())
                    .isEqualTo(403);
            String organisation = client.get("/api/v1/organisations?q=IOM").at("/organisations/0/id");
            String affiliation = "{\"organisation\":\"%s\",\"sector\":\"un\"}".formatted(organisation);
            String own = client.get("/api/v1/me").at("/person");
            assertThat(client.post("/api/v1/people/" + own + "/affiliations", affiliation)
                            .status())
                    .isEqualTo(403);
            assertThat(client.post(
                                    "/api/v1/reviewers",
                                    "{\"name\":\"S\",\"organisation\":\"x\",\"languages\":[\"en\"]}")
                            .status())
                    .isEqualTo(403);
            assertThat(client.post("/api/v1/people/" + own + "/erasure").status())
                    .isEqualTo(403);
        }
    }

    private static Reply act(Client client, String act) {
        String[] parts = act.split(" ", 2);
        return client.post(story.path(parts[0]), parts[1]);
    }
}
