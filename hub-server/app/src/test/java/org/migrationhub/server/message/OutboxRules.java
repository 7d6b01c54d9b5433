package org.migrationhub.server.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.notice.Notice;
import org.migrationhub.core.notice.NoticeKind;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.tables.ServerTables;
import org.migrationhub.storage.jdbi.JdbiStorage;

/** What must hold of an outbox that several servers share, whatever it is kept in. */
abstract class OutboxRules {

    private static final int SERVERS = 4;
    private static final int MESSAGES = 60;

    private final ExecutorService servers = Executors.newFixedThreadPool(SERVERS);
    private JdbiStorage storage;
    private ServerTables tables;

    /** An empty storage, which the test closes. */
    abstract JdbiStorage open() throws Exception;

    @BeforeEach
    void begin() throws Exception {
        storage = open();
        tables = ServerTables.in(storage);
    }

    @AfterEach
    void end() {
        servers.shutdownNow();
        storage.close();
    }

    @Test
    void whatSeveralServersReadOffTheJournalIsTakenOnce() throws Exception {
        atOnce(server -> {
            MessageFeed feed = MessageFeed.of(storage, new Outbox(tables, InstantSource.system()));
            long step = server + 1;
            for (long position = feed.position(); position < MESSAGES; position = feed.position()) {
                long end = Math.min(MESSAGES, position + step);
                feed.deliver(notices(position, end), end);
            }
            return true;
        });
        Outbox outbox = new Outbox(tables, InstantSource.system());
        assertThat(outbox.position()).isEqualTo(MESSAGES);
        assertThat(outbox.page(null, null, 2 * MESSAGES))
                .extracting(message -> message.recipient())
                .containsExactlyInAnyOrderElementsOf(
                        notices(0, MESSAGES).stream().map(Notice::recipient).toList());
    }

    @Test
    void aStretchThatCantBeTakenWhollyIsntTakenAtAll() {
        Outbox outbox = new Outbox(tables, InstantSource.system());
        MessageFeed feed = MessageFeed.of(storage, outbox);
        List<Notice> broken = new ArrayList<>(notices(0, 3));
        broken.add(null);
        assertThat(catchThrowable(() -> feed.deliver(broken, 4))).isNotNull();
        assertThat(feed.position()).isZero();
        assertThat(outbox.page(null, null, 10)).isEmpty();
        feed.deliver(notices(0, 3), 4);
        assertThat(feed.position()).isEqualTo(4);
        assertThat(outbox.page(null, null, 10)).hasSize(3);
    }

    @Test
    void eachMessageIsClaimedByOneServer() throws Exception {
        Outbox queue = new Outbox(tables, InstantSource.system());
        tables.write(handle -> {
            IntStream.range(0, MESSAGES)
                    .forEach(number -> queue.queue(
                            handle,
                            new AccountMessage(
                                    MessageKind.NO_ACCOUNT, number + "@example.org", Language.EN, null, null, null)));
            return handle;
        });
        List<List<String>> claimed = atOnce(server -> {
            Outbox outbox = new Outbox(tables, InstantSource.system());
            List<String> mine = new ArrayList<>();
            while (outbox.counts().get(MessageState.WAITING) > 0) {
                Optional<Claim> claim = outbox.claim();
                claim.ifPresent(won -> {
                    mine.add(won.message().id());
                    assertThat(outbox.end(won, MessageState.SENT, null)).isTrue();
                    assertThat(outbox.end(won, MessageState.DEAD, "late")).isFalse();
                });
            }
            return mine;
        });
        assertThat(claimed.stream().flatMap(List::stream)).hasSize(MESSAGES).doesNotHaveDuplicates();
    }

    private interface Server<R> {
        R run(int number) throws Exception;
    }

    private <R> List<R> atOnce(Server<R> work) throws Exception {
        List<Callable<R>> calls = IntStream.range(0, SERVERS)
                .<Callable<R>>mapToObj(number -> () -> work.run(number))
                .toList();
        List<R> results = new ArrayList<>();
        for (Future<R> result : servers.invokeAll(calls)) {
            results.add(result.get());
        }
        return results;
    }

    /** One notice for each position of a stretch. */
    private static List<Notice> notices(long after, long end) {
        return LongStream.rangeClosed(after + 1, end)
                .mapToObj(position -> new Notice(
                        position, new PersonId("person-" + position), NoticeKind.INVITED, new SubmissionId("item")))
                .toList();
    }
}
