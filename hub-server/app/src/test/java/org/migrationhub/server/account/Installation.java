package org.migrationhub.server.account;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Hub;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.tables.ServerTables;
import org.migrationhub.storage.jdbi.JdbiStorage;

/** Accounts beside a hub in memory, by a clock that a test sets, with the letters that they sent. */
final class Installation implements AutoCloseable {

    static final String PASSWORD = "gulls over the harbour";
    static final String NETWORK = "192.0.2.1";

    final JdbiStorage storage = JdbiStorage.inMemory();
    final ServerTables tables = ServerTables.in(storage);
    final List<AccountLetter> letters = new ArrayList<>();
    final Hub hub;
    final Accounts accounts;

    private Instant now = Instant.parse("2027-03-01T09:00:00Z");

    Installation() {
        InstantSource clock = () -> now;
        hub = Hub.builder().storage(storage).clock(clock).build();
        accounts = new Accounts(
                tables, hub, clock, new Letterbox(), () -> URI.create("https://hub.example.org"), List.of());
    }

    /** Keeps letters for a test to read. */
    private final class Letterbox implements AccountMail {

        @Override
        public void queue(Handle handle, AccountLetter letter) {
            letters.add(letter);
        }

        @Override
        public void forget(Handle handle, PersonId person, String address) {
            letters.removeIf(letter -> letter.address().equals(address));
        }
    }

    InstantSource clock() {
        return () -> now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** From a network of this key, with what a browser shows. */
    static Arrival from(String network, @Nullable String device) {
        return new Arrival(network, network, device);
    }

    static EmailAddress email(String text) {
        return EmailAddress.find(text).orElseThrow();
    }

    /** Registers somebody and confirms the address. */
    Account account(String email) {
        accounts.registration().ask(email(email), "Sample person", PASSWORD, Language.FR, NETWORK);
        return accounts.registration().confirm(token(), PASSWORD);
    }

    /** The token of the last letter. */
    String token() {
        String link = last().link();
        return link.substring(link.indexOf('=') + 1);
    }

    AccountLetter last() {
        return letters.get(letters.size() - 1);
    }

    @Override
    public void close() {
        storage.close();
    }
}
