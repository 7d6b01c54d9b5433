package org.migrationhub.server.load;

import io.javalin.Javalin;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;
import org.migrationhub.search.lucene.LuceneSearchIndex;
import org.migrationhub.server.Doors;
import org.migrationhub.server.api.FrontSettings;
import org.migrationhub.server.api.HttpFront;
import org.migrationhub.server.load.ThreadTimes.Taken;
import org.migrationhub.server.site.Site;
import org.migrationhub.storage.jdbi.JdbiStorage;

/**
 * How much of the processor's time the page of a search takes, its search in it, beside the search alone, so that other
 * programs don't count. What is counted is the time of all threads of the process, the garbage collector's among them, which is
 * told by itself, too; not that of the compilers, which end sooner or later, nor that of the threads of the client that asks.
 * Of the page's time what the way takes is left out: what a bare handler of the web framework needs to send the same bytes.
 * It runs on Linux alone, which tells what each thread takes.
 *
 * <p>Nothing is asked twice, so no page can be one that was kept finished. Search and page ask all of the same questions, but
 * each at another time, so that neither finds in the processor's caches what the other has just left there. Each search is
 * made at a desk of its own, as the server does.
 *
 * <p>Not a test: its figures say something only together with the machine on which they were taken.
 *
 * <pre>{@code
 * mvn -pl hub-server/app -am test-compile
 * java -cp ... org.migrationhub.server.load.SearchPageRun [published items]
 * }</pre>
 */
public final class SearchPageRun {

    private static final int BATCH = 20;
    private static final int MOST_QUESTIONS = 1_500;
    private static final int ON_A_PAGE = 10;

    private static final List<String> WORDS = IntStream.range(0, 2_000)
            .mapToObj(number -> Integer.toString(40_000 + number * 37, 36).replaceAll("[0-9]", "o"))
            .distinct()
            .toList();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JdbiStorage storage = JdbiStorage.inMemory();
    private final Hub hub = Hub.builder()
            .storage(storage)
            .searchIndex(LuceneSearchIndex.inMemory())
            .build();
    private final Random random = new Random(1);
    private volatile byte[] echoed = new byte[0];

    private SearchPageRun() {}

    /** Prints a line for each kind of search. */
    public static void main(String... arguments) throws Exception {
        System.setProperty("hub.log.level", "warn"); // a line for each request would be measured, too
        new SearchPageRun().run(arguments.length == 0 ? 1_000 : Integer.parseInt(arguments[0]));
    }

