package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How submitters name people, who may be known to the Hub or not. */
class NamingPagesTest extends SubmitPages {

    @Test
    void peopleAreNamedByNameAndAddressAndEverybodySeesTheirOwnWordsAlone() {
        String id = begun("Sample: named");
        save(
                id,
                "about",
                "language",
                "en",
                "focalPoint",
                "Sample Partner <partner@example.org>",
                "contact",
                "Sample contributor <demo-contributor@example.org>",
                "contributors",
                "Lena Sample <lena@example.org>\n\"Otto Sample\" (otto@example.org)");
        String about = visitor.open(edit(id, "about")).text();
        assertThat(about)
                .contains("value=\"Sample Partner &lt;partner@example.org>\"")
                .contains("Lena Sample &lt;lena@example.org&gt;\nOtto Sample &lt;otto@example.org&gt;");
        Reply item = server.as("demo-contributor").get("/api/v1/submissions/" + id + "/draft");
        String partner = item.at("/content/focalPoint");
        assertThat(item.at("/content/contact"))
                .isEqualTo(server.as("demo-contributor").get("/api/v1/me").at("/person"));
        assertThat(server.secretariat().get("/api/v1/people/" + partner).at("/name"))
                .isEqualTo("Sample Partner");

        save(id, "about", "language", "en", "focalPoint", "PARTNER@example.org", "contributors", partner);
        Reply again = server.as("demo-contributor").get("/api/v1/submissions/" + id + "/draft");
        assertThat(again.at("/content/focalPoint")).isEqualTo(partner);
        assertThat(again.at("/content/contributors/0")).isEqualTo(partner);
    }

    @Test
    void anAddressTellsNobodyWhetherTheHubKnowsIt() {
        String id = begun("Sample: known");
        save(id, "about", "language", "en", "focalPoint", "A Reviewer <demo-reviewer-1@example.org>");
        String named = server.as("demo-contributor")
                .get("/api/v1/submissions/" + id + "/draft")
                .at("/content/focalPoint");
        assertThat(named).isNotEqualTo(server.reviewerId(1)).hasSize(36);
        assertThat(visitor.open(edit(id, "about")).text())
                .contains("A Reviewer &lt;demo-reviewer-1@example.org>")
                .doesNotContain("Sample reviewer 1");
    }

    @Test
    void whoeverSubmitsCanBeTheFocalPointThemselves() {
        String id = begun("Sample: self");
        save(id, "about", "language", "en", "focalPoint/self", "true");
        assertThat(visitor.open(edit(id, "about")).text())
                .containsPattern("name=\"focalPoint/self\" type=\"checkbox\" value=\"true\"\\s+checked")
                .contains("I am the focal point");
        Reply refused = save(id, "about", "language", "en", "focalPoint", "Somebody without address");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("Give name and email address, such as", "value=\"Somebody without address\"");
    }

    @Test
    void nobodyIsRegisteredWhileSomebodyStillWrites() {
        String id = begun("Sample: writing");
        Reply meanwhile = visitor.send(
                MINE + "/" + id + "/autosave/about",
                "version",
                version(visitor.open(edit(id, "about"))),
                "language",
                "en",
                "contact",
                "Half Written <half@example.o");
        assertThat(meanwhile.status()).isEqualTo(200);
        assertThat(meanwhile.text()).contains("apart from somebody new: they are kept when you save this step.");
        assertThat(server.secretariat().get("/api/v1/people?limit=100").text()).doesNotContain("half@example.o");
    }

