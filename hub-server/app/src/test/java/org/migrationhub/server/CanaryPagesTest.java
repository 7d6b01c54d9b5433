package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Reviewers' names and ids, people's addresses, drafts, and what is said to the secretariat in confidence: whatever page
 * anybody comes to by links is asked for as everybody, in the six languages in turn, and none of these may stand there but for
 * those who may know.
 */
@Tag("exhaustive")
class CanaryPagesTest {

    private static final String SECRETARIAT = "secretariat";
    private static final String SUBMITTER = "contributor-2";
    private static final String DRAFT = "canarydraft";
    private static final String CONFIDENCE = "canaryconfidence";
    private static final List<String> PEOPLE = List.of(
            "", SUBMITTER, "contributor", "reviewer-1", "reviewer-2", "reviewer-4", SECRETARIAT, "administrator");

    /** Links to what is read, without the many choices of a search, each of which is an address of its own. */
    private static final Pattern LINK = Pattern.compile("href=\"/en(/[^\"?#]*|/desk/queue\\?queue=[a-z-]+)\"");

    private static final int MOST = 600;

    private static RunningServer server;
    private static Story open;

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
        Story.publishedTwice(server, "Sample: finished rounds");
        open = Story.inReview(server, "Sample: an open round").accept(2).accept(4);
        String review = Story.review(open.digest(), "approve", "Fine.");
        Story.ok(server.reviewer(2)
                .post(open.path("/reviews"), review.replaceFirst("}$", ",\"toSecretariat\":\"" + CONFIDENCE + "\"}")));
        Story.ok(server.contributor()
                .post(
                        "/api/v1/submissions?draft=true",
                        "{\"kind\":\"practice\",\"language\":\"en\",\"texts\":{\"en\":{\"title\":\"" + DRAFT
                                + "\"}}}"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void pagesTellNobodyWhatTheyMayNotKnow() {
        Map<String, Visitor> people = new LinkedHashMap<>();
        PEOPLE.forEach(name -> people.put(name, name.isEmpty() ? new Visitor(server) : Visitor.of(server, name)));
        Set<String> addresses = new LinkedHashSet<>();
        people.values().forEach(visitor -> addresses.addAll(reached(visitor)));

        Map<String, Integer> seen = new HashMap<>();
        List<String> leaks = new ArrayList<>();
        int calls = 0;
        for (Map.Entry<String, Visitor> person : people.entrySet()) {
            for (String address : addresses) {
                String language = SitePages.LANGUAGES.get(calls % SitePages.LANGUAGES.size());
                Reply reply = person.getValue().open("/" + language + address);
                String whole = reply.text() + reply.headers().map();
                calls++;
                for (String canary : canaries()) {
                    if (whole.contains(canary)) {
                        seen.merge(canary, 1, Integer::sum);
                        if (!address.contains(canary) && !mayKnow(person.getKey(), canary)) { // else it was said to us
                            leaks.add("%s: /%s%s tells %s".formatted(person.getKey(), language, address, canary));
                        }
                    }
                }
            }
        }
        System.out.printf(
                "Canaries on pages: %d addresses, %d calls, %d leaks%n", addresses.size(), calls, leaks.size());
        assertThat(leaks).isEmpty();
        assertThat(addresses).hasSizeGreaterThan(200);
        assertThat(seen.keySet())
                .as("a canary that nobody ever sees proves nothing")
                .containsAll(canaries());
    }

    /** Every page to which links lead, from the front page and from the desk on. */
    private static Set<String> reached(Visitor visitor) {
        Set<String> reached = new LinkedHashSet<>(List.of("/", "/desk"));
        Deque<String> unread = new ArrayDeque<>(reached);
        while (!unread.isEmpty() && reached.size() < MOST) {
            Reply reply = visitor.open("/en" + unread.remove());
            LINK.matcher(reply.text())
                    .results()
                    .map(CanaryPagesTest::address)
                    .filter(reached::add)
                    .forEach(unread::add);
            if (reply.status() == 303 || reply.status() == 302) {
                String to = reply.header("Location").replaceFirst("^/en", "");
                if (to.startsWith("/") && reached.add(to)) {
                    unread.add(to);
                }
            }
        }
        return reached;
    }

    private static String address(MatchResult link) {
        return link.group(1).replace("&amp;", "&");
    }

    private static boolean mayKnow(String person, String canary) {
        if (canary.equals(DRAFT)) {
            return person.equals(SUBMITTER);
        }
        if (person.equals(SECRETARIAT) || person.equals("administrator")) {
            return true;
        }
        return canary.equals(CONFIDENCE) ? person.equals("reviewer-2") : isTheirOwn(person, canary);
    }

    private static boolean isTheirOwn(String person, String canary) {
        return canary.equals(address(person))
                || (person.startsWith("reviewer-")
                        && (canary.equals(server.reviewerId(number(person)))
                                || canary.equals("Sample reviewer " + number(person) + " (")));
    }

    private static int number(String reviewer) {
        return Integer.parseInt(reviewer.substring("reviewer-".length()));
    }

    private static String address(String person) {
        return "demo-" + person + "@example.org";
    }

    private static List<String> canaries() {
        List<String> canaries = new ArrayList<>(List.of(DRAFT, CONFIDENCE, address(SUBMITTER), address("contributor")));
        for (int number = 1; number <= 8; number++) {
            canaries.add("Sample reviewer " + number + " (");
            canaries.add(server.reviewerId(number));
            canaries.add(address("reviewer-" + number));
        }
        return canaries;
    }
}
