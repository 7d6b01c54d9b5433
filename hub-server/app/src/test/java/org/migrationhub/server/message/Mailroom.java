package org.migrationhub.server.message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.tables.ServerTables;
import org.migrationhub.storage.jdbi.JdbiStorage;

/** What sends messages, and what it needs of a server, by a clock that a test sets. */
final class Mailroom implements AutoCloseable {

    final JdbiStorage storage;
    final ServerTables tables;
    final Outbox outbox;
    final Hub hub;
    final Messages messages;
    private final InstantSource clock;
    private final Postman postman;
    private volatile Duration ahead;

    private Mailroom(JdbiStorage storage, Duration ahead, int port) {
        this.storage = storage;
        this.ahead = ahead;
        this.clock = () -> Instant.now().plus(this.ahead);
        this.tables = ServerTables.in(storage);
        this.outbox = new Outbox(tables, clock);
        this.hub = Hub.builder()
                .storage(storage)
                .notifier(MessageFeed.of(storage, outbox))
                .clock(clock)
                .build();
        SmtpSettings smtp = port == 0 ? null : new SmtpSettings("127.0.0.1", port, "", "", false, PostOffice.FROM);
        MessageSettings settings = new MessageSettings("https://hub.example.org", smtp, false);
        this.messages = new Messages(hub, outbox, new Everybody(), settings);
        this.postman = messages.postman(clock);
    }

    /** All are contributors and speak English; the configuration names one administrator. */
    private static final class Everybody implements Recipients {

        @Override
        public Optional<Language> language(PersonId person) {
            return Optional.empty();
        }

        @Override
        public Set<Role> roles(PersonId person) {
            return Set.of(Role.CONTRIBUTOR);
        }

        @Override
        public boolean isNamedAdministrator(PersonId person) {
            return person.equals(administrator().person());
        }
    }

    /** One without anything, which sends through the server of mail at this port; 0 for none. */
    static Mailroom empty(int port) {
        return new Mailroom(JdbiStorage.inMemory(), Duration.ZERO, port);
    }

    /** One in a storage, whose clock is ahead. */
    static Mailroom in(JdbiStorage storage, Duration ahead, int port) {
        return new Mailroom(storage, ahead, port);
    }

    Mailroom start() {
        postman.start();
        return this;
    }

    /** Lets time pass. */
    void pass(Duration time) {
        ahead = ahead.plus(time);
        outbox.wake();
    }

    Instant now() {
        return clock.instant();
    }

    void queue(MessageKind kind, String address, Language language, @Nullable String link) {
        queue(new AccountMessage(kind, address, language, null, link, null));
    }

    void queue(AccountMessage message) {
        tables.write(handle -> {
            outbox.queue(handle, message);
            return message;
        });
    }

    /** What an administrator finds in a state. */
    List<Message> list(@Nullable MessageState state) {
        return messages.list(administrator(), state, null, 1000);
    }

    Map<MessageState, Long> await(MessageState state, long number) {
        return Await.until(outbox::counts, counts -> counts.get(state) == number);
    }

    static Actor administrator() {
        return Actor.administrator(new PersonId("sample-administrator"));
    }

    /** Ends the sending, and leaves the storage open. */
    void retire() {
        postman.close();
    }

    @Override
    public void close() {
        retire();
        storage.close();
    }
}