    @Test
    void nobodyIsRegisteredForWhatIsNotSaved() {
        String id = begun("Sample: stale");
        String[] typed = {"version", "1", "language", "en", "contact", "Vain Sample <vain@example.org>"};
        typed[1] = version(visitor.open(edit(id, "about")));
        visitor.send(edit(id, "about"), "version", typed[1], "language", "fr");
        Reply stale = visitor.send(edit(id, "about"), typed);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text()).contains("Vain Sample &lt;vain@example.org>");
        assertThat(server.secretariat().get("/api/v1/people?limit=200").text()).doesNotContain("vain@example.org");
    }

    @Test
    void thatSomebodyNewIsKeptOnlyWhenTheStepIsSavedIsTold() {
        String id = begun("Sample: somebody new");
        String version = version(visitor.open(edit(id, "about")));
        String[] typed = {"version", version, "language", "en", "contact", "Nora Sample <nora.new@example.org>"};
        Reply kept = visitor.send(MINE + "/" + id + "/autosave/about", typed);
        assertThat(kept.text())
                .contains("data-kept=\"Kept at {0}, apart from somebody new")
                .doesNotContain("data-for=\"contact\"");
        typed[1] = kept(kept);
        visitor.send(edit(id, "about"), typed);
        assertThat(visitor.open(edit(id, "about")).text()).contains("nora.new@example.org");
    }

    @Test
    void ofManyNewcomersThoseWhoAreTooManyAreToldAndTheOthersKept() {
        String id = begun("Sample: many");
        String many = IntStream.range(0, 52)
                .mapToObj(number -> "Sample Guest <guest%d@example.org>".formatted(number))
                .collect(Collectors.joining("\n"));
        Reply refused = save(id, "about", "language", "en", "contributors", many);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("too many people", "guest51@example.org");
        Reply draft = server.as("demo-contributor").get("/api/v1/submissions/" + id + "/draft");
        assertThat(draft.json().at("/content/contributors")).hasSize(50);
    }

    /** By somebody else than in the other tests, who has named some already. A few more may be named while this runs. */
    @Test
    void ofMoreThanAHundredNewcomersInAnHourTheOthersAreToldToWait() {
        Visitor other = Visitor.of(server, "contributor-2");
        other.open(MINE);
        String id = id(other.follow(MINE + "/new/practice", "language", "en", "do", "next"));
        assertThat(named(other, id, 0, 50).status()).isEqualTo(303);
        assertThat(named(other, id, 50, 100).status()).isEqualTo(303);
        Reply refused = named(other, id, 100, 150);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("too many people", "hourly149@example.org");
        assertThat(named(other, id, 0, 50).status())
                .as("those who were named before")
                .isEqualTo(303);
        Client program = server.as("demo-contributor-2");
        Reply told = person(program, "Sample Guest", "hourly149@example.org", "");
        assertThat(told.status()).as("by a program of theirs").isEqualTo(429);
        assertThat(Integer.parseInt(told.header("Retry-After"))).isPositive();
        assertThat(program.post("/api/v1/people", "{\"name\":\"Sample Guest\"}").status())
                .as("without an address")
                .isEqualTo(429);
        assertThat(person(program, "Sample Guest", "hourly0@example.org", "").status())
                .as("whom they named before")
                .isEqualTo(201);
        assertThat(named(visitor, begun(""), 149, 150).status())
                .as("by somebody else")
                .isEqualTo(303);
    }

    @Test
    void whomAProgramNamesIsTheSamePersonOnThePagesAndShownByName() {
        Client program = server.as("demo-contributor");
        Reply first = person(program, "Sample Tried", "programmed@example.org", "?dryRun=true");
        assertThat(first.status()).as("only tried").isEqualTo(200);
        String named = person(program, "Sample Programmed", "programmed@example.org", "")
                .at("/id");
        assertThat(named).as("what was tried is nobody").isNotEqualTo(first.at("/id"));
        assertThat(person(program, "Another name", "PROGRAMMED@example.org", "").at("/id"))
                .isEqualTo(named);
        String id = begun("Sample: by a program");
        save(id, "about", "language", "en", "contact", "programmed@example.org");
        assertThat(program.get("/api/v1/submissions/" + id + "/draft").at("/content/contact"))
                .isEqualTo(named);
        assertThat(visitor.open(edit(id, "about")).text()).contains("Sample Programmed &lt;programmed@example.org>");
    }

    @Test
    void whomAProgramNamedIsErasedWithWhoeverHasTheAddress() {
        String record = "/api/v1/people/"
                + person(server.secretariat(), "Sample Gone", "gone@example.org", "")
                        .id();
        String named = person(server.as("demo-contributor"), "Sample Gone", "gone@example.org", "")
                .id();
        assertThat(server.administrator().post(record + "/erasure").status()).isEqualTo(204);
        assertThat(server.secretariat().get("/api/v1/people/" + named).text())
                .contains("\"erased\":true")
                .doesNotContain("Sample Gone", "gone@example.org");
    }

    private static Reply person(Client client, String name, String email, String query) {
        return client.post("/api/v1/people" + query, "{\"name\":\"%s\",\"email\":\"%s\"}".formatted(name, email));
    }

    private static Reply named(Visitor visitor, String id, int from, int to) {
        String guests = IntStream.range(from, to)
                .mapToObj(number -> "Sample Guest <hourly%d@example.org>".formatted(number))
                .collect(Collectors.joining("\n"));
        String version = version(visitor.open(edit(id, "about")));
        return visitor.send(edit(id, "about"), "language", "en", "contributors", guests, "version", version);
    }
}
