package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.archive.HubArchive;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.storage.AlteredException;
import org.migrationhub.core.storage.StorageVerifier;
import org.migrationhub.core.storage.StoredJournal;
import org.migrationhub.core.storage.Words;

/** Whoever has the database may alter words in it: none of these are shown, and all are found. */
class AlteredTest {

    private HikariDataSource pool;
    private JdbiStorage storage;
    private SubmissionId published;
    private SubmissionId returned;

    @BeforeEach
    void fill() {
        pool = H2Url.inMemory();
        storage = JdbiStorage.on(pool);
        SampleOffice office = new SampleOffice(Hub.builder().storage(storage).build());
        published = office.publish("Published sample");
        returned = office.seat("Sample in review");
        office.review(returned, 0, ReviewOutcome.REQUEST_CHANGES);
        storage.close();
        storage = JdbiStorage.on(pool); // which remembers nothing
    }

    @AfterEach
    void close() {
        storage.close();
        pool.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"replace(body, 'Published sample', 'Altered sample')", "'{}'", "body || ' '", "'no JSON'"})
    void anAlteredContentIsNeverShownAndFound(String body) throws SQLException {
        ContentDigest digest = words(published).contents().firstKey();
        alter("drop trigger hub.content_stays");
        alter("update hub.content set body = " + body + " where digest = '" + digest.sha256() + "'");
        if (body.contains("' '")) {
            assertThat(storage.content(digest)).as("the same words").isPresent();
            return;
        }

        assertThatExceptionOfType(AlteredException.class)
                .isThrownBy(() -> storage.content(digest))
                .satisfies(altered -> assertThat(altered.key()).isEqualTo(digest.toString()));
        Hub hub = Hub.builder().storage(storage).build();
        assertThatThrownBy(() -> hub.as(Actor.visitor()).published(published)).isInstanceOf(AlteredException.class);
        assertFound("The content kept as " + digest);
    }

    @Test
    void aSearchFindsAllOthers() throws SQLException {
        ContentDigest digest = words(published).contents().firstKey();
        alter("drop trigger hub.content_stays");
        alter("update hub.content set body = '{}' where digest = '" + digest.sha256() + "'");
        Hub hub = Hub.builder().storage(storage).build();
        SubmissionId other = new SampleOffice(hub).publish("Other sample");

        assertThat(hub.as(Actor.visitor()).search(SearchQuery.everything()).found())
                .extracting(hit -> hit.item().orElseThrow().id())
                .containsExactly(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"body = replace(body, 'e', 'a')", "body = '[]'", "author = 'somebody-else'"})
    void anAlteredNoteIsNeverShownAndFound(String change) throws SQLException {
        Sha256 digest = words(returned).notes().firstKey();
        alter("update hub.note set " + change + " where digest = '" + digest + "'");

        assertThatExceptionOfType(AlteredException.class).isThrownBy(() -> storage.note(digest));
        assertFound("The note kept as " + digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update hub.attachment_part set bytes = x'53'", "delete from hub.attachment_part"})
    void aFileThatWasDamagedIsMendedByWhoeverBringsItAgain(String damage) throws SQLException, IOException {
        byte[] sample = "Sample".getBytes(StandardCharsets.UTF_8);
        Sha256 digest = store(sample);
        alter(damage);
        try (InputStream bytes = storage.attachment(digest).orElseThrow()) {
            assertThatThrownBy(bytes::readAllBytes).isInstanceOfAny(AlteredException.class, IOException.class);
        }

        store(sample);

        try (InputStream bytes = storage.attachment(digest).orElseThrow()) {
            assertThat(bytes.readAllBytes()).isEqualTo(sample);
        }
    }

    private Sha256 store(byte[] bytes) throws IOException {
        return storage.storeAttachment(new ByteArrayInputStream(bytes), 100, Instant.EPOCH)
                .sha256();
    }

    @Test
    void anEntryThatCannotBeReadIsNamedByItsPosition() throws SQLException {
        alter("drop trigger hub.journal_stays");
        alter("update hub.journal set entry = '{}' where position = 3");

        assertThatExceptionOfType(AlteredException.class)
                .isThrownBy(() -> StoredJournal.verify(storage, Policies.presets()))
                .withMessageContaining("position 3");
    }

    private Words words(SubmissionId id) {
        return Words.of(StoredJournal.chain(storage, ChainId.of(id), Long.MAX_VALUE));
    }

    private void assertFound(String what) {
        assertThat(StorageVerifier.contradictions(storage))
                .singleElement()
                .asString()
                .startsWith(what);
        assertThatExceptionOfType(AlteredException.class)
                .isThrownBy(() -> HubArchive.write(storage, OutputStream.nullOutputStream()))
                .withMessageContaining(what);
    }

    private void alter(String sql) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            Statements.update(connection, sql, List.of());
        }
    }
}
