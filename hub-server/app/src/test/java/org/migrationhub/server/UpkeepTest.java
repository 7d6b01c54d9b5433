package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.InMemoryStorage;
import org.migrationhub.storage.jdbi.JdbiStorage;

class UpkeepTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final HubStorage storage = new InMemoryStorage();
    private final Hub hub = Hub.builder().storage(storage).clock(now::get).build();

    @Test
    void whatBelongsToNoItemIsGoneAfterADay() throws IOException {
        Attachment file = upload();
        sweep();
        assertThat(isThere(file)).isTrue();

        now.set(NOW.plus(Duration.ofHours(24)).plusSeconds(1));
        sweep();
        assertThat(isThere(file)).isFalse();
    }

    @Test
    void whatFailsKeepsNothingElseFromBeingDone() {
        AtomicReference<String> done = new AtomicReference<>("");
        try (Upkeep upkeep = new Upkeep(broken(), () -> done.set("done"))) {
            upkeep.begin();
        }
        assertThat(done.get()).isEqualTo("done");
    }

    @Test
    void wantOfMemoryKeepsNothingElseFromBeingDone() {
        AtomicReference<String> done = new AtomicReference<>("");
        Hub exhausted = Hub.builder()
                .clock(() -> {
                    throw new OutOfMemoryError("a sample");
                })
                .build();
        try (Upkeep upkeep = new Upkeep(exhausted, () -> done.set("done"))) {
            upkeep.begin();
        }
        assertThat(done.get()).isEqualTo("done");
    }

    @Test
    void whatNeverBeganIsClosedAllTheSame() {
        assertThatCode(() -> new Upkeep(hub, () -> {}).close()).doesNotThrowAnyException();
    }

    /** What is begun before it is closed is done when it is closed. */
    private void sweep() {
        try (Upkeep upkeep = new Upkeep(hub, () -> {})) {
            upkeep.begin();
        }
    }

    /** A hub whose storage can't be asked any more. */
    private static Hub broken() {
        JdbiStorage closed = JdbiStorage.inMemory();
        Hub hub = Hub.builder().storage(closed).build();
        closed.close();
        return hub;
    }

    private Attachment upload() throws IOException {
        byte[] text = "A sample".getBytes(StandardCharsets.UTF_8);
        return hub.as(Actor.contributor(new PersonId("ana"))).upload("sample.txt", "", new ByteArrayInputStream(text));
    }

    private boolean isThere(Attachment file) {
        return !storage.holdAttachments(Set.of(file.sha256()), NOW).isEmpty();
    }
}
