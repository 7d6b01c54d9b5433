package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Role;
import org.migrationhub.server.Gallery.Caller;
import org.migrationhub.server.Gallery.Part;
import org.migrationhub.server.HubRoutes.Row;

/**
 * Everybody in every role asks for everything that concerns no single submission, by a token and by a session, about others and
 * about themselves, and is answered as {@link HubRoutes} says. Together with {@link MatrixTest} that is all that there is.
 */
@Tag("exhaustive")
class HubMatrixTest {

    /** Who comes by tokens: somebody on the roster, which most of those who come by sessions are not. */
    private static final Part BY_TOKENS = Part.THIRD;

    private static Gallery gallery;
    private static List<Caller> callers;
    private static HubRoutes routes;

    @BeforeAll
    static void start() {
        gallery = new Gallery();
        Members members = new Members(gallery);
        callers = new ArrayList<>(gallery.callers().stream()
                .filter(caller -> caller.part() == null || caller.part() == BY_TOKENS)
                .toList());
        callers.addAll(members.callers());
        routes = new HubRoutes(gallery, members);
    }

    @AfterAll
    static void stop() {
        gallery.close();
    }

    @Test
    void everyCellIsAnsweredAsTheTableSays() {
        Map<Integer, Integer> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Caller caller : callers) {
            for (Row row : routes.rows()) {
                for (boolean own : row.targets(caller)) {
                    int expected = routes.expected(row, caller, own);
                    Reply reply = routes.attempt(row, caller, own);
                    counts.merge(expected, 1, Integer::sum);
                    if (family(reply) != expected) {
                        wrong.add("%s: %s%s of %s: %d, not %d %s"
                                .formatted(
                                        caller,
                                        row.operation(),
                                        row.query(),
                                        own ? "themselves" : "another",
                                        reply.status(),
                                        expected,
                                        reply.text()));
                    }
                }
            }
        }
        System.out.printf(
                "Matrix: %d cells of the whole hub (%d callers, %d rows) %s, %d wrong%n",
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                callers.size(),
                routes.rows().size(),
                counts,
                wrong.size());
        assertThat(wrong).isEmpty();
        assertThat(counts.keySet()).contains(200, 401, 403, 404);
    }

    @Test
    void everyOperationThatIsDescribedIsInOneOfTheMatrices() {
        Set<String> asked = routes.rows().stream().map(Row::operation).collect(Collectors.toSet());
        List<String> missing = Described.all(gallery.visitor()).stream()
                .filter(operation -> !isOfSubmission(operation) && !asked.contains(operation.id()))
                .map(Described::id)
                .toList();
        assertThat(missing).isEmpty();
    }

    /** What {@link MatrixTest} asks for. */
    private static boolean isOfSubmission(Described operation) {
        return operation.path().startsWith(SubmissionRoutes.SUBMISSION)
                || SubmissionRoutes.OF_ITEM.stream()
                        .anyMatch(rest -> operation.path().equals(SubmissionRoutes.ITEM + rest));
    }

    @Test
    void everyRoleComesByATokenAndByASession() {
        assertThat(callers.stream().filter(caller -> !caller.isLoggedIn()).map(Caller::role))
                .contains(Role.values());
        assertThat(Stream.concat(
                        Stream.of(Role.VISITOR),
                        callers.stream().filter(Caller::isLoggedIn).map(Caller::role)))
                .containsExactlyInAnyOrder(Role.values());
    }

    private static int family(Reply reply) {
        return reply.status() < 400 ? 200 : reply.status();
    }
}
