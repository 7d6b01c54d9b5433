package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was public before, and what has changed since. */
class VersionsTest {

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
    }

    @Test
    void anEarlierVersionIsReadAsWhatItIsAndSearchEnginesAreLedToThePresentOne() {
        Story story = Story.publishedTwice(server, "Sample: read before");
        String present = "/fr/practices/" + story.id();
        assertThat(read(present).text()).contains(present + "/versions/1").doesNotContain(present + "/versions/2");

        Reply earlier = read(present + "/versions/1");
        assertThat(earlier.status()).isEqualTo(200);
        assertThat(earlier.text())
                .contains(
                        "Ce n’est pas la version actuelle.",
                        "Sample text.",
                        "<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("Another text.");
        assertThat(earlier.header("Link")).isEqualTo("<" + server.base() + present + ">; rel=\"canonical\"");
    }

    @Test
    void eachVersionTellsHowItWasReviewedAndACitationNamesTheOneThatWasRead() {
        Story story = Story.publishedTwice(server, "Sample: reviewed twice");
        String present = "/en/practices/" + story.id();
        String api = "/api/v1/items/" + story.id();
        String reviewed = read(present + "/versions/1").text();
        assertThat(reviewed)
                .contains(
                        "How this was reviewed",
                        "3 reviewers approved exactly this content.",
                        "Rule of 2022, version 1")
                .contains(server.visitor()
                        .get(api)
                        .json()
                        .path("versions")
                        .path(0)
                        .path("digest")
                        .asText());
        assertThat(server.visitor().get(api).json().path("versions"))
                .hasSize(2)
                .allSatisfy(version -> assertThat(
                                version.path("reviewed").path("approvals").asInt())
                        .isEqualTo(3));
        assertThat(read(present).text()).contains("<bdi>Version 2</bdi>");
        assertThat(read(api + "/citation.bib").text()).contains("note = {Version 2}");
        assertThat(read(api + "/citation.ris").text()).contains("ET  - 2\r\n");
    }

    @Test
    void whatHasChangedSinceIsToldWithoutNamingPersons() {
        Story story = Story.publishedTwice(server, "Sample: changed since");
        Reply changes = read("/en/practices/" + story.id() + "/versions/1/changes");
        assertThat(changes.status()).isEqualTo(200);
        assertThat(changes.text())
                .contains("From version 1 to version 2", "<del>", "<ins>", "noindex")
                .doesNotContain("Focal point");
    }

    @Test
    void thePresentVersionIsAtItsOwnAddress() {
        Story story = Story.publishedTwice(server, "Sample: the present one");
        Reply reply = read("/en/practices/" + story.id() + "/versions/2");
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).isEqualTo("/en/practices/" + story.id());
    }

    @Test
    void whatWasNeverPublicOrWasTakenDownIsNotThere() {
        Story story = Story.publishedTwice(server, "Sample: soon taken down");
        String item = server.contributor()
                .get(story.path("/revisions/2"))
                .json()
                .path("content")
                .toString();
        Story.ok(server.contributor().post(story.path("/revisions"), item.replace("Another text.", "A secret text.")));
        String practice = "/en/practices/" + story.id();
        for (String number : new String[] {"3", "0", "01", "x", "99999999999"}) {
            assertThat(read(practice + "/versions/" + number).status())
                    .as(number)
                    .isEqualTo(404);
            assertThat(read(practice + "/versions/" + number + "/changes").status())
                    .isEqualTo(404);
        }

        Story.ok(server.secretariat().post(story.path("/retraction"), "{\"reason\":\"Sample reason.\"}"));
        Reply gone = read(practice + "/versions/1");
        assertThat(gone.status()).isEqualTo(302);
        assertThat(read(gone.header("Location")).status()).isEqualTo(410);
        assertThat(read(practice + "/versions/1/changes").status()).isEqualTo(302);
    }

    private static Reply read(String path) {
        return server.visitor().get(path, "Accept", "text/html");
    }
}