    private void run(int items) throws IOException, InterruptedException {
        publish(items);
        System.out.printf(
                "%d items, %d processors, load %.1f%n",
                items,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        Javalin web = Javalin.create(new HttpFront(
                Doors.services(hub, storage),
                Doors.of(hub, storage, List.of()),
                () -> "",
                new Site(() -> URI.create("http://localhost")),
                FrontSettings.usual())::install);
        Javalin bare = Javalin.create(config -> config.routes.get(
                "/", context -> context.contentType("text/html").result(echoed)));
        web.start("localhost", 0);
        bare.start("localhost", 0);
        try {
            Sides sides = new Sides("http://localhost:" + web.port(), get("http://localhost:" + bare.port() + "/"));
            warmUp(sides);
            System.out.println("From here on it counts:");
            for (Questions questions : kinds(query -> query)) {
                compare(sides, questions);
            }
        } finally {
            web.stop();
            bare.stop();
            storage.close();
        }
    }

    // What is asked.

    /**
     * A search, as the core and as a browser asks for it.
     *
     * @param address behind that of the page
     * @param query the same
     */
    private record Question(String address, SearchQuery query) {

        static Question of(SearchQuery query) {
            List<String> pairs = new ArrayList<>();
            pairs.add("q=" + query.words().replace(' ', '+'));
            query.filters().forEach((facet, values) -> values.forEach(value -> pairs.add(facet.code() + "=" + value)));
            pairs.add("sort=" + query.sort().code());
            if (query.after() != null) {
                pairs.add("cursor=" + URLEncoder.encode(query.after(), StandardCharsets.UTF_8));
            }
            return new Question("?" + String.join("&", pairs), query);
        }
    }

    /**
     * Questions of one kind, each another one.
     *
     * @param what they ask for
     * @param all of them
     */
    private record Questions(String what, List<Question> all) {

        Questions {
            all = List.copyOf(all);
            if (Set.copyOf(all).size() < all.size()) {
                throw new IllegalArgumentException("Something is asked twice: " + what);
            }
        }

        /** As many as are asked, in any order. */
        static Questions of(String what, Stream<SearchQuery> queries) {
            List<Question> all =
                    new ArrayList<>(queries.map(query -> query.limit(ON_A_PAGE).preferred(List.of(Language.EN)))
                            .map(Question::of)
                            .toList());
            Collections.shuffle(all, new Random(1));
            return new Questions(what, all.subList(0, Math.min(MOST_QUESTIONS, all.size() / BATCH * BATCH)));
        }
    }

    /** All kinds of questions, each narrowed in the same way. */
    private List<Questions> kinds(UnaryOperator<SearchQuery> narrowed) {
        return List.of(
                Questions.of(
                        "a word", words(WORDS.stream().limit(MOST_QUESTIONS)).map(narrowed)),
                Questions.of("two words", words(pairs(WORDS.subList(0, 60))).map(narrowed)),
                Questions.of(
                        "three words",
                        words(pairs(WORDS.subList(1, 60)).map(pair -> WORDS.get(0) + " " + pair))
                                .map(narrowed)),
                Questions.of(
                        "a word, and 1 of the objectives", wordsAndValues(1).map(narrowed)),
                Questions.of(
                        "a word, and 2 of the objectives", wordsAndValues(2).map(narrowed)),
                Questions.of("three objectives, in each order", values().map(narrowed)),
                Questions.of("everything, page by page, in each order", everything(narrowed)));
    }

    private static Stream<SearchQuery> words(Stream<String> words) {
        return words.map(SearchQuery::of);
    }

    private static Stream<SearchQuery> wordsAndValues(int most) {
        return WORDS.subList(0, 80).stream()
                .flatMap(word -> IntStream.range(0, 20)
                        .mapToObj(first -> SearchQuery.of(word)
                                .only(
                                        Facet.OBJECTIVE,
                                        Stream.of(Objective.values())
                                                .skip(first)
                                                .limit(most)
                                                .map(Objective::code)
                                                .toArray(String[]::new))));
    }

    private static Stream<SearchQuery> values() {
        List<String> objectives =
                Stream.of(Objective.values()).map(Objective::code).toList();
        return longer(pairs(objectives), objectives)
                .map(three -> SearchQuery.everything().only(Facet.OBJECTIVE, three.split(" ")))
                .flatMap(query -> Stream.of(Sort.values()).map(query::sort));
    }

    private Stream<SearchQuery> everything(UnaryOperator<SearchQuery> narrowed) {
        List<SearchQuery> pages = new ArrayList<>();
        for (Sort sort : Sort.values()) {
            SearchQuery page = narrowed.apply(
                    SearchQuery.everything().sort(sort).limit(ON_A_PAGE).preferred(List.of(Language.EN)));
            String next = "";
            while (next != null) {
                pages.add(page);
                next = hub.as(Actor.visitor()).search(page).next();
                page = page.after(next);
            }
        }
        return pages.stream();
    }

    private static Stream<String> pairs(List<String> words) {
        return longer(words.stream(), words);
    }

    /** Each with every word behind it that comes after its last. */
    private static Stream<String> longer(Stream<String> some, List<String> words) {
        return some.flatMap(one -> words.stream()
                .filter(other -> one.substring(one.lastIndexOf(' ') + 1).compareTo(other) < 0)
                .map(other -> one + " " + other));
    }

    // What it takes.

    /** Where the page is, and what sends the same bytes. */
    private record Sides(String site, HttpRequest bare) {}

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    /**
     * What is asked later is asked before in ways that find the same but aren't the same: what is measured is a server that
     * has been up for some minutes, and not the compiler.
     */
    private void warmUp(Sides sides) throws IOException, InterruptedException {
        List<UnaryOperator<SearchQuery>> ways = List.of(
                query -> query.only(Facet.LANGUAGE, "en"),
                query -> query.only(Facet.KIND, "practice"),
                query -> query.only(Facet.LANGUAGE, "en").only(Facet.KIND, "practice"));
        for (UnaryOperator<SearchQuery> way : ways) {
            for (Questions questions : kinds(way)) {
                for (Question question : questions.all()) {
                    search(question);
                    echoed = sent(get(sides.site() + "/en/search" + question.address()));
                    sent(sides.bare());
                }
            }
        }
    }

    /** In turns, so that what the machine does besides meets all alike; the first third is only for warming up. */
    private void compare(Sides sides, Questions questions) throws IOException, InterruptedException {
        int batches = questions.all().size() / BATCH;
        Taken[][] taken = new Taken[3][batches];
        long bytes = 0;
        for (int batch = 0; batch < batches; batch++) {
            List<Question> searched = batch(questions, batch);
            List<Question> opened = batch(questions, (batch + batches / 2) % batches);
            List<byte[]> pages = new ArrayList<>();
            taken[0][batch] = taken(() -> searched.forEach(this::search));
            taken[1][batch] = taken(() -> {
                for (Question question : opened) {
                    pages.add(sent(get(sides.site() + "/en/search" + question.address())));
                }
            });
            taken[2][batch] = taken(() -> {
                for (byte[] page : pages) {
                    echoed = page;
                    sent(sides.bare());
                }
            });
            bytes += pages.stream().mapToLong(page -> page.length).sum();
        }
        double asked = 1e6 * BATCH * (batches - batches / 3);
        Taken search = most(taken[0]);
        Taken way = most(taken[2]);
        Taken page = most(taken[1]).minus(way);
        System.out.printf(
                "%s: the search %.2f ms (%.2f of them the collector), the page %.2f ms (%.2f), ratio %.2f;"
                        + " the way of its %d bytes %.2f ms; not counted %.2f and %.2f ms of the compilers%n",
                questions.what(),
                search.working() / asked,
                search.collecting() / asked,
                page.working() / asked,
                page.collecting() / asked,
                (double) page.working() / search.working(),
                bytes / questions.all().size(),
                way.working() / asked,
                search.compiling() / asked,
                page.compiling() / asked);
    }

    private static List<Question> batch(Questions questions, int number) {
        return questions.all().subList(number * BATCH, (number + 1) * BATCH);
    }

    private void search(Question question) {
        hub.as(Actor.visitor()).search(question.query());
    }

    private static Taken taken(Task task) throws IOException, InterruptedException {
        ThreadTimes begun = ThreadTimes.now();
        task.run();
        return ThreadTimes.now().since(begun);
    }

    /** Of all batches but the first third. */
    private static Taken most(Taken... batches) {
        return Arrays.stream(batches).skip(batches.length / 3).reduce(Taken.NOTHING, Taken::plus);
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
