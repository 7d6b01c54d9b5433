package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The reviewer's desk as reviewers use it. */
class ReviewPagesTest {

    private static final String SUMMARY =
            "Volunteers meet people who arrive and speak with them in six languages. ".repeat(5);

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
    }

    @Test
    void whoMaySubmitNothingIsToldWhoDoes() {
        Visitor reviewer = Visitor.of(server, "reviewer-1");
        assertThat(reviewer.open("/en/desk/submissions").text())
                .contains("You don’t submit with this account", "/desk/submissions\" aria-current");
        Reply refused = reviewer.open("/en/desk/queue");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).as("the bar of the desk stays").contains("/desk/reviews\"", "/account/logout\"");
    }

    @Test
    void whatIsAskedStandsInTheListAndFirstOnlyWhoIsInvolvedIsShown() {
        Story story = inReview("Sample: welcome at the harbour");
        Visitor reviewer = Visitor.of(server, "reviewer-2");
        assertThat(reviewer.open("/en/desk/reviews").text())
                .contains("You are asked", "Sample: welcome at the harbour");

        Reply declare = reviewer.open(page(story));
        assertThat(declare.text())
                .contains("Do you have a conflict of interest?", "Sample lighthouse keepers", "Sample focal point")
                .doesNotContain("Volunteers");

        Reply read = reviewer.follow(page(story) + "/acceptance", "version", version(declare));
        assertThat(read.text()).contains("You have agreed to review.", "Volunteers meet people", "Your review");
        assertThat(reviewer.open("/en/desk/reviews").text()).contains("You are reviewing");
    }

    @Test
    void aReviewIsFiledWithItsWordsForEachReader() {
        Story story = inReview("Sample: words for each reader");
        Visitor reviewer = seated(story, 2);
        Reply filed = reviewer.follow(
                page(story),
                "digest",
                story.digest(),
                "revision",
                "1",
                "remarks/quality",
                "Remark on quality",
                "text",
                "Words to the submitter",
                "toSecretariat",
                "Words to the secretariat",
                "outcome",
                "request-changes");
        assertThat(filed.text())
                .contains("Your review is filed.", "Your review of version 1")
                .contains("Remark on quality", "Words to the submitter", "Words to the secretariat")
                .contains("The round goes on");
        story.accept(4).review(4, "approve", "").accept(5).review(5, "approve", "");
        String told = server.contributor().get(story.path("")).text();
        assertThat(told)
                .contains("Remark on quality", "Words to the submitter")
                .doesNotContain("Words to the secretariat");
        assertThat(reviewer.open(page(story)).text()).contains("How the round ended: Changes requested");
        assertThat(reviewer.open("/en/desk/reviews").text()).contains("Sample: words for each reader");
    }

    @Test
    void whatIsMissingIsToldAtItsFieldAndNothingTypedIsLost() {
        Story story = inReview("Sample: nothing typed is lost");
        Visitor reviewer = seated(story, 2);
        Reply undecided =
                reviewer.send(page(story), "digest", story.digest(), "revision", "1", "text", "Long thoughts");
        assertThat(undecided.status()).isEqualTo(422);
        assertThat(undecided.text()).contains("href=\"#outcome\"", "Long thoughts");
        Reply silent = reviewer.send(
                page(story), "digest", story.digest(), "outcome", "decline", "toSecretariat", "Only for you");
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.text()).contains("href=\"#text\"", "Only for you", "value=\"decline\" checked");
    }

    @Test
    void aRevisionThatComesWhileOneWritesIsShownWithItsChangesAndWhatWasTypedIsKept() {
        Story story = inReview("Sample: changed meanwhile");
        Visitor reviewer = seated(story, 2);
        String read = story.digest();
        revise(story, SUMMARY.replace("six", "seven"), "Sample lighthouse keepers");
        Reply late = reviewer.send(
                page(story), "digest", read, "revision", "1", "text", "Written before", "outcome", "approve");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text())
                .contains("Another version was submitted while you were writing.", "Written before")
                .contains(story.digest(), "What has changed since version 1")
                .containsPattern("<del>[^d]*.*six")
                .doesNotContain("value=\"" + read);
        assertThat(reviewer.send(page(story), "digest", story.digest(), "revision", "2", "outcome", "approve")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void whoeverApprovedApprovesTheNextRevisionInOneAct() {
        Story story = inReview("Sample: affirmed");
        Visitor reviewer = seated(story, 2);
        reviewer.send(page(story), "digest", story.digest(), "revision", "1", "outcome", "approve");
        revise(story, SUMMARY.replace("six", "eight"), "Sample lighthouse keepers");
        assertThat(reviewer.open("/en/desk/reviews").text()).contains("see what has changed since your last review");
        Reply again = reviewer.open(page(story));
        assertThat(again.text())
                .contains("What has changed since version 1", "Approve this version, too")
                .containsPattern("<ins>.*eight");
        Reply affirmed = reviewer.follow(page(story) + "/affirmation", "digest", story.digest(), "revision", "2");
        assertThat(affirmed.text()).contains("You have approved this version, too.", "Your review of version 2");
    }

    @Test
    void whereOthersAreInvolvedOneDeclaresAgainAndWhatWasTypedComesBack() {
        Story story = inReview("Sample: others involved");
        Visitor reviewer = seated(story, 2);
        String read = story.digest();
        revise(story, SUMMARY, "Sample harbour office");
        Reply late = reviewer.send(
                page(story), "digest", read, "revision", "1", "text", "Written before", "outcome", "approve");
        assertThat(late.text())
                .contains("Do you have a conflict of interest?", "Sample harbour office", "Written before")
                .doesNotContain("Volunteers");
        Reply back = reviewer.send(
                page(story) + "/acceptance",
                "version",
                version(late),
                "text",
                "Written before",
                "outcome",
                "approve",
                "revision",
                "1");
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.text()).contains("Written before", "What has changed since version 1", "Volunteers");
    }

    @Test
    void aDeclarationIsOfWhatWasShown() {
        Story story = inReview("Sample: declared on what was shown");
        Visitor reviewer = Visitor.of(server, "reviewer-2");
        String version = version(reviewer.open(page(story)));
        revise(story, SUMMARY, "Sample harbour office");
        Reply stale = reviewer.send(page(story) + "/acceptance", "version", version);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text()).contains("It has changed since you read it", "Sample harbour office");
    }

    @Test
    void whoeverFindsAConflictIsOutAtAnyTime() {
        Story story = inReview("Sample: a conflict found late");
        Visitor reviewer = seated(story, 2);
        assertThat(reviewer.open(page(story)).text()).contains("Give up the seat");
        Reply out = reviewer.follow(page(story) + "/recusal", "reason", "My cousin wrote it");
        assertThat(out.text()).contains("The secretariat is told of the conflict of interest.");
        assertThat(out.text()).doesNotContain("a conflict found late");
        assertThat(reviewer.open(page(story)).status()).isEqualTo(404);
        assertThat(server.secretariat().get(story.path("")).text()).contains("My cousin wrote it");
    }

    @Test
    void whoeverCannotTakePartSaysSoBeforeReading() {
        Story story = inReview("Sample: no time");
        Visitor reviewer = Visitor.of(server, "reviewer-4");
        reviewer.open(page(story));
        assertThat(reviewer.follow(page(story) + "/refusal", "reason", "").text())
                .contains("The secretariat is told that you can’t take part.");
    }

    @Test
    void aSeatThatIsGivenUpTwiceIsToldAsGivenUp() {
        Story story = inReview("Sample: given up by two clicks");
        Visitor invited = Visitor.of(server, "reviewer-4");
        invited.open(page(story));
        Visitor conflicted = seated(story, 2);
        String[] words = {"reason", "No time before May."};
        for (int click = 0; click < 2; click++) {
            assertThat(invited.follow(page(story) + "/refusal", words).text())
                    .contains("The secretariat is told that you can’t take part.");
            assertThat(conflicted.follow(page(story) + "/recusal", words).text())
                    .contains("The secretariat is told of the conflict of interest.");
        }
        Reply other = invited.send(page(story) + "/refusal", "reason", "No time before June.");
        assertThat(other.status()).isNotEqualTo(303);
        assertThat(other.text()).contains("No time before June.");
        Visitor another = Visitor.of(server, "reviewer-3");
        another.open("/en/desk/reviews");
        assertThat(another.send(page(story) + "/recusal", words).status())
                .as("somebody else, who has given up nothing")
                .isNotEqualTo(303);
    }

    @Test
    void whoGaveTheSeatUpIsToldSoThoughAnotherHasItAndWhoWasReplacedIsNot() {
        Story story = inReview("Sample: given to others");
        Visitor gaveUp = Visitor.of(server, "reviewer-4");
        Visitor replaced = Visitor.of(server, "reviewer-5");
        gaveUp.open(page(story));
        replaced.open(page(story));
        String[] words = {"reason", "No time before May."};
        gaveUp.follow(page(story) + "/refusal", words);
        String to = "{\"reviewer\":\"%s\"}";
        Story.ok(server.secretariat().post(story.path("/seats"), to.formatted(server.reviewerId(6))));
        Story.ok(server.secretariat().post(story.path("/seats/3/replacement"), to.formatted(server.reviewerId(7))));

        assertThat(gaveUp.follow(page(story) + "/refusal", words).text())
                .contains("The secretariat is told that you can’t take part.");
        Reply late = replaced.send(page(story) + "/refusal", words);
        assertThat(late.status()).isNotEqualTo(303);
        assertThat(late.text()).contains("what you wrote was not sent", "No time before May.");
    }

    @Test
    void aSecondReviewIsToldKindlyWithWhatWasTyped() {
        Story story = inReview("Sample: twice");
        Visitor reviewer = seated(story, 2);
        story.review(2, "approve", "");
        Reply second = reviewer.send(
                page(story),
                "digest",
                story.digest(),
                "revision",
                "1",
                "text",
                "Second thoughts",
                "outcome",
                "decline");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("What you typed", "Second thoughts", "Your review of version 1");
    }

    @Test
    void aReviewThatIsSentTwiceIsToldAsFiled() {
        Story story = inReview("Sample: filed by two clicks");
        Visitor reviewer = seated(story, 2);
        String[] form = {
            "digest",
            story.digest(),
            "revision",
            "1",
            "text",
            "Well\r\ndone",
            "remarks/quality",
            "Good",
            "outcome",
            "approve"
        };
        reviewer.send(page(story), form);
        Reply again = reviewer.follow(page(story), form);
        assertThat(again.text())
                .contains("Your review is filed.", "Your review of version 1")
                .doesNotContain("What you typed");
    }

    @Test
    void aSeatThatIsTakenTwiceIsToldAsTaken() {
        Story story = inReview("Sample: taken by two clicks");
        Visitor reviewer = Visitor.of(server, "reviewer-2");
        String version = version(reviewer.open(page(story)));
        reviewer.send(page(story) + "/acceptance", "version", version);
        assertThat(reviewer.follow(page(story) + "/acceptance", "version", version)
                        .text())
                .contains("You have agreed to review.");
    }

    @Test
    void whoeverHasNoSeatFindsNothing() {
        Story story = inReview("Sample: not yours");
        Reply none = Visitor.of(server, "reviewer-1").open(page(story));
        assertThat(none.status()).isEqualTo(404);
        assertThat(none.text()).doesNotContain("not yours");
        assertThat(Visitor.of(server, "secretariat").open(page(story)).status()).isEqualTo(404);
    }

    private static Story inReview(String title) {
        return Story.handedIn(server, Story.practice(server, title, SUMMARY.strip()))
                .seat();
    }

    private static Visitor seated(Story story, int number) {
        story.accept(number);
        Visitor reviewer = Visitor.of(server, "reviewer-" + number);
        reviewer.open(page(story));
        return reviewer;
    }

    private static void revise(Story story, String summary, String implementer) {
        String content = server.contributor()
                .get(story.path("/revisions/1"))
                .json()
                .path("content")
                .toString()
                .replace(SUMMARY.strip(), summary.strip())
                .replace("Sample lighthouse keepers", implementer);
        Story.ok(server.contributor().post(story.path("/revisions"), content));
    }

    private static String page(Story story) {
        return "/en/desk/reviews/" + story.id();
    }

    private static String version(Reply page) {
        Matcher version = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(page.text());
        assertThat(version.find()).as(page.text()).isTrue();
        return version.group(1);
    }
}
