package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How the secretariat acts on somebody's behalf. */
class BehalfPagesTest extends SecretariatPages {

    @Test
    void whoeverActsForTheSubmitterIsToldWhatFollowsAndSeesItEverAfter() {
        Story story = Story.submitted(server, "Sample: taken over by page");
        assertThat(secretariat.open(page(story)).text()).contains("Act on the submitter’s behalf");
        Reply asked = secretariat.open(page(story) + "/acts/represent");
        assertThat(asked.text()).contains("You will no longer handle it for the secretariat", "This can’t be undone.");
        Reply silent = secretariat.send(page(story) + "/acts/represent", "version", version(asked), "text", " ");
        assertThat(silent.status()).isEqualTo(422);
        Reply done = secretariat.follow(
                page(story) + "/acts/represent", "version", version(asked), "text", "Sample: <asked> by letter.");
        assertThat(done.text())
                .contains("You act on the submitter’s behalf now.", "You act on behalf of", "&lt;asked&gt; by letter.");
        assertThat(secretariat.open(page(story)).text())
                .contains("Do the submitter’s part")
                .doesNotContain("Seat a panel");
        assertThat(secretariat.open("/en/desk/submissions").text())
                .contains("Sample: taken over by page", "for \u2068")
                .doesNotContain("Submit a practice or resource");
        assertThat(secretariat
                        .open("/en/desk/submissions/" + story.id() + "/withdraw")
                        .text())
                .contains("You act on behalf of");
        assertThat(secretariat.open(page(story) + "/acts/represent").status()).isEqualTo(409);
    }

    @Test
    void aSubmissionIsBegunOnThePageOfAPerson() {
        String person = server.secretariat()
                .post("/api/v1/people", "{\"name\":\"Sample <b>writer</b> of letters\"}")
                .id();
        String path = "/en/desk/people/" + person;
        assertThat(secretariat.open(path).text()).contains("Begin a submission for this person", path + "/submission");
        Reply form = secretariat.open(path + "/submission");
        assertThat(form.text())
                .contains("Sample &lt;b&gt;writer&lt;/b&gt; of letters", "How did the submitter ask you?");
        String id = first(ID, form);
        String seal = first(SEAL, form);
        Reply silent = secretariat.send(path + "/submission", "id", id, "seal", seal, "kind", "resource", "text", "");
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.text()).containsPattern("value=\"resource\"[^>]*checked");
        Reply begun = secretariat.follow(
                path + "/submission", "id", id, "seal", seal, "kind", "practice", "language", "fr", "text", "By post.");
        assertThat(begun.text()).contains("You act on behalf of", "/edit/texts");
        assertThat(secretariat
                        .send(path + "/submission", "id", id, "seal", seal, "text", "By post.")
                        .header("Location"))
                .endsWith("/desk/submissions/" + id);
        Reply draft = server.secretariat().get("/api/v1/submissions/" + id);
        assertThat(draft.at("/language")).isEqualTo("fr");
        assertThat(draft.at("/submitter")).isEqualTo(person);
        assertThat(Visitor.of(server, "contributor")
                        .open("/en/desk/submissions/" + id)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoeverMayReadTheJournalOfTheWholeHubIsToldWhyTheyBeginNothing() {
        administrator.follow(
                "/en/desk/people/demo-contributor/roles",
                "roles",
                "administrator",
                "roles",
                "secretariat",
                "seen",
                "contributor");
        Visitor both = Visitor.of(server, "contributor");
        String person = "/en/desk/people/"
                + server.secretariat()
                        .post("/api/v1/people", "{\"name\":\"Sample correspondent\"}")
                        .id();
        assertThat(both.open(person).text())
                .contains("You can’t begin a submission for this person.", "ask a colleague who may not")
                .doesNotContain("Begin a submission for this person");
        assertThat(both.open(person + "/submission").header("Location")).endsWith(person);
        for (Visitor other : List.of(secretariat, administrator)) {
            assertThat(other.open(person).text()).doesNotContain("You can’t begin a submission");
        }
        assertThat(administrator.open(person).text()).doesNotContain("Begin a submission");
    }

    @Test
    void whoeverActsForSomebodyNamesPeopleAsTheyWould() {
        String person = server.contributor().get("/api/v1/me").at("/person");
        Reply begun = server.secretariat()
                .post(
                        "/api/v1/people/" + person + "/submissions",
                        "{\"text\":\"By post.\",\"item\":{\"kind\":\"practice\",\"language\":\"en\"}}");
        String about = "/en/desk/submissions/" + begun.id() + "/edit/about";
        Reply form = secretariat.open(about);
        assertThat(form.text()).contains("The submitter is the focal point").doesNotContain("I am the focal point");
        Reply saved = secretariat.send(
                about,
                "version",
                version(form),
                "language",
                "en",
                "focalPoint/self",
                "true",
                "contact",
                "The submitter <Demo-contributor-2@example.org>",
                "contributors",
                "Zoe Sample <zoe@example.org>");
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        Reply draft = server.contributor().get("/api/v1/submissions/" + begun.id() + "/draft");
        assertThat(draft.at("/content/focalPoint")).isEqualTo(person);
        assertThat(draft.at("/content/contact")).isEqualTo(person);
        for (Visitor either : List.of(secretariat, Visitor.of(server, "contributor-2"))) {
            assertThat(either.open(about).text()).contains("Zoe Sample &lt;zoe@example.org");
        }
        assertThat(Visitor.of(server, "contributor-2").open(about).text())
                .contains("I am the focal point")
                .containsPattern("name=\"focalPoint/self\" type=\"checkbox\" value=\"true\"\\s+checked");
    }

    @Test
    void theJournalInPlainWordsTellsBothNames() {
        Story story = Story.submitted(server, "Sample: both names");
        Story.ok(server.secretariat().post(story.path("/representation"), "{\"text\":\"Sample\"}"));
        Reply journal = server.administrator().get(story.path("/journal"));
        assertThat(journal.each("/entries", "behalf"))
                .last()
                .isEqualTo(server.secretariat().get(story.path("")).at("/submitter"));
        assertThat(administrator.open(page(story) + "/journal").text())
                .contains("Somebody began to act on the submitter’s behalf", "on behalf of \u2068");
    }
}
