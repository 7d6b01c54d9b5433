package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits for the secretariat, and that it does for nobody else. */
class QueuePagesTest extends SecretariatPages {

    @Test
    void whatWaitsIsListedByWhatIsToBeDoneAboutIt() {
        Story submitted = Story.submitted(server, "Sample: waits for a panel");
        Story vacant = Story.inReview(server, "Sample: lacks somebody");
        Story.ok(server.reviewer(4).post(vacant.path("/refusal"), "{}"));
        Story stuck = Story.inReview(server, "Sample: can't be published");
        stuck.accept(4).review(4, "decline", "Sample comment.");
        Story returned = Story.submitted(server, "Sample: is with its submitter");
        Story.ok(server.secretariat().post(returned.path("/return"), "{\"text\":\"Sample request.\"}"));

        assertThat(queue("screen")).contains(link(submitted)).doesNotContain(link(vacant));
        assertThat(queue("vacant")).contains(link(vacant), "1 empty seat").doesNotContain(link(stuck));
        assertThat(queue("stuck")).contains(link(stuck)).doesNotContain(link(vacant));
        assertThat(queue("review")).contains(link(vacant), link(stuck), "reviews awaited");
        assertThat(queue("submitter")).contains(link(returned));
        assertThat(queue("all")).contains(link(submitted), link(vacant), link(stuck), link(returned));
        assertThat(queue("overdue")).as("the demonstration's panels are late").contains("days late");
    }

    @Test
    void anItemIsFoundByItsTitleItsSubmitterAndItsNumber() {
        Story waiting = Story.submitted(server, "Sample: zebra crossing");
        Story open = Story.published(server, "Sample: zebra stripes");
        assertThat(found("Zebra")).contains(link(waiting), link(open));
        assertThat(found("ZEBRA+crossing")).contains(link(waiting));
        assertThat(found("Sample+contributor")).contains(link(waiting));
        assertThat(found("nowhereatall")).contains("Nothing here.").doesNotContain(link(waiting));
        assertThat(secretariat.open("/en/desk/queue?q=" + waiting.id()).header("Location"))
                .isEqualTo("/en/desk/items/" + waiting.id());
    }

    @Test
    void whatWasDeclinedOrWithdrawnIsFoundByItsTitlePageByPage() {
        List<Story> stories = IntStream.range(0, 27)
                .mapToObj(number -> Story.submitted(server, "Sample: okapi of the wood, " + number))
                .toList();
        stories.forEach(
                story -> Story.ok(server.secretariat().post(story.path("/decline"), "{\"text\":\"Sample reason.\"}")));
        Story withdrawn = Story.submitted(server, "Sample: okapi in the zoo");
        Story.ok(server.contributor().post(withdrawn.path("/withdrawal"), "{}"));
        String first = found("OKAPI");
        assertThat(first).contains(link(withdrawn), link(stories.get(26)), "Declined", "Withdrawn");
        assertThat(first).doesNotContain(link(stories.get(0)));
        Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        String second = secretariat.open(next.group(1).replace("&amp;", "&")).text();
        assertThat(second).contains(link(stories.get(0)), "From the beginning").doesNotContain(link(stories.get(26)));
        assertThat(found("okapi+in")).contains(link(withdrawn)).doesNotContain(link(stories.get(26)));

        String all = "/api/v1/submissions?queue=all&limit=20&q=okapi";
        Reply page = server.secretariat().get(all);
        assertThat(page.text())
                .contains(withdrawn.id())
                .doesNotContain(stories.get(0).id());
        assertThat(server.secretariat()
                        .get(all + "&cursor=" + page.json().get("next").asText())
                        .text())
                .contains(stories.get(0).id());
        assertThat(server.secretariat().get(all + "&stage=withdrawn").text())
                .contains(withdrawn.id())
                .doesNotContain(stories.get(26).id());
        assertThat(server.contributor().get(all).status()).isEqualTo(403);
        assertThat(server.contributor().get("/api/v1/submissions?q=okapi").status())
                .isEqualTo(400);
    }

    private static String found(String words) {
        return secretariat.open("/en/desk/queue?q=" + words).text();
    }

    @Test
    void whatHasBecomePublicLaterComesFirst() {
        Story first = Story.published(server, "Sample: public before");
        Story second = Story.published(server, "Sample: public after");
        assertThat(queue("published")).contains(link(first), link(second));
    }

    @Test
    void aLongListIsReadPageByPageAndWhatWaitsLongestComesFirst() {
        List<Story> stories = IntStream.range(0, 27)
                .mapToObj(number -> Story.submitted(server, "Sample: one of many, " + number))
                .toList();
        String first = queue("screen");
        assertThat(first).contains("rel=\"next\"").doesNotContain(link(stories.get(26)));
        Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        String second = secretariat.open(next.group(1).replace("&amp;", "&")).text();
        assertThat(second).contains(link(stories.get(26)), "From the beginning").doesNotContain(link(stories.get(0)));
        stories.forEach(
                story -> Story.ok(server.secretariat().post(story.path("/decline"), "{\"text\":\"Sample reason.\"}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue", "people", "people/new", "organisations", "organisations/new", "messages"})
    void theDeskIsForTheSecretariat(String page) {
        assertThat(new Visitor(server).open("/en/desk/" + page).header("Location"))
                .startsWith("/en/account/login?back=");
        assertThat(Visitor.of(server, "contributor").open("/en/desk/" + page).status())
                .isEqualTo(403);
    }

    @Test
    void nobodyElseLearnsThatThereIsAnItem() {
        Story story = Story.submitted(server, "Sample: of somebody else");
        Visitor other = Visitor.of(server, "contributor");
        other.open("/en/desk/submissions");
        for (String rest : List.of("", "/candidates", "/panel", "/journal", "/content", "/acts/return")) {
            assertThat(other.open(page(story) + rest).status()).as(rest).isEqualTo(404);
        }
        assertThat(other.send(page(story) + "/acts/return", "text", "Sample.", "version", "2")
                        .status())
                .isEqualTo(404);
    }

    private static String queue(String code) {
        return secretariat.open("/en/desk/queue?queue=" + code).text();
    }

    private static String link(Story story) {
        return "href=\"" + page(story) + "\"";
    }
}
