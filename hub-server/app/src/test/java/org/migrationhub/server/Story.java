package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

/** Brings a submission along its way over HTTP, and holds at each step that it went well. */
final class Story {

    static final String SUBMISSIONS = "/api/v1/submissions";

    private final RunningServer server;
    private final String id;

    private Story(RunningServer server, String id) {
        this.server = server;
        this.id = id;
    }

    /** A practice that contributor 2 may submit. Its focal point is registered by who may register any number of people. */
    static String practice(RunningServer server, String title) {
        return practice(server, title, "Sample text. ".repeat(30).strip());
    }

    static String practice(RunningServer server, String title, String summary) {
        Reply focalPoint = server.secretariat().post("/api/v1/people", "{\"name\":\"Sample focal point\"}");
        return """
               {"kind":"practice","language":"en","texts":{"en":{"title":"%s","summary":"%s"}},
                "primaryObjectives":["objective-8"],"type":"practice-type-project","geography":{"countries":["NER"]},
                "period":{"startYear":2021},"mainImplementers":[{"name":"Sample lighthouse keepers"}],"focalPoint":"%s"}
               """.formatted(title, summary, focalPoint.id());
    }

    static Story submitted(RunningServer server, String title) {
        return handedIn(server, practice(server, title));
    }

    /** An item of contributor 2 in its JSON form. */
    static Story handedIn(RunningServer server, String item) {
        return new Story(
                server, created(server.contributor().post(SUBMISSIONS, item)).id());
    }

    /** One that is there already. */
    static Story of(RunningServer server, String id) {
        return new Story(server, id);
    }

    static Reply created(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply;
    }

    /** With reviewers 2 (UN), 4 and 5 (non-UN) on the panel. */
    static Story inReview(RunningServer server, String title) {
        Story story = submitted(server, title);
        return story.seat();
    }

    /** Seats reviewers 2, 4 and 5. */
    Story seat() {
        ok(server.secretariat().post(path("/panel"), panel(server, 2, 4, 5)));
        return this;
    }

    static Story published(RunningServer server, String title) {
        Story story = inReview(server, title);
        List.of(2, 4, 5).forEach(number -> story.accept(number).review(number, "approve", ""));
        return story;
    }

    /** Published, and then once more, with another summary in the second version. */
    static Story publishedTwice(RunningServer server, String title) {
        Story story = published(server, title);
        String item = server.contributor()
                .get(story.path("/revisions/1"))
                .json()
                .path("content")
                .toString();
        ok(server.contributor().post(story.path("/revisions"), item.replace("Sample text.", "Another text.")));
        story.seat();
        List.of(2, 4, 5).forEach(number -> story.accept(number).review(number, "approve", ""));
        return story;
    }

    static String panel(RunningServer server, int... numbers) {
        List<String> ids = Arrays.stream(numbers)
                .mapToObj(number -> "\"" + server.reviewerId(number) + "\"")
                .toList();
        return "{\"reviewers\":[" + String.join(",", ids) + "]}";
    }

    String id() {
        return id;
    }

    String path(String rest) {
        return SUBMISSIONS + "/" + id + rest;
    }

    Story accept(int reviewer) {
        ok(server.reviewer(reviewer).post(path("/acceptance")));
        return this;
    }

    Story review(int reviewer, String outcome, String text) {
        ok(tryReview(reviewer, outcome, text));
        return this;
    }

    Reply tryReview(int reviewer, String outcome, String text) {
        return server.reviewer(reviewer).post(path("/reviews"), review(digest(), outcome, text));
    }

    static String review(String digest, String outcome, String text) {
        return "{\"digest\":\"%s\",\"outcome\":\"%s\",\"text\":\"%s\"}".formatted(digest, outcome, text);
    }

    String digest() {
        return server.secretariat().get(path("")).at("/digest");
    }

    String stage() {
        return server.secretariat().get(path("")).at("/stage");
    }

    static Reply ok(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isBetween(200, 204);
        return reply;
    }
}
