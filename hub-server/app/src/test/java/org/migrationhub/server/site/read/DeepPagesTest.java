package org.migrationhub.server.site.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.Comments;
import org.migrationhub.core.Hub;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;
import org.migrationhub.search.lucene.LuceneSearchIndex;
import org.migrationhub.server.Doors;
import org.migrationhub.server.api.FrontSettings;
import org.migrationhub.server.api.HttpFront;
import org.migrationhub.server.site.Site;
import org.migrationhub.storage.jdbi.JdbiStorage;

/** Whoever turns page after page reaches the last, however many there are. */
class DeepPagesTest {

    private static final int PAGES = 80;
    private static final int ON_A_PAGE = 10;

    /** As long as a title may be, in letters that take two bytes each. */
    private static final String LONG =
            "Образец практики справедливого найма ".repeat(5).strip();

    private static final Pattern LINK = Pattern.compile("<a rel=\"(prev|next)\" href=\"([^\"]*)\"");

    private static final JdbiStorage TABLES = JdbiStorage.inMemory();
    private static final Hub HUB =
            Hub.builder().searchIndex(LuceneSearchIndex.inMemory()).build();

    private static Javalin web;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        publish();
        web = Javalin.create(new HttpFront(
                Doors.services(HUB, TABLES),
                Doors.of(HUB, TABLES, List.of()),
                () -> "",
                new Site(() -> URI.create("http://localhost")),
                FrontSettings.usual())::install);
        web.start("localhost", 0);
    }

    @AfterAll
    static void stop() {
        web.stop();
        TABLES.close();
    }

    @Test
    void theLastPageIsReachedFromTheFirstAndFromItTheOneBefore() throws IOException, InterruptedException {
        String last = assertReached("/ru/search");
        assertThat(page(link(page(link(last, "prev")), "prev"))).contains("Страница " + (PAGES - 2));
    }

    @Test
    void soItIsWhereAPageEndsWithALongTitleAndMuchIsAskedFor() throws IOException, InterruptedException {
        assertReached("/ru/search?q=" + "%D0%BE%D0%B1%D1%80%D0%B0%D0%B7%D0%B5%D1%86+".repeat(60) + "&sort=title");
    }

    private String assertReached(String first) throws IOException, InterruptedException {
        String page = page(first);
        for (int number = 2; number <= PAGES; number++) {
            String next = link(page, "next");
            assertThat(next).as("page " + number).hasSizeLessThan(7_000);
            page = page(next);
            assertThat(page).contains("Страница " + number);
        }
        assertThat(link(page, "next")).isEmpty();
        return page;
    }

    private String page(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + web.port() + address))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(address).isEqualTo(200);
        return response.body();
    }

    private static String link(String page, String rel) {
        return LINK.matcher(page)
                .results()
                .filter(link -> link.group(1).equals(rel))
                .map(link -> link.group(2).replace("&amp;", "&"))
                .findFirst()
                .orElse("");
    }

    private static void publish() {
        PeopleDesk keeper = HUB.as(Actor.administrator(new PersonId("keeper"))).people();
        List<PersonId> panel = Stream.of(Sector.UN, Sector.NON_UN, Sector.NON_UN)
                .map(sector -> keeper.addReviewer(
                        "Sample reviewer",
                        "",
                        keeper.addOrganisation("Sample organisation", sector),
                        RosterEntry.in(Language.RU)))
                .toList();
        PersonId author = keeper.register("Sample author", "");
        for (int number = 0; number < PAGES * ON_A_PAGE; number++) {
            publish(practice(number, author), author, panel);
        }
        HUB.follow();
    }

    private static void publish(Practice practice, PersonId author, List<PersonId> panel) {
        SubmissionId id = HUB.as(Actor.contributor(author)).submit(practice).id();
        HUB.as(Actor.secretariat(new PersonId("secretary"))).seatPanel(id, panel);
        panel.forEach(person -> HUB.as(Actor.reviewer(person)).acceptSeat(id));
        panel.forEach(person -> HUB.as(Actor.reviewer(person))
                .review(id, ContentDigest.of(practice), ReviewOutcome.APPROVE, Comments.NONE));
    }

    private static Practice practice(int number, PersonId author) {
        return Practice.in(Language.RU)
                .title(LONG + " " + number)
                .summary("Образец " + number)
                .objective(Objective.DATA)
                .type(PracticeType.known().get(0))
                .country("NER")
                .since(2020)
                .implementer(OrganisationRef.named("Sample body"))
                .focalPoint(author)
                .build();
    }
}
