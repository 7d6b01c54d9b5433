package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the secretariat reads of an item, and what it says of it alone. */
class DeskItemPagesTest extends SecretariatPages {

    @Test
    void anItemIsReturnedWithWordsAndNotWithout() {
        Story story = Story.submitted(server, "Sample: is returned");
        Reply asked = secretariat.open(page(story) + "/acts/return");
        Reply silent = secretariat.send(page(story) + "/acts/return", "version", version(asked), "text", " ");
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.text()).contains("href=\"#text\"", "Give the reasons");
        Reply done = secretariat.follow(
                page(story) + "/acts/return", "version", version(silent), "text", "Sample: say <when>.");
        assertThat(done.text()).contains("It is back with the submitter.", "Sample: say &lt;when&gt;.");
        assertThat(story.stage()).isEqualTo("changes-requested");
    }

    @Test
    void whatHasChangedMeanwhileKeepsWhatWasTyped() {
        Story story = Story.submitted(server, "Sample: declined too late");
        Reply late =
                secretariat.send(page(story) + "/acts/decline", "version", "1", "text", "Sample reason, typed before.");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text()).contains("It has changed since you read it.", "Sample reason, typed before.");
        assertThat(secretariat
                        .follow(page(story) + "/acts/decline", "version", version(late), "text", "Sample reason.")
                        .text())
                .contains("It is declined.");
    }

    @Test
    void whoScreensALaterVersionReadsWhatHasChangedSinceThePublicOne() {
        Story story = Story.publishedTwice(server, "Sample: screened again");
        String item = server.contributor()
                .get(story.path("/revisions/2"))
                .json()
                .path("content")
                .toString();
        Story.ok(server.contributor().post(story.path("/revisions"), item.replace("Another text.", "A third text.")));
        assertThat(secretariat.open(page(story)).text())
                .contains("What has changed since version 2", page(story) + "/changes");
        assertThat(secretariat.open(page(story) + "/changes").text())
                .contains("From version 2 to version 3", "<del>", "<ins>", page(story) + "/changes?from=1");
        assertThat(secretariat.open(page(story) + "/changes?from=1").text()).contains("From version 1 to version 3");
        for (String from : new String[] {"3", "4"}) {
            assertThat(secretariat.open(page(story) + "/changes?from=" + from).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void wordsForWhatAColleagueHasMadeImpossibleCanBeCopied() {
        Story story = Story.submitted(server, "Sample: decided twice at once");
        String version = version(secretariat.open(page(story) + "/acts/decline"));
        Visitor colleague = Visitor.of(server, "secretariat");
        colleague.open(page(story));
        colleague.follow(page(story) + "/acts/return", "version", version, "text", "Sample: say when.");
        Reply late = secretariat.send(
                page(story) + "/acts/decline", "version", version, "text", "Sample reason, weighed for an hour.");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text())
                .contains("This can’t be done any more", "Sample reason, weighed for an hour.")
                .contains("Why is it declined?", "See how it stands now", "href=\"" + page(story) + "\"")
                .as("the bar of the desk stays")
                .contains("/desk/queue\"")
                .doesNotContain("Sample: say when.");
        assertThat(story.stage()).isEqualTo("changes-requested");
    }

    @Test
    void whatIsSentTwiceIsToldAsDone() {
        Story story = Story.submitted(server, "Sample: returned by two clicks");
        String[] form = {"version", version(secretariat.open(page(story) + "/acts/return")), "text", "Sample: say why."
        };
        secretariat.send(page(story) + "/acts/return", form);
        Reply again = secretariat.follow(page(story) + "/acts/return", form);
        assertThat(again.text()).contains("It is back with the submitter.", "Sample: say why.");
    }

    @Test
    void aRoundThatLeadsNowhereIsClosed() {
        Story story = Story.inReview(server, "Sample: leads nowhere");
        assertThat(secretariat.open(page(story) + "/acts/close-round").status())
                .as("not while it can lead somewhere")
                .isEqualTo(409);
        story.accept(2).review(2, "request-changes", "Sample: say for whom.");
        Reply asked = secretariat.open(page(story) + "/acts/close-round");
        assertThat(asked.text()).contains("without their names");
        assertThat(secretariat
                        .follow(page(story) + "/acts/close-round", "version", version(asked))
                        .text())
                .contains("The round is closed.", "Changes requested");
    }

    @Test
    void takingDownSaysWhatWillHappenFirst() {
        Story story = Story.published(server, "Sample: is taken down");
        Reply asked = secretariat.open(page(story) + "/acts/retract");
        assertThat(asked.text()).contains("This can’t be undone.", "Everybody reads this.");
        secretariat.follow(page(story) + "/acts/retract", "version", version(asked), "text", "Sample reason.");
        assertThat(server.visitor()
                        .get("/en/practices/" + story.id(), "Accept", "text/html")
                        .status())
                .isEqualTo(410);
        assertThat(secretariat.open(page(story)).text()).contains("Why it was taken down", "Sample reason.");
    }

    @Test
    void theJournalOfAnItemTellsTheWordsOfWhatWasDoneWithIt() {
        Story story = Story.submitted(server, "Sample: told in words");
        Story.ok(server.secretariat().post(story.path("/return"), "{\"text\":\"Sample: please say when.\"}"));
        assertThat(secretariat.open(page(story) + "/journal").text())
                .contains("<blockquote dir=\"auto\">Sample: please say when.");
        Reply view = server.contributor().get(story.path(""));
        assertThat(view.at("/revisions/0/asked")).isEqualTo("Sample: please say when.");
        assertThat(view.at("/revisions/0/returnedOn")).isEqualTo(view.at("/revisions/0/on"));
        Story.ok(server.contributor().post(story.path("/withdrawal"), "{\"reason\":\"Sample: we can't say.\"}"));
        assertThat(secretariat.open(page(story) + "/journal").text())
                .contains("Sample: please say when.", "Sample: we can't say.");
    }

    @Test
    void theJournalOfAnItemTellsTheWordsOfAnUpdateThatEndedLongAgo() {
        Story story = Story.published(server, "Sample: updated again");
        for (String reason : List.of("Sample: too early.", "Sample: too late.")) {
            Story.ok(server.contributor()
                    .post(story.path("/revisions"), Story.practice(server, "Sample: updated again, " + reason)));
            Story.ok(server.contributor().post(story.path("/withdrawal"), "{\"reason\":\"" + reason + "\"}"));
        }
        assertThat(secretariat.open(page(story) + "/journal").text())
                .contains("<blockquote dir=\"auto\">Sample: too early.", "<blockquote dir=\"auto\">Sample: too late.");
    }

    @Test
    void anItemIsReadAsItWouldBePublishedAndItsJournalInPlainWords() {
        Story story = Story.inReview(server, "Sample: is read");
        story.accept(2);
        assertThat(secretariat.open(page(story) + "/content").text())
                .contains("This is how it would be published.", "Sample lighthouse keepers");
        Reply journal = secretariat.open(page(story) + "/journal");
        assertThat(journal.text())
                .contains("A panel was seated", "A reviewer declared no conflict of interest", "Sample reviewer 2")
                .contains("nothing was changed, removed or put in between", "VerifyJournal");
    }

    @Test
    void aLongJournalIsReadInPagesEachOfWhichIsChecked() {
        Story story = Story.submitted(server, "Sample: a long journal");
        for (int save = 0; save < 120; save++) {
            Story.ok(server.contributor().put(story.path("/draft"), Story.practice(server, "Sample: saved " + save)));
        }
        Story.ok(server.contributor().post(story.path("/submission"), "{}"));
        Reply first = secretariat.open(page(story) + "/journal");
        assertThat(first.text()).contains("Entries 1 to 100.").contains("journal?cursor=100");
        Reply rest = secretariat.open(page(story) + "/journal?cursor=100");
        assertThat(rest.text()).contains("Entries 101 to 124.").doesNotContain("cursor=200");
        assertThat(secretariat.open(page(story) + "/journal?cursor=9999").status())
                .isEqualTo(404);
    }

    @Test
    void whatAReviewerSaysToTheSecretariatIsShownAsSuchAndAsText() {
        Story story =
                Story.inReview(server, "Sample: is reviewed in confidence").accept(2);
        Story.ok(server.reviewer(2)
                .post(
                        story.path("/reviews"),
                        "{\"digest\":\"%s\",\"outcome\":\"approve\",\"toSecretariat\":\"<i>secret</i>\"}"
                                .formatted(story.digest())));
        assertThat(secretariat.open(page(story)).text())
                .contains("To the secretariat only", "&lt;i&gt;secret&lt;/i&gt;")
                .doesNotContain("<i>secret");
    }
}
