package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a submitter can do with what was handed in. */
class HandedInPagesTest extends SubmitPages {

    @Test
    void changesThatAreAskedForAreSeenWithTheReasonsAndHandedInAnew() {
        String id = begun("Sample: to be revised");
        whole(id, "Sample: to be revised");
        visitor.follow(MINE + "/" + id + "/handin", "version", version(visitor.open(edit(id, "check"))));
        Story.ok(server.secretariat()
                .post("/api/v1/submissions/" + id + "/return", "{\"text\":\"Sample reason to return.\"}"));
        Reply page = visitor.open(MINE + "/" + id);
        assertThat(page.text()).contains("Sample reason to return.").contains("It is your turn");
        visitor.follow(MINE + "/" + id + "/revise", "version", version(page));
        save(id, "texts", "texts/en/title", "Sample: that was revised", "texts/en/summary", SUMMARY);
        assertThat(visitor.open(MINE + "/" + id + "/changes").text())
                .contains("<del>to be</del>")
                .contains("<ins>that was</ins>");
        visitor.follow(MINE + "/" + id + "/handin", "version", version(visitor.open(edit(id, "check"))));
        assertThat(visitor.open(MINE + "/" + id).text())
                .containsSubsequence(
                        "Version 1 submitted</strong> · <span class=\"fine\">",
                        "Returned by the secretariat</strong> · <span class=\"fine\">",
                        "Sample reason to return.",
                        "Version 2 submitted</strong> · <span class=\"fine\">");
        assertThat(Visitor.of(server, "secretariat")
                        .open("/en/desk/items/" + id)
                        .text())
                .contains(
                        "What the submitter was asked to change", "Sample reason to return.", "Version 1, returned on");
    }

    @Test
    void whatHasHappenedIsToldInItsOrderWithEachVersionThatWasPublished() {
        Story story = Story.publishedTwice(server, "Sample: published twice");
        String content = server.contributor()
                .get(story.path("/revisions/2"))
                .json()
                .path("content")
                .toString();
        Story.ok(
                server.contributor().post(story.path("/revisions"), content.replace("Another text.", "A third text.")));
        String page = Visitor.of(server, "contributor-2")
                .open(MINE + "/" + story.id())
                .text();
        assertThat(page.substring(page.indexOf("class=\"timeline\"")))
                .containsSubsequence(
                        "Begun</strong>",
                        "Version 1 submitted</strong> · <span class=\"fine\">",
                        "Decision of the reviewers: approved</strong> · <span class=\"fine\">",
                        "Version 1 published</strong> · <span class=\"fine\">",
                        "Version 2 submitted</strong>",
                        "Decision of the reviewers: approved</strong>",
                        "Version 2 published</strong>",
                        "Version 3 submitted</strong>")
                .doesNotContain("Sample reviewer");
    }

    @Test
    void whatHasChangedNamesPeopleAsTheirSubmitterDoes() {
        String id = begun("Sample: somebody else to ask");
        whole(id, "Sample: somebody else to ask");
        visitor.follow(MINE + "/" + id + "/handin", "version", version(visitor.open(edit(id, "check"))));
        Story.ok(server.secretariat()
                .post("/api/v1/submissions/" + id + "/return", "{\"text\":\"Sample reason to return.\"}"));
        visitor.follow(MINE + "/" + id + "/revise", "version", version(visitor.open(MINE + "/" + id)));
        save(id, "about", "language", "en", "contact", "Lena Sample <lena.changes@example.org>");
        assertThat(visitor.open(MINE + "/" + id + "/changes").text())
                .contains("Lena Sample &lt;lena.changes@example.org&gt;");
        assertThat(Visitor.of(server, "secretariat")
                        .open(MINE + "/" + id + "/changes")
                        .text())
                .doesNotContain("lena.changes@example.org");
    }

    @Test
    void whomTheSubmitterNeverNamedIsToldInWordsAndNotByANumber() {
        Story story = Story.published(server, "Sample: whose focal point changes");
        Story.ok(server.contributor()
                .post(story.path("/revisions"), Story.practice(server, "Sample: whose focal point has changed")));
        String changes = Visitor.of(server, "contributor-2")
                .open(MINE + "/" + story.id() + "/changes")
                .text();
        assertThat(changes)
                .contains("Focal point of the main implementer")
                .containsPattern("<del>[^\n]*Somebody whose name isn’t shown here")
                .containsPattern("<ins>[^\n]*Somebody whose name isn’t shown here");
    }

    @Test
    void theDayOnWhichItWasTakenDownIsTold() {
        Story story = Story.published(server, "Sample: taken down on a day");
        Story.ok(server.secretariat().post(story.path("/retraction"), "{\"reason\":\"Sample reason.\"}"));
        assertThat(Visitor.of(server, "contributor-2")
                        .open(MINE + "/" + story.id())
                        .text())
                .contains("Sample reason.", "<strong>Taken down</strong> · <span class=\"fine\">");
    }

    @Test
    void whatWasHandedInIsWithdrawnAfterAQuestion() {
        String id = begun("Sample: taken back");
        whole(id, "Sample: taken back");
        visitor.follow(MINE + "/" + id + "/handin", "version", version(visitor.open(edit(id, "check"))));
        Reply question = visitor.open(MINE + "/" + id + "/withdraw");
        Reply done = visitor.follow(
                MINE + "/" + id + "/withdraw", "version", version(question), "reason", "Sample reason to withdraw.");
        assertThat(done.text()).contains("Withdrawn.").contains("Sample reason to withdraw.");
        assertThat(visitor.open(MINE + "?group=ended").text()).contains("Sample: taken back");
    }

    @Test
    void aWithdrawalThatIsSentTwiceIsToldAsDone() {
        String id = handedIn("Sample: taken back by two clicks");
        String[] form = {"version", version(visitor.open(MINE + "/" + id + "/withdraw")), "reason", "Sample\r\nreason."
        };
        visitor.send(MINE + "/" + id + "/withdraw", form);
        assertThat(visitor.follow(MINE + "/" + id + "/withdraw", form).text()).contains("Withdrawn.");
    }

    @Test
    void theReasonOfAWithdrawalThatComesTooLateCanBeCopied() {
        String id = handedIn("Sample: taken back too late");
        Reply question = visitor.open(MINE + "/" + id + "/withdraw");
        Story.ok(server.secretariat()
                .post("/api/v1/submissions/" + id + "/decline", "{\"text\":\"Sample reason to decline.\"}"));
        Reply late = visitor.send(
                MINE + "/" + id + "/withdraw", "version", version(question), "reason", "Sample: thought about long.");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text())
                .contains("This can’t be done any more", "Sample: thought about long.", "See how it stands now");
    }

    private String handedIn(String title) {
        String id = begun(title);
        whole(id, title);
        visitor.follow(MINE + "/" + id + "/handin", "version", version(visitor.open(edit(id, "check"))));
        return id;
    }
}
