package org.migrationhub.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.storage.StorageUnavailableException;
import org.migrationhub.server.tables.ServerTables;
import org.migrationhub.storage.jdbi.JdbiStorage;

/** What becomes of a key when the request under it goes astray. */
class RepeatsTest {

    private static final PersonId ANA = new PersonId("ana");
    private static final RequestKey KEY = new RequestKey(ANA, "s".repeat(64), "f".repeat(64));

    private final JdbiStorage storage = JdbiStorage.inMemory();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-27T12:00:00Z"));
    private final Repeats repeats = new Repeats(
            ServerTables.in(storage), now::get, () -> UUID.randomUUID().toString());
    private final List<Reservation> made = new ArrayList<>();

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void whoeverAsksAgainAfterAFailureCreatesUnderTheSameId() {
        assertThatExceptionOfType(StorageUnavailableException.class).isThrownBy(() -> repeats.once(KEY, this::fails));

        Answer answer = repeats.once(KEY, this::answers);

        assertThat(made).hasSize(2);
        assertThat(made.get(1)).isEqualTo(new Reservation(made.get(0).id(), true));
        assertThat(repeats.once(KEY, this::fails).bytes()).isEqualTo(answer.bytes());
    }

    @Test
    void aRequestThatWasLostWithItsServerCanBeRepeatedWhenItsHoldIsOver() {
        lose();
        assertInUse();
        now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(61)));

        repeats.once(KEY, this::answers);

        assertThat(made.get(1)).isEqualTo(new Reservation(made.get(0).id(), true));
    }

    @Test
    void whoeverWasThoughtLostAndAnswersAfterAllDoesNotOverwriteTheOther() {
        repeats.once(KEY, slow -> {
            now.updateAndGet(instant -> instant.plus(Duration.ofSeconds(61)));
            repeats.once(KEY, this::answers);
            return Answer.created("/slow", java.util.Map.of());
        });

        assertThat(repeats.once(KEY, this::fails).headers())
                .containsEntry("Location", "/" + made.get(0).id());
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        repeats.once(KEY, this::answers);
        now.updateAndGet(instant -> instant.plus(Duration.ofHours(25)));

        repeats.once(new RequestKey(ANA, KEY.slot(), "g".repeat(64)), this::answers);

        assertThat(made.get(1).id()).isNotEqualTo(made.get(0).id());
        assertThat(made.get(1).again()).isFalse();
    }

    @Test
    void whatWasAskedForLongAgoIsForgottenThoughNobodyAsksForAnything() {
        repeats.once(KEY, this::answers);
        now.updateAndGet(instant -> instant.plus(Duration.ofHours(25)));

        repeats.sweep();

        assertThat(kept()).isZero();
    }

    @Test
    void whatSomebodyHasAskedForGoesWhenTheirDataIsErased() {
        repeats.once(KEY, this::answers);
        repeats.once(new RequestKey(new PersonId("eva"), "t".repeat(64), "f".repeat(64)), this::answers);

        repeats.forget(ANA);

        assertThat(kept()).isEqualTo(1);
        assertThat(repeats.once(KEY, this::answers).status()).isEqualTo(201);
        assertThat(made).hasSize(3);
    }

    private int kept() {
        return ServerTables.in(storage)
                .read(handle -> handle.createQuery("select count(*) from server.idempotency")
                        .mapTo(Integer.class)
                        .one());
    }

    /** As if the server were killed in the midst: nobody lets go of the key. */
    private void lose() {
        Error killed = new AssertionError("killed");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> repeats.once(KEY, reservation -> {
                    made.add(reservation);
                    throw killed;
                }))
                .isSameAs(killed);
    }

    private void assertInUse() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> repeats.once(KEY, this::answers))
                .satisfies(refused -> assertThat(refused.problem()).isEqualTo(Problem.KEY_IN_USE));
    }

    private Answer answers(Reservation reservation) {
        made.add(reservation);
        return Answer.created("/" + reservation.id(), java.util.Map.of("id", reservation.id()));
    }

    private Answer fails(Reservation reservation) {
        made.add(reservation);
        throw new StorageUnavailableException("It is away", null);
    }
}
