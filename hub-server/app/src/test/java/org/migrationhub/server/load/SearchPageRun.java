package org.migrationhub.server.load;

import com.sun.management.OperatingSystemMXBean;
import io.javalin.Javalin;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.migrationhub.core.Comments;
import org.migrationhub.core.Desk;
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
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;
import org.migrationhub.search.lucene.LuceneSearchIndex;
import org.migrationhub.server.Doors;
import org.migrationhub.server.api.FrontSettings;
import org.migrationhub.server.api.HttpFront;
import org.migrationhub.server.site.Site;
import org.migrationhub.storage.jdbi.JdbiStorage;

/**
 * How much of the processor's time the page of a search takes beside the search itself, so that other programs don't count.
 * Of the page's time what the way takes is left out: what a bare handler of the web framework needs to send the same bytes.
 * Not a test: its figures say something only together with the machine on which they were taken.
 *
 * <pre>{@code
 * mvn -pl hub-server/app -am test-compile
 * java -cp ... org.migrationhub.server.load.SearchPageRun [published items]
 * }</pre>
 */
public final class SearchPageRun {

    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final int BATCH = 50;
    private static final int WARM = 20;
    private static final int BATCHES = 21;
    private static final int ON_A_PAGE = 10;

    private static final List<String> WORDS = IntStream.range(0, 2_000)
            .mapToObj(number -> Integer.toString(40_000 + number * 37, 36).replaceAll("[0-9]", "o"))
            .toList();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JdbiStorage storage = JdbiStorage.inMemory();
    private final Hub hub = Hub.builder()
            .storage(storage)
            .searchIndex(LuceneSearchIndex.inMemory())
            .build();
    private final Random random = new Random(1);

    private SearchPageRun() {}

    /** Prints a line for each search. */
    public static void main(String... arguments) throws Exception {
        new SearchPageRun().run(arguments.length == 0 ? 1_000 : Integer.parseInt(arguments[0]));
    }

    private void run(int items) throws IOException, InterruptedException {
        publish(items);
        System.out.printf(
                "%d items, %d processors, load %.1f%n",
                items, Runtime.getRuntime().availableProcessors(), PROCESS.getSystemLoadAverage());
        Javalin web = Javalin.create(new HttpFront(
                Doors.services(hub, storage),
                Doors.of(hub, storage, List.of()),
                () -> "",
                new Site(() -> URI.create("http://localhost")),
                FrontSettings.usual())::install);
        web.start("localhost", 0);
        try {
            compare(web, "a frequent word", WORDS.get(0));
            compare(web, "two words", WORDS.get(3) + " " + WORDS.get(9));
            compare(web, "everything", "");
        } finally {
            web.stop();
            storage.close();
        }
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    private void compare(Javalin web, String what, String words) throws IOException, InterruptedException {
        HttpRequest asked = get("http://localhost:" + web.port() + "/en/search?q=" + words.replace(' ', '+'));
        byte[] bytes = sent(asked);
        Javalin bare = Javalin.create(config -> config.routes.get(
                "/", context -> context.contentType("text/html").result(bytes)));
        bare.start("localhost", 0);
        try {
            HttpRequest sent = get("http://localhost:" + bare.port() + "/");
            Desk visitor = hub.as(Actor.visitor());
            SearchQuery query = SearchQuery.of(words).limit(ON_A_PAGE).preferred(List.of(Language.EN));
            List<Task> tasks = List.of(() -> visitor.search(query), () -> sent(asked), () -> sent(sent));
            double[] millis = medians(tasks);
            double page = millis[1] - millis[2];
            System.out.printf(
                    "%s: the search %.2f ms, the page %.2f ms (%.2f with the way of its %d bytes); ratio %.2f%n",
                    what, millis[0], page, millis[1], bytes.length, page / millis[0]);
        } finally {
            bare.stop();
        }
    }

    /** In turns, so that what the machine does besides meets all alike. */
    private static double[] medians(List<Task> tasks) throws IOException, InterruptedException {
        long[][] nanos = new long[tasks.size()][BATCHES];
        for (int batch = -WARM; batch < BATCHES; batch++) {
            for (int task = 0; task < tasks.size(); task++) {
                long begun = PROCESS.getProcessCpuTime();
                for (int time = 0; time < BATCH; time++) {
                    tasks.get(task).run();
                }
                nanos[task][Math.max(0, batch)] = PROCESS.getProcessCpuTime() - begun;
            }
        }
        return Stream.of(nanos)
                .mapToDouble(spent -> Arrays.stream(spent)
                                .sorted()
                                .skip(BATCHES / 2)
                                .findFirst()
                                .orElseThrow()
                        / 1e6
                        / BATCH)
                .toArray();
    }

    private byte[] sent(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("The answer is " + response.statusCode());
        }
        return response.body();
    }

    private static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    // What there is to find.

    private void publish(int items) {
        PeopleDesk keeper = hub.as(Actor.administrator(new PersonId("keeper"))).people();
        List<PersonId> panel = Stream.of(Sector.UN, Sector.NON_UN, Sector.NON_UN)
                .map(sector -> keeper.addReviewer(
                        "Sample reviewer",
                        "",
                        keeper.addOrganisation("Sample organisation " + random.nextInt(), sector),
                        RosterEntry.in(Language.EN)))
                .toList();
        PersonId author = keeper.register("Sample author", "");
        for (int number = 0; number < items; number++) {
            publish(practice(number, author), author, panel);
        }
        hub.follow();
    }

    private void publish(Practice practice, PersonId author, List<PersonId> panel) {
        SubmissionId id = hub.as(Actor.contributor(author)).submit(practice).id();
        hub.as(Actor.secretariat(new PersonId("secretary"))).seatPanel(id, panel);
        for (PersonId person : panel) {
            hub.as(Actor.reviewer(person)).acceptSeat(id);
        }
        for (PersonId person : panel) {
            hub.as(Actor.reviewer(person)).review(id, ContentDigest.of(practice), ReviewOutcome.APPROVE, Comments.NONE);
        }
    }

    private Practice practice(int number, PersonId author) {
        return Practice.in(Language.EN)
                .title("Sample " + number + " " + words(6))
                .summary(words(150))
                .objective(Objective.values()[random.nextInt(Objective.values().length)])
                .type(PracticeType.known()
                        .get(random.nextInt(PracticeType.known().size())))
                .country(Country.all().get(random.nextInt(Country.all().size())).code())
                .since(2018 + random.nextInt(8))
                .implementer(OrganisationRef.named("Sample body " + random.nextInt(200)))
                .focalPoint(author)
                .build();
    }

    /** The first words are by far the most frequent, as in a language. */
    private String words(int length) {
        return IntStream.range(0, length)
                .mapToObj(word -> WORDS.get((int) Math.pow(WORDS.size(), random.nextDouble()) - 1))
                .collect(Collectors.joining(" "));
    }
}
