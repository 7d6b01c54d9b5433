package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.review.StageName;
import org.migrationhub.server.Gallery.Caller;
import org.migrationhub.server.HubRoutes.Row;
import org.migrationhub.server.SubmissionRoutes.Route;

/**
 * What is only tried is answered as what is done: without that, the matrices would say nothing of what happens in earnest. Of each
 * operation one is done that may be, and one is asked for that is refused.
 */
class TrialsTest {

    private Gallery gallery;

    @BeforeEach
    void start() {
        gallery = new Gallery();
    }

    @AfterEach
    void stop() {
        gallery.close();
    }

    @Test
    void whatIsTriedOnASubmissionIsAnsweredAsWhatIsDone() {
        SubmissionRoutes routes = new SubmissionRoutes(gallery);
        Set<String> done = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        for (Route route : routes.all().values()) {
            for (StageName stage : StageName.values()) {
                for (Caller caller : gallery.callers()) {
                    String name = route.method() + " " + route.path();
                    if (!route.reads() && !(done.contains(name) && refused.contains(name))) {
                        Reply tried = routes.attempt(stage, caller, route);
                        if ((tried.status() < 300 ? done : refused).add(name)) {
                            holdAlike(name, tried, routes.earnest(stage, caller, route));
                        }
                    }
                }
            }
        }
        System.out.printf("Trials: %d acts on submissions done, %d refused as tried%n", done.size(), refused.size());
        assertThat(refused).hasSize((int)
                routes.all().values().stream().filter(route -> !route.reads()).count());
        refused.removeAll(done);
        assertThat(refused)
                .as("what this policy, and rounds in which nobody has said no, leave no room for")
                .containsExactlyInAnyOrder(
                        "POST /api/v1/submissions/{id}/further-seat", "POST /api/v1/submissions/{id}/round-closure");
    }

    @Test
    void whatIsTriedOfTheRestIsAnsweredAsWhatIsDone() {
        Members members = new Members(gallery);
        HubRoutes routes = new HubRoutes(gallery, members);
        List<Caller> callers = members.callers();
        Set<String> done = new TreeSet<>();
        Set<String> triable = new TreeSet<>();
        for (Row row : routes.rows()) {
            if (routes.isTriable(row)) {
                triable.add(row.operation());
                holdAlike(routes, row, gallery.callers().get(0));
                callers.stream()
                        .filter(caller -> routes.expected(row, caller, false) == 200)
                        .reduce((first, last) -> last)
                        .ifPresent(caller -> {
                            holdAlike(routes, row, caller);
                            done.add(row.operation());
                        });
            }
        }
        System.out.printf("Trials: %d other operations done as tried%n", done.size());
        assertThat(done).isEqualTo(triable);
    }

    private static void holdAlike(HubRoutes routes, Row row, Caller caller) {
        Reply tried = routes.attempt(row, caller, false);
        holdAlike(row.operation() + " as " + caller, tried, routes.earnest(row, caller, false));
    }

    /** What is created is told otherwise when it is only tried; what is refused is refused in the same words. */
    private static void holdAlike(String name, Reply tried, Reply done) {
        if (tried.status() < 300) {
            assertThat(done.status()).as("%s: %s", name, done.text()).isBetween(200, 204);
        } else {
            assertThat(done.status()).as(name).isEqualTo(tried.status());
            assertThat(done.text()).as(name).isEqualTo(tried.text());
        }
    }
}
