package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.migrationhub.storage.jdbi.TestPostgres;

/** Public answers are given again as long as they are true, and not a moment longer. */
class PublicAnswersTest {

    private static final Pattern GIVEN = Pattern.compile("hub_public_answers_total\\{how=\"given-again\"} ([0-9.E]+)");

    /** Whoever shows a token is answered without anything that was kept, and the same if what was kept is true. */
    @Test
    void atEveryStepOfAStoryEverybodyReadsWhatThereIs() {
        try (RunningServer server = RunningServer.roomy()) {
            String title = "Sample: lanterns of the harbour";
            String item = Story.practice(server, title);
            Story story = Story.handedIn(server, item);
            requireTrue(server, story.id());
            story.seat();
            List.of(2, 4, 5).forEach(number -> story.accept(number).review(number, "approve", ""));
            requireTrue(server, story.id());
            assertThat(found(server)).containsExactly(story.id());

            Story.ok(server.contributor().post(story.path("/revisions"), item.replace("harbour", "lighthouse")));
            requireTrue(server, story.id());
            story.seat();
            List.of(2, 4, 5).forEach(number -> story.accept(number).review(number, "approve", ""));
            requireTrue(server, story.id());
            assertThat(server.visitor().get("/en/practices/" + story.id()).text())
                    .contains("lanterns of the lighthouse");

            Story.ok(server.secretariat().put("/api/v1/organisations/demo-iom", """
                    {"name":"Sample organisation by another name","sector":"un"}"""));
            requireTrue(server, story.id());
            Story.ok(server.secretariat().post(story.path("/retraction"), "{\"reason\":\"A mistake.\"}"));
            requireTrue(server, story.id());
            assertThat(found(server)).isEmpty();
            assertThat(server.visitor().get("/en/practices/" + story.id()).status())
                    .isEqualTo(410);
            assertThat(given(server)).isGreaterThan(40);
        }
    }

    /** Asks for everything thrice: the second time it is kept, and the third time it could be given again. */
    private static void requireTrue(RunningServer server, String id) {
        for (String path : List.of(
                "items?q=lanterns",
                "items?q=lanterns&lang=ar",
                "items?limit=100",
                "items/" + id,
                "items/" + id + "/similar",
                "items/" + id + "/citation.bib",
                "items/" + id + "/citation.ris",
                "featured",
                "suggestions?q=lant",
                "vocabulary?lang=fr")) {
            String known = told(server.administrator().get("/api/v1/" + path));
            for (int time = 0; time < 3; time++) {
                assertThat(told(server.visitor().get("/api/v1/" + path)))
                        .as(path)
                        .isEqualTo(known);
            }
        }
        Visitor chooser = new Visitor(server);
        chooser.send("/en/appearance?theme=dark&back=/en/");
        for (String page : List.of("/en/", "/en/search?q=lanterns", "/en/practices/" + id, "/en/objectives")) {
            String known = chooser.open(page).text().replace(" data-theme=\"dark\"", "");
            for (int time = 0; time < 3; time++) {
                assertThat(titles(server.visitor()
                                .get(page, "Accept", "text/html")
                                .text()))
                        .as(page)
                        .isEqualTo(titles(known));
            }
        }
    }

    private static String told(Reply reply) {
        return reply.status() + " " + reply.text();
    }

    private static List<String> titles(String page) {
        List<String> titles = new ArrayList<>();
        Matcher title =
                Pattern.compile("<h[1-3][^>]*>(.*?)</h[1-3]>", Pattern.DOTALL).matcher(page);
        while (title.find()) {
            titles.add(title.group(1));
        }
        return titles;
    }

    @Test
    void whatIsTakenDownOnOneServerIsGoneAtOnceOnTheOther() throws SQLException, IOException {
        String url = TestPostgres.newDatabase().url().replaceFirst("[?].*", "");
        String[] database = {"--demo", "--database-url", url, "--database-user", "postgres", "--database-pool", "6"};
        try (RunningServer here = RunningServer.start(database);
                RunningServer there = RunningServer.start(database)) {
            List<String> ids = here.visitor().get("/api/v1/items?limit=8").each("/items", "id");
            for (String id : ids) {
                String page = "/en/practices/" + id;
                for (int time = 0; time < 4; time++) {
                    assertThat(there.visitor().get("/api/v1/items/" + id).status())
                            .isEqualTo(200);
                    assertThat(there.visitor().get(page).status()).isEqualTo(200);
                }
                Story.ok(here.secretariat()
                        .post("/api/v1/submissions/" + id + "/retraction", "{\"reason\":\"A mistake.\"}"));
                assertThat(there.visitor().get("/api/v1/items/" + id).status()).isEqualTo(410);
                assertThat(there.visitor().get(page).status()).isEqualTo(410);
                assertThat(there.visitor().get("/api/v1/items?limit=100").each("/items", "id"))
                        .doesNotContain(id);
            }
            assertThat(given(there)).isGreaterThan(2.0 * ids.size());
        }
    }

    @Test
    void languagesTypesAndWhoeverShowsACookieAreKeptApart() {
        try (RunningServer server = RunningServer.demo()) {
            Client visitor = server.visitor();
            String search = "/api/v1/items?q=rescue";
            String english = visitor.get(search, "Accept-Language", "en").text();
            String arabic = visitor.get(search, "Accept-Language", "ar").text();
            for (int time = 0; time < 2; time++) {
                assertThat(visitor.get(search, "Accept-Language", "en").text()).isEqualTo(english);
                assertThat(visitor.get(search, "Accept-Language", "ar").text()).isEqualTo(arabic);
            }
            assertThat(visitor.get(search, "Accept", "image/png").status()).isEqualTo(406);

            String before = visitor.get("/en/").text();
            assertThat(visitor.get("/en/").text()).isEqualTo(before);
            Visitor dark = new Visitor(server);
            dark.send("/en/appearance?theme=dark&back=/en/");
            assertThat(dark.open("/en/").text()).isNotEqualTo(before);
            Visitor known = Visitor.of(server, "secretariat");
            assertThat(known.open("/en/").text()).isNotEqualTo(before);
            assertThat(known.open("/en/").header("Cache-Control")).isEqualTo("private, no-cache");
            assertThat(visitor.get("/en/").text()).isEqualTo(before);
        }
    }

    @Test
    void whoeverHasAnAnswerIsToldThatItIsStillTrue() {
        try (RunningServer server = RunningServer.demo()) {
            for (String path : List.of("/api/v1/items?limit=2", "/api/v1/vocabulary", "/en/", "/en/search?q=rescue")) {
                String tag = server.visitor().get(path).header("ETag");
                for (int time = 0; time < 3; time++) {
                    Reply again = server.visitor().get(path, "If-None-Match", tag, "Accept-Encoding", "gzip");
                    assertThat(again.status()).as(path).isEqualTo(304);
                    assertThat(again.text()).isEmpty();
                    assertThat(again.header("ETag")).isEqualTo(tag);
                    assertThat(again.header("Content-Encoding")).isEmpty();
                }
                assertThat(server.visitor()
                                .get(path, "If-None-Match", "\"another\"")
                                .status())
                        .isEqualTo(200);
            }
        }
    }

    private static List<String> found(RunningServer server) {
        return server.visitor().get("/api/v1/items?q=lanterns").each("/items", "id");
    }

    private static double given(RunningServer server) {
        Matcher given = GIVEN.matcher(server.visitor().get("/metrics").text());
        assertThat(given.find()).isTrue();
        return Double.parseDouble(given.group(1));
    }
}
