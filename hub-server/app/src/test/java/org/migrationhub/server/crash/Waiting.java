package org.migrationhub.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.migrationhub.server.Reply;

/** Asks again until the answer is as it should be. */
final class Waiting {

    private Waiting() {}

    /** How long that took; fails when it takes longer than it may. */
    static Duration until(Duration atMost, Supplier<Reply> question, Predicate<Reply> answered) {
        Instant begun = Instant.now();
        Reply reply = question.get();
        while (!answered.test(reply)) {
            assertThat(Duration.between(begun, Instant.now())).as(reply.text()).isLessThan(atMost);
            reply = question.get();
        }
        return Duration.between(begun, Instant.now());
    }
}
