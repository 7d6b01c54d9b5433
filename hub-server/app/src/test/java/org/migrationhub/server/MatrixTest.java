package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.AccessTable;
import org.migrationhub.core.access.Relation;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.Gallery.Caller;
import org.migrationhub.server.SubmissionRoutes.Route;

/**
 * Everybody in every role asks for everything of a submission in every stage. What the answer must be follows from the
 * core's tables alone: who may, and what is possible then. Acts are only tried, so that every cell meets the same stage. What
 * concerns no single submission is asked for in {@link HubMatrixTest}.
 */
@Tag("exhaustive")
class MatrixTest {

    /** The messages that tell who judges an item: for those who may see the panel. All others are for who may see the disclosure. */
    private static final Set<String> TO_REVIEWERS = Set.of("invited", "revised", "seat-ended", "taken-back");

    private static Gallery gallery;
    private static SubmissionRoutes routes;

    @BeforeAll
    static void start() {
        gallery = new Gallery();
        routes = new SubmissionRoutes(gallery);
    }

    @AfterAll
    static void stop() {
        gallery.close();
    }

    @Test
    void everyRouteOfASubmissionIsInTheMatrix() {
        Set<String> there = new TreeSet<>();
        for (Described operation : Described.all(gallery.visitor())) {
            if (operation.path().startsWith(SubmissionRoutes.SUBMISSION)) {
                there.add(operation.method() + " " + operation.path());
            }
        }
        assertThat(routes.all().keySet())
                .filteredOn(route -> !route.contains(SubmissionRoutes.CHECK))
                .containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void everyCellIsAnsweredAsTheTablesSay() {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (StageName stage : StageName.values()) {
            for (Caller caller : gallery.callers()) {
                for (Route route : routes.all().values()) {
                    String expected = expected(stage, caller, route);
                    String answered =
                            family(routes.attempt(stage, caller, route).status());
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
                cells,
                StageName.values().length,
                gallery.callers().size(),
                routes.all().size(),
                counts,
                wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(counts).hasSizeGreaterThan(4);
    }

    @Test
    void whatIsPublicIsForEverybodyAlike() {
        int cells = 0;
        for (StageName stage : StageName.values()) {
            int expected = stage.isPublic() ? 200 : stage == StageName.RETRACTED ? 410 : 404;
            for (String rest : SubmissionRoutes.OF_ITEM) {
                String path = (SubmissionRoutes.ITEM + rest)
                        .replace("{id}", gallery.submissions().get(stage).value())
                        .replace("{sha256}", gallery.file().sha256().hex());
                String first = gallery.visitor().get(path).text();
                for (Caller caller : gallery.callers()) {
                    Reply reply = gallery.as(caller).get(path);
                    assertThat(reply.status())
                            .as("%s, %s: %s", stage, caller, rest)
                            .isEqualTo(expected);
                    assertThat(reply.text()).isEqualTo(first);
                    cells++;
                }
            }
        }
        System.out.printf("Matrix: %d cells of what is public%n", cells);
    }

    /** A message about an item is there only for those who keep the records, and may know that of the item which it tells. */
    @Test
    void messagesAboutAnItemAreForThoseWhoMayKnowOfItWhatTheyTell() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Told message : messages()) {
            for (Caller caller : gallery.callers()) {
                String path = "/api/v1/messages/" + message.id();
                int expected = expected(caller, message);
                Client client = gallery.as(caller);
                List<Reply> replies = List.of(
                        client.get(path),
                        client.post(path + "/retry?dryRun=true"),
                        client.post(path + "/discard?dryRun=true"));
                assertThat(replies)
                        .extracting(Reply::status)
                        .as("%s: %s", caller, message)
                        .containsOnly(expected);
                counts.merge(String.valueOf(expected), replies.size(), Integer::sum);
            }
        }
        int cells = counts.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("Matrix: %d cells of messages about items %s%n", cells, counts);
        assertThat(counts.keySet()).containsExactly("200", "401", "403", "404");
    }

    /** A role that nobody has a token for would go untested. */
    @Test
    void everyRoleIsAmongTheCallers() {
        assertThat(gallery.callers().stream().map(Caller::role).distinct()).containsExactlyInAnyOrder(Role.values());
    }

    // What must be answered.

    /** One or several families of statuses. */
    private static String expected(StageName stage, Caller caller, Route route) {
        Submission submission = routes.submission(stage);
        assertThat(submission.stage().name()).isEqualTo(stage);
        if (caller.part() == null && !route.path().startsWith(SubmissionRoutes.SUBMISSION)) {
            return "401"; // no address of an item tells anything by it
        }
        if (!permits(caller, submission, Right.SEE_STATUS)) {
            return "404";
        }
        if (!permits(caller, submission, route.right())) {
            return "403";
        }
        boolean handedIn = !submission.revisions().isEmpty();
        if (route.act() == null) {
            return read(submission, handedIn, route);
        }
        if (route.ends("/submission") && submission.draft().isEmpty()) {
            return "422";
        }
        Act act = route.act() == Act.SUBMIT && handedIn ? Act.REVISE : route.act();
        PersonId person = gallery.actor(caller).person();
        // what is possible may still be refused by a rule; what isn't is told either by the stage or by what there
        // isn't
        return submission.offers(act, person, Instant.now()) ? "200 or 422" : "409 or 422";
    }

    private static int expected(Caller caller, Told message) {
        if (!AccessTable.standard().permits(gallery.actor(caller), Right.KEEP_PEOPLE)) {
            return caller.part() == null ? 401 : 403;
        }
        Submission submission = gallery.storage()
                .submission(new SubmissionId(message.submission()))
                .orElseThrow()
                .value();
        return permits(caller, submission, message.needs()) ? 200 : 404;
    }

    private static boolean permits(Caller caller, Submission submission, Right right) {
        Relation relation = gallery.relation(caller, submission.id());
        StageName seenAs = submission.revisions().isEmpty()
                ? StageName.DRAFT
                : submission.stage().name();
        return AccessTable.standard().permits(gallery.actor(caller), relation, seenAs, right);
    }

    private static String read(Submission submission, boolean handedIn, Route route) {
        if (route.ends("/draft")) {
            return submission.draft().isPresent() ? "200" : "404";
        }
        if (route.ends("/working-copy") && route.method().equals("GET")) {
            return submission.permits(Act.SAVE_DRAFT) ? "200" : "404";
        }
        boolean needsRevision = route.path().contains("/revisions/") || route.ends("/candidates");
        return needsRevision && !handedIn ? "404" : "200";
    }

    private static String family(int status) {
        return status < 300 ? "200" : String.valueOf(status);
    }

    // What is asked for by ids of its own.

    private record Told(String id, String kind, String submission) {

        Right needs() {
            return TO_REVIEWERS.contains(kind) ? Right.SEE_PANEL : Right.SEE_DISCLOSURE;
        }
    }

    /** Of the messages about each submission, one of those that tell who judges it, and one of the others. */
    private static Collection<Told> messages() {
        Map<String, Told> messages = new TreeMap<>();
        gallery.tables()
                .read(handle -> handle.createQuery("select * from server.message where submission is not null")
                        .map((row, context) ->
                                new Told(row.getString("id"), row.getString("kind"), row.getString("submission")))
                        .list())
                .forEach(message -> messages.put(message.needs() + message.submission(), message));
        return messages.values();
    }
}
