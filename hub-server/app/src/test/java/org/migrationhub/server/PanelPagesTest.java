package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How the secretariat seats a panel, and fills its seats again. */
class PanelPagesTest extends SecretariatPages {

    @Test
    void aPanelIsTriedBeforeItIsSeated() {
        Story story = Story.submitted(server, "Sample: gets a panel");
        Reply wrong = secretariat.open(page(story) + "/panel?for=panel" + chosen(1, 2, 3));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains("Too few of the panel are from outside the United Nations")
                .contains("value=\"" + id(1) + "\" checked", "value=\"" + id(3) + "\" checked")
                .doesNotContain("Seat this panel");
        Reply right = secretariat.open(page(story) + "/panel?for=panel" + chosen(2, 4, 5));
        assertThat(right.text()).contains("This panel follows the rules.", "Seat this panel");
        assertThat(story.stage()).as("nothing was done yet").isEqualTo("submitted");

        Reply seated = secretariat.follow(page(story) + "/panel", seating(right, "panel", 2, 4, 5));
        assertThat(seated.text()).contains("The panel is seated.", "Sample reviewer 4");
        assertThat(story.stage()).isEqualTo("in-review");
    }

    @Test
    void candidatesAreShownWithWhatSpeaksForAndAgainstThem() {
        Story story = Story.inReview(server, "Sample: somebody is sought for it");
        Reply free = secretariat.open(page(story) + "/candidates?for=seat-1");
        assertThat(free.text()).contains("Sample reviewer 1 (IOM, UN)").doesNotContain("Sample reviewer 8");
        Reply all = secretariat.open(page(story) + "/candidates?for=seat-1&barred=true");
        assertThat(all.text())
                .contains("Sample reviewer 8", "It is not determined whether", "Record the person’s affiliation.")
                .contains("This person already sits on the panel.");
        assertThat(secretariat
                        .open(page(story) + "/candidates?for=seat-1&side=non-un&name=ASSOCIATION&language=en")
                        .text())
                .contains("Sample reviewer 6")
                .doesNotContain("Sample reviewer 1 ");
    }

    @Test
    void whoWasChosenStaysChosenWhereverOneLooks() {
        Story story = Story.submitted(server, "Sample: chosen step by step");
        Reply reply =
                secretariat.open(page(story) + "/candidates?for=panel&side=non-un&reviewers=" + server.reviewerId(2));
        assertThat(reply.text()).contains("Chosen so far", "value=\"" + server.reviewerId(2) + "\" checked");
    }

    @Test
    void aFormForWhatHasChangedIsShownAgainAndGoodThen() {
        Story story = Story.submitted(server, "Sample: changes meanwhile");
        Reply late = secretariat.send(
                page(story) + "/panel",
                "for",
                "panel",
                "version",
                "1",
                "reviewers",
                id(2),
                "reviewers",
                id(4),
                "reviewers",
                id(5));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text()).contains("It has changed since you read it.");
        assertThat(secretariat
                        .send(page(story) + "/panel", seating(late, "panel", 2, 4, 5))
                        .status())
                .isEqualTo(303);
        Reply again = secretariat.send(page(story) + "/panel", seating(late, "panel", 2, 4, 5));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("the item has moved on");
    }

    @Test
    void anEmptySeatIsFilledAndSomebodyWhoIsLateIsReplaced() {
        Story story = Story.inReview(server, "Sample: people come and go");
        Story.ok(server.reviewer(4).post(story.path("/refusal"), "{\"reason\":\"Sample <b>reason</b>.\"}"));
        assertThat(secretariat.open(page(story)).text())
                .contains("1 seat of the panel is empty", "Sample &lt;b&gt;reason&lt;/b&gt;.");
        Reply one = secretariat.open(page(story) + "/panel?for=vacancy&reviewers=" + id(6));
        assertThat(one.text()).contains("This choice is possible.");
        assertThat(secretariat
                        .follow(page(story) + "/panel", seating(one, "vacancy", 6))
                        .text())
                .contains("The seat is given.", "Sample reviewer 6");
        Reply other = secretariat.open(page(story) + "/panel?for=seat-1&reviewers=" + id(3));
        assertThat(secretariat
                        .follow(page(story) + "/panel", seating(other, "seat-1", 3))
                        .text())
                .contains("Sample reviewer 3", "Replaced");
        assertThat(secretariat.open(page(story) + "/panel?for=vacancy").text())
                .contains("Choose one person first.", "Sample reviewer 7");
    }

    private static String id(int reviewer) {
        return server.reviewerId(reviewer);
    }

    private static String chosen(int... reviewers) {
        StringBuilder chosen = new StringBuilder();
        for (int reviewer : reviewers) {
            chosen.append("&reviewers=").append(id(reviewer));
        }
        return chosen.toString();
    }

    /** The fields of the form that seats somebody. */
    private static String[] seating(Reply checked, String placing, int... reviewers) {
        String[] fields = new String[4 + 2 * reviewers.length];
        fields[0] = "for";
        fields[1] = placing;
        fields[2] = "version";
        fields[3] = version(checked);
        for (int index = 0; index < reviewers.length; index++) {
            fields[4 + 2 * index] = "reviewers";
            fields[5 + 2 * index] = id(reviewers[index]);
        }
        return fields;
    }
}
