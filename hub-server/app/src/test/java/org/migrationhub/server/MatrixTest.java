package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.AccessTable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Relation;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.server.Gallery.Caller;
import org.migrationhub.server.Gallery.Part;
import org.migrationhub.server.json.Json;

/**
 * Everybody in every role asks for everything of a submission in every stage. What the answer must be follows from the
 * core's tables alone: who may, and what is possible then. Acts are only tried, so that every cell meets the same stage.
 */
class MatrixTest {

    private static final String SUBMISSION = "/api/v1/submissions/{id}";
    private static final String ITEM = "/api/v1/items/{id}";

    private static Gallery gallery;
    private static Map<String, Route> routes;

    /** What is asked for, and the right that it needs. */
    private record Route(
            String method,
            String path,
            Right right,
            @Nullable Act act,
            String body) {}

    @BeforeAll
    static void start() {
        gallery = new Gallery();
        routes = routes();
    }

    @AfterAll
    static void stop() {
        gallery.close();
    }

    @Test
    void everyRouteOfASubmissionIsInTheMatrix() {
        Set<String> there = new TreeSet<>();
        gallery.visitor().get("/api/v1").json().at("/operations").forEach(operation -> {
            if (operation.path("path").asText().startsWith(SUBMISSION)) {
                there.add(operation.path("method").asText() + " "
                        + operation.path("path").asText());
            }
        });
        assertThat(routes.keySet()).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void everyCellIsAnsweredAsTheTablesSay() {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (StageName stage : StageName.values()) {
            for (Caller caller : gallery.callers()) {
                for (Route route : routes.values()) {
                    String expected = expected(stage, caller, route);
                    String answered = family(ask(stage, caller, route).status());
                    counts.merge(expected, 1, Integer::sum);
                    if (!expected.contains(answered)) {
                        wrong.add("%s, %s: %s %s: %s, not %s"
                                .formatted(stage, caller, route.method(), route.path(), answered, expected));
                    }
                }
            }
        }
        int cells = counts.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf(
                "Matrix: %d cells (%d stages, %d callers, %d routes) %s, %d wrong%n",
                cells, StageName.values().length, gallery.callers().size(), routes.size(), counts, wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(counts).hasSizeGreaterThan(4);
    }

    @Test
    void whatIsPublicIsForEverybodyAlike() {
        int cells = 0;
        for (StageName stage : StageName.values()) {
            String path = ITEM.replace("{id}", gallery.submissions().get(stage).value());
            int expected = stage.isPublic() ? 200 : stage == StageName.RETRACTED ? 410 : 404;
            String file = path + "/attachments/" + gallery.file().sha256();
            String first = gallery.visitor().get(path).text();
            for (Caller caller : gallery.callers()) {
                Reply reply = gallery.as(caller).get(path);
                assertThat(reply.status()).as("%s, %s", stage, caller).isEqualTo(expected);
                assertThat(reply.text()).isEqualTo(first);
                assertThat(gallery.as(caller).get(file).status()).isEqualTo(expected);
                cells += 2;
            }
        }
        System.out.printf("Matrix: %d cells of what is public%n", cells);
    }

    @Test
    void whatConcernsTheWholeHubIsAnsweredByTheRightsOfTheRole() {
        String person = "/api/v1/people/" + gallery.person(Part.THIRD);
        Map<String, Right> needed = new LinkedHashMap<>();
        needed.put("POST /api/v1/checks ITEM", Right.START);
        needed.put("POST /api/v1/submissions?dryRun=true ITEM", Right.START);
        needed.put("POST /api/v1/submissions?dryRun=true&draft=true ITEM", Right.START);
        needed.put(
                "POST /api/v1/people/OTHER/submissions?dryRun=true {\"text\":\"Sample\",\"item\":ITEM}",
                Right.START_ON_BEHALF);
        needed.put("GET /api/v1/submissions?queue=all", Right.SEE_QUEUES);
        needed.put("GET /api/v1/submissions?queue=overdue", Right.SEE_QUEUES);
        needed.put("GET /api/v1/people", Right.KEEP_PEOPLE);
        needed.put("POST /api/v1/organisations?dryRun=true {\"name\":\"Sample\",\"sector\":\"un\"}", Right.KEEP_PEOPLE);
        needed.put("POST " + person + "/erasure?dryRun=true {}", Right.ERASE_PERSON);
        needed.put("GET /api/v1/journal", Right.SEE_WHOLE_JOURNAL);
        needed.put("POST /api/v1/journal/checkpoints?dryRun=true {}", Right.SEE_WHOLE_JOURNAL);
        String item = item();
        int cells = 0;
        for (Caller caller : gallery.callers()) {
            for (Map.Entry<String, Right> entry : needed.entrySet()) {
                Part other = caller.part() == Part.THIRD ? Part.FORMER : Part.THIRD;
                String asked = entry.getKey()
                        .replace("OTHER", gallery.person(other).value())
                        .replace("ITEM", item);
                String[] parts = asked.split(" ", 3);
                boolean may = AccessTable.standard().permits(actor(caller), entry.getValue());
                String expected = may ? "200" : caller.part() == null ? "401" : "403";
                Reply reply = send(gallery.as(caller), parts[0], parts[1], parts.length > 2 ? parts[2] : "");
                assertThat(family(reply.status()))
                        .as("%s: %s", caller, entry.getKey())
                        .isEqualTo(expected);
                cells++;
            }
        }
        System.out.printf("Matrix: %d cells of the whole hub%n", cells);
    }

    // What must be answered.

    /** One or several families of statuses. */
    private static String expected(StageName stage, Caller caller, Route route) {
        Stored<Submission> stored =
                gallery.storage().submission(gallery.submissions().get(stage)).orElseThrow();
        Submission submission = stored.value();
        assertThat(submission.stage().name()).isEqualTo(stage);
        boolean handedIn = !submission.revisions().isEmpty();
        PersonId person = actor(caller).person();
        Relation relation = gallery.relation(caller, submission.id());
        StageName seenAs = handedIn ? stage : StageName.DRAFT;
        AccessTable table = AccessTable.standard();
        if (!table.permits(actor(caller), relation, seenAs, Right.SEE_STATUS)) {
            return "404";
        }
        if (!table.permits(actor(caller), relation, seenAs, route.right())) {
            return "403";
        }
        if (route.act() == null) {
            return read(submission, handedIn, route);
        }
        if (route.path().endsWith("/submission") && submission.draft().isEmpty()) {
            return "422";
        }
        Act act = route.act() == Act.SUBMIT && handedIn ? Act.REVISE : route.act();
        // what is possible may still be refused by a rule; what isn't is told either by the stage or by what there
        // isn't
        return submission.offers(act, person, Instant.now()) ? "200 or 422" : "409 or 422";
    }

    private static String read(Submission submission, boolean handedIn, Route route) {
        if (route.path().endsWith("/draft")) {
            return submission.draft().isPresent() ? "200" : "404";
        }
        if (route.path().endsWith("/working-copy") && route.method().equals("GET")) {
            return submission.permits(Act.SAVE_DRAFT) ? "200" : "404";
        }
        boolean needsRevision =
                route.path().contains("/revisions/") || route.path().endsWith("/candidates");
        return needsRevision && !handedIn ? "404" : "200";
    }

    private static String family(int status) {
        return status < 300 ? "200" : String.valueOf(status);
    }

    // Asking.

    private static Reply ask(StageName stage, Caller caller, Route route) {
        String id = gallery.submissions().get(stage).value();
        String path = route.path()
                .replace("{id}", id)
                .replace("{number}", "1")
                .replace("{sha256}", gallery.file().sha256().hex());
        boolean tried = !route.method().equals("GET");
        return send(gallery.as(caller), route.method(), path + (tried ? "?dryRun=true" : ""), body(stage, route));
    }

    private static Reply send(Client client, String method, String path, String body) {
        return switch (method) {
            case "GET" -> client.get(path);
            case "PUT" -> client.put(path, body);
            case "DELETE" -> client.send("DELETE", path);
            default -> client.post(path, body);
        };
    }

    private static String body(StageName stage, Route route) {
        if (!route.body().equals("DIGEST")) {
            return route.body();
        }
        Submission submission = gallery.storage()
                .submission(gallery.submissions().get(stage))
                .orElseThrow()
                .value();
        String digest =
                submission.revision().map(last -> last.digest().toString()).orElse("sha256:" + "0".repeat(64));
        return Story.review(digest, "approve", "");
    }

    private static Actor actor(Caller caller) {
        return gallery.actor(caller);
    }

    private static Map<String, Route> routes() {
        Map<String, Route> all = new LinkedHashMap<>();
        read(all, "", Right.SEE_STATUS);
        read(all, "/draft", Right.SEE_DRAFT);
        read(all, "/working-copy", Right.SAVE_DRAFT);
        read(all, "/disclosure", Right.SEE_DISCLOSURE);
        read(all, "/revisions/{number}", Right.SEE_CONTENT);
        read(all, "/attachments/{sha256}", Right.SEE_CONTENT);
        read(all, "/candidates", Right.SEE_CANDIDATES);
        read(all, "/journal", Right.SEE_JOURNAL);
        String item = item();
        String reviewer = "{\"reviewer\":\"%s\"}".formatted(gallery.person(Part.THIRD));
        act(all, "PUT", "/draft", Act.SAVE_DRAFT, item);
        act(all, "PUT", "/working-copy", Act.SAVE_DRAFT, item);
        String copy = SUBMISSION + "/working-copy";
        all.put("DELETE " + copy, new Route("DELETE", copy, Right.SAVE_DRAFT, null, ""));
        act(all, "POST", "/revisions", Act.REVISE, item);
        act(all, "POST", "/withdrawal", Act.WITHDRAW, "{}");
        act(all, "POST", "/return", Act.RETURN, "{\"text\":\"Sample words.\"}");
        act(all, "POST", "/decline", Act.DECLINE, "{\"text\":\"Sample words.\"}");
        act(all, "POST", "/panel", Act.SEAT_PANEL, panel());
        act(all, "POST", "/seats", Act.FILL_SEAT, reviewer);
        act(all, "POST", "/seats/{number}/replacement", Act.REPLACE_SEAT, reviewer);
        act(all, "POST", "/further-seat", Act.SEAT_FURTHER, reviewer);
        act(all, "POST", "/round-closure", Act.CLOSE_ROUND, "{}");
        act(all, "PUT", "/feature", Act.FEATURE, "{\"sentences\":{\"en\":\"Sample sentence.\"}}");
        act(all, "DELETE", "/feature", Act.UNFEATURE, "");
        act(all, "POST", "/retraction", Act.RETRACT, "{\"reason\":\"Sample words.\"}");
        act(all, "POST", "/representation", Act.REPRESENT, "{\"text\":\"Sample words.\"}");
        act(all, "POST", "/acceptance", Act.ACCEPT_SEAT, "{}");
        act(all, "POST", "/refusal", Act.DECLINE_SEAT, "{}");
        act(all, "POST", "/recusal", Act.RECUSE, "{}");
        act(all, "POST", "/reviews", Act.REVIEW, "DIGEST");
        act(all, "POST", "/submission", Act.SUBMIT, "{}");
        return all;
    }

    private static void read(Map<String, Route> all, String rest, Right right) {
        all.put("GET " + SUBMISSION + rest, new Route("GET", SUBMISSION + rest, right, null, ""));
    }

    private static void act(Map<String, Route> all, String method, String rest, Act act, String body) {
        all.put(method + " " + SUBMISSION + rest, new Route(method, SUBMISSION + rest, Right.to(act), act, body));
    }

    private static String item() {
        return new String(
                Json.bytes(ContentCodec.write(gallery.practice("Sample: handed in by the matrix"))),
                StandardCharsets.UTF_8);
    }

    private static String panel() {
        return "{\"reviewers\":[\"%s\",\"%s\",\"%s\"]}"
                .formatted(gallery.person(Part.SEATED), gallery.person(Part.INVITED), gallery.person(Part.THIRD));
    }

    /** A role that nobody has a token for would go untested. */
    @Test
    void everyRoleIsAmongTheCallers() {
        assertThat(gallery.callers().stream().map(Caller::role).distinct()).containsExactlyInAnyOrder(Role.values());
    }
}
