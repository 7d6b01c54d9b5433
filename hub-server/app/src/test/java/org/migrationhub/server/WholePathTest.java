package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WholePathTest {

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
    }

    @Test
    void aPracticeIsSubmittedReviewedByThreePublishedAndFound() {
        Reply submitted =
                server.contributor().post("/api/v1/submissions", Story.practice(server, "Sample: lighthouses"));
        assertThat(submitted.status()).isEqualTo(201);
        assertThat(submitted.header("Location")).isEqualTo("/api/v1/submissions/" + submitted.id());
        assertThat(submitted.header("ETag")).isEqualTo("\"" + submitted.at("/version") + "\"");
        assertThat(submitted.at("/stage")).isEqualTo("submitted");
        String path = submitted.header("Location");

        Reply seated = server.secretariat().post(path + "/panel", Story.panel(server, 2, 4, 5));
        assertThat(seated.at("/stage")).isEqualTo("in-review");
        for (int number : new int[] {2, 4, 5}) {
            Client reviewer = server.reviewer(number);
            assertThat(reviewer.get(path + "/revisions/1").status()).isEqualTo(403);
            assertThat(reviewer.get(path + "/disclosure").each("/implementers", "name"))
                    .containsExactly("Sample lighthouse keepers");
            assertThat(reviewer.get(path + "/disclosure").text()).contains("\"names\":[\"Sample contributor");
            assertThat(reviewer.post(path + "/acceptance").status()).isEqualTo(200);
            Reply read = reviewer.get(path + "/revisions/1");
            assertThat(read.at("/content/texts/en/title")).isEqualTo("Sample: lighthouses");
            assertThat(reviewer.post(path + "/reviews", Story.review(read.at("/digest"), "approve", ""))
                            .status())
                    .isEqualTo(200);
        }

        assertThat(server.contributor().get(path).at("/stage")).isEqualTo("published");
        Reply item = server.visitor().get("/api/v1/items/" + submitted.id());
        assertThat(item.at("/content/texts/en/title")).isEqualTo("Sample: lighthouses");
        assertThat(item.at("/reviewed/approvals")).isEqualTo("3");
        assertThat(item.at("/reviewed/un")).isEqualTo("1");
        assertThat(item.at("/submittedOn")).matches("\\d{4}-\\d{2}-\\d{2}");
        Reply found = server.visitor().get("/api/v1/items?q=lighthouses");
        assertThat(found.each("/items", "id"))
                .as("before those of the lighthouse keepers, whose name is near")
                .startsWith(submitted.id());
    }

    @Test
    void whatThePanelWantsChangedComesBackAndIsPublishedAfterARevision() {
        Story story = Story.inReview(server, "Sample: ferries");
        story.accept(2).review(2, "approve", "");
        story.accept(4).review(4, "request-changes", "Say for whom.");
        story.accept(5).review(5, "approve", "");
        Reply back = server.contributor().get(story.path(""));
        assertThat(back.at("/stage")).isEqualTo("changes-requested");
        assertThat(back.at("/rounds/0/outcome")).isEqualTo("changes-requested");
        assertThat(back.text()).contains("Say for whom.");

        String better = Story.practice(server, "Sample: ferries for islanders");
        assertThat(Story.ok(server.contributor().post(story.path("/revisions"), better))
                        .at("/stage"))
                .isEqualTo("in-review");
        for (int number : new int[] {2, 4, 5}) {
            if (server.reviewer(number)
                            .get(story.path(""))
                            .at("/rounds/1/seats/0/state")
                            .equals("invited")
                    || server.reviewer(number).get(story.path("")).text().contains("accept-seat")) {
                story.accept(number);
            }
            story.review(number, "approve", "");
        }
        assertThat(server.visitor().get("/api/v1/items/" + story.id()).at("/content/texts/en/title"))
                .isEqualTo("Sample: ferries for islanders");
    }

    @Test
    void aDraftIsSavedReadChangedAndHandedIn() {
        Reply draft = server.contributor()
                .post("/api/v1/submissions?draft=true", "{\"kind\":\"practice\",\"language\":\"en\"}");
        assertThat(draft.at("/stage")).isEqualTo("draft");
        String path = draft.header("Location");
        assertThat(server.contributor().post(path + "/submission").violations())
                .contains("/texts/en/title title.required");

        String whole = Story.practice(server, "Sample: a draft");
        assertThat(server.contributor().put(path + "/draft", whole).status()).isEqualTo(200);
        assertThat(server.contributor().get(path + "/draft").at("/content/texts/en/title"))
                .isEqualTo("Sample: a draft");
        assertThat(server.contributor().post(path + "/submission").at("/stage")).isEqualTo("submitted");
    }

    @Test
    void aCheckTellsEverythingAndStoresNothing() {
        int before = server.contributor()
                .get("/api/v1/submissions")
                .json()
                .at("/submissions")
                .size();
        Reply report = server.contributor().post("/api/v1/checks", "{\"kind\":\"practice\",\"language\":\"en\"}");
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.at("/acceptable")).isEqualTo("false");
        assertThat(report.each("/violations", "code")).contains("title.required", "period.required");
        assertThat(report.each("/warnings", "code")).contains("principles.none");
        assertThat(server.contributor().get("/api/v1/submissions").json().at("/submissions"))
                .hasSize(before);
    }

    @Test
    void theSecretariatReturnsDeclinesAndRetracts() {
        Story returned = Story.submitted(server, "Sample: to be returned");
        Story.ok(server.secretariat().post(returned.path("/return"), "{\"text\":\"Say where.\"}"));
        assertThat(server.contributor().get(returned.path("")).at("/note")).isEqualTo("Say where.");

        Story declined = Story.submitted(server, "Sample: to be declined");
        Story.ok(server.secretariat().post(declined.path("/decline"), "{\"text\":\"Not a practice.\"}"));
        assertThat(declined.stage()).isEqualTo("declined");

        Story retracted = Story.published(server, "Sample: to be retracted");
        Story.ok(server.secretariat().post(retracted.path("/retraction"), "{\"reason\":\"It was a mistake.\"}"));
        Reply tombstone = server.visitor().get("/api/v1/items/" + retracted.id());
        assertThat(tombstone.status()).isEqualTo(410);
        assertThat(tombstone.code()).isEqualTo("gone");
        assertThat(tombstone.at("/reason")).isEqualTo("It was a mistake.");
    }

    @Test
    void seatsAreRefusedRecusedFilledAndReplaced() {
        Story story = Story.inReview(server, "Sample: a moving panel");
        assertThat(server.reviewer(2)
                        .post(story.path("/refusal"), "{\"reason\":\"No time.\"}")
                        .status())
                .isEqualTo(204);
        assertThat(server.reviewer(2).get(story.path("")).status()).isEqualTo(404);
        Story.ok(server.secretariat()
                .post(story.path("/seats"), "{\"reviewer\":\"%s\"}".formatted(server.reviewerId(3))));
        assertThat(server.reviewer(4).post(story.path("/recusal")).status()).isEqualTo(204);
        Story.ok(server.secretariat()
                .post(story.path("/seats"), "{\"reviewer\":\"%s\"}".formatted(server.reviewerId(6))));
        Reply replaced = server.secretariat()
                .post(story.path("/seats/3/replacement"), "{\"reviewer\":\"%s\"}".formatted(server.reviewerId(7)));
        assertThat(replaced.each("/rounds/0/seats", "state"))
                .containsExactly("declined", "recused", "replaced", "invited", "invited", "invited");
        assertThat(replaced.at("/rounds/0/seats/0/note")).isEqualTo("No time.");
    }

    @Test
    void aWithdrawnSubmissionIsNotReviewedAnyMore() {
        Story story = Story.inReview(server, "Sample: to be withdrawn");
        Story.ok(server.contributor().post(story.path("/withdrawal"), "{\"reason\":\"Later.\"}"));
        Reply late = server.reviewer(2).post(story.path("/acceptance"));
        assertThat(late.status()).isIn(404, 409);
        assertThat(story.stage()).isEqualTo("withdrawn");
    }

    @Test
    void aRoundThatIsLostIsClosed() {
        Story story = Story.inReview(server, "Sample: a lost round");
        assertThat(server.secretariat().post(story.path("/round-closure")).violations())
                .containsExactly(" round.open");
        story.accept(4).review(4, "request-changes", "Say more.");
        assertThat(Story.ok(server.secretariat().post(story.path("/round-closure")))
                        .at("/stage"))
                .isEqualTo("changes-requested");
    }

    @Test
    void candidatesAreExplainedPageByPage() {
        Story story = Story.submitted(server, "Sample: candidates");
        Reply first = server.secretariat().get(story.path("/candidates?limit=5"));
        assertThat(first.json().at("/candidates")).hasSize(5);
        assertThat(first.header("Link")).contains("rel=\"next\"").contains("cursor=" + first.at("/next"));
        Reply second = server.secretariat().get(story.path("/candidates?limit=5&cursor=" + first.at("/next")));
        assertThat(second.json().at("/candidates").size()).isEqualTo(3);
        assertThat(second.header("Link")).isEmpty();
        assertThat(second.text()).contains("affiliation-undetermined").contains("remedy");
    }

    @Test
    void theJournalOfASubmissionIsReadInBothForms() {
        Story story = Story.published(server, "Sample: a journal");
        Reply page = server.secretariat().get(story.path("/journal"));
        assertThat(page.at("/entries/0/event/type")).isEqualTo("submission-started");
        int all = page.json().at("/entries").size();
        Reply lines = server.secretariat().get(story.path("/journal"), "Accept", "application/x-ndjson");
        assertThat(lines.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(lines.text().lines()).hasSize(all);
        assertThat(server.secretariat()
                        .get(story.path("/journal?limit=2"), "Accept", "application/x-ndjson")
                        .text()
                        .lines())
                .hasSize(2);
    }

    @Test
    void theJournalOfASubmissionIsReadInPages() {
        Story story = Story.published(server, "Sample: a journal in pages");
        int all = server.secretariat()
                .get(story.path("/journal"))
                .json()
                .at("/entries")
                .size();
        List<Integer> sequences = new ArrayList<>();
        String path = story.path("/journal?limit=2");
        while (!path.isEmpty()) {
            Reply page = server.secretariat().get(path);
            page.json()
                    .at("/entries")
                    .forEach(entry -> sequences.add(entry.path("sequence").asInt()));
            String next = page.json().path("next").asText();
            path = next.isEmpty() ? "" : story.path("/journal?limit=2&cursor=" + next);
        }
        assertThat(sequences).isEqualTo(IntStream.rangeClosed(1, all).boxed().toList());
    }

    @Test
    void aReviewerExportsWhatTheyAreToReviewAndEveryReviewThatTheyFiled() {
        Story filed = Story.published(server, "Sample: a review to export");
        Story awaited = Story.inReview(server, "Sample: a review to come");

        Reply data = server.reviewer(4).get("/api/v1/me/data");

        assertThat(data.each("/reviews", "id"))
                .contains(filed.id(), awaited.id())
                .doesNotHaveDuplicates();
        assertThat(data.text()).contains("\"outcome\":\"approve\"");
    }
}
