package org.migrationhub.server.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.Desk;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.storage.jdbi.JdbiStorage;

/** Messages about accounts, which need no item, on their way through good and bad days. */
class PostmanTest {

    private static final String LINK = "https://hub.example.org/en/confirmation#secret";

    @Test
    void everyMessageAboutAnAccountArrivesOnceInEveryLanguage() {
        try (PostOffice office = PostOffice.open();
                Mailroom room = Mailroom.empty(office.port()).start()) {
            Set<String> expected = new HashSet<>();
            for (Language language : Language.official()) {
                for (MessageKind kind : MessageKind.values()) {
                    if (kind.isOfAccount()) {
                        expected.add(Phrases.in(language).get(kind.code() + ".subject"));
                        room.queue(new AccountMessage(
                                kind,
                                "ana@example.org",
                                language,
                                null,
                                LINK,
                                room.now().plus(Duration.ofHours(1))));
                    }
                }
            }
            List<PostOffice.Arrived> letters = office.await(60);
            room.await(MessageState.SENT, 60);
            assertThat(office.letters()).hasSize(60);
            assertThat(letters).extracting(PostOffice.Arrived::subject).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(letters).extracting(PostOffice.Arrived::id).doesNotHaveDuplicates();
            assertThat(letters).allSatisfy(letter -> {
                Language language = new Language(letter.language());
                assertThat(letter.to()).containsExactly("ana@example.org");
                assertThat(letter.from()).isEqualTo(PostOffice.FROM);
                assertThat(letter.text())
                        .contains(LINK, Phrases.in(language).get("hello"))
                        .contains("UTC");
                assertThat(letter.html())
                        .contains("href=\"" + LINK + "\"")
                        .contains("<html lang=\"%s\" dir=\"%s\">"
                                .formatted(language, language.equals(Language.AR) ? "rtl" : "ltr"));
                assertThat(letter.headers()).contains("Auto-Submitted: auto-generated");
            });
        }
    }

    @Test
    void whatWasQueuedInATransactionThatFailsWasNeverThere() {
        try (PostOffice office = PostOffice.open();
                Mailroom room = Mailroom.empty(office.port()).start()) {
            AccountMessage message =
                    new AccountMessage(MessageKind.RESET_PASSWORD, "ana@example.org", Language.EN, null, LINK, null);
            assertThatIllegalStateException()
                    .isThrownBy(() -> room.tables.write(handle -> {
                        room.outbox.queue(handle, message);
                        throw new IllegalStateException("accounts think better of it");
                    }));
            room.queue(MessageKind.ADDRESS_CHANGED, "bo@example.org", Language.EN, null);
            assertThat(office.await(1))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.to()).containsExactly("bo@example.org"));
        }
    }

    @Test
    void wantOfMemoryEndsNoSending() {
        try (PostOffice office = PostOffice.open();
                Mailroom room = Mailroom.empty(office.port());
                Postman postman = room.messages.postman(failingFirst(room::now))) {
            room.queue(MessageKind.ADDRESS_CHANGED, "ana@example.org", Language.EN, null);
            postman.start();
            assertThat(office.await(1)).hasSize(1);
            assertThat(postman.isAlive()).isTrue();
        }
    }

    private static InstantSource failingFirst(InstantSource clock) {
        AtomicBoolean failed = new AtomicBoolean();
        return () -> {
            if (failed.compareAndSet(false, true)) {
                throw new OutOfMemoryError("a sample");
            }
            return clock.instant();
        };
    }

    @Test
    void aServerOfMailThatIsGoneHoldsUpMessagesAndLosesNone() {
        int port;
        try (PostOffice office = PostOffice.open()) {
            port = office.port();
        }
        try (Mailroom room = Mailroom.empty(port).start()) {
            for (int number = 0; number < 5; number++) {
                room.queue(MessageKind.ADDRESS_CHANGED, number + "@example.org", Language.EN, null);
            }
            try (PostOffice office = PostOffice.open(port)) {
                office.await(5);
                room.await(MessageState.SENT, 5);
                assertThat(room.list(null))
                        .allSatisfy(message -> assertThat(message.tries()).isEqualTo(1));
            }
            room.queue(MessageKind.ADDRESS_CHANGED, "6@example.org", Language.EN, null);
            try (PostOffice office = PostOffice.open(port)) {
                assertThat(office.await(1)).hasSize(1);
            }
        }
    }

    @Test
    void aRecipientWhoIsRefusedHoldsUpNobodyAndWaitsForSomebodyToLookAfterIt() throws IOException {
        try (DifficultServer server = DifficultServer.choosy();
                Mailroom room = Mailroom.empty(server.port()).start()) {
            room.queue(MessageKind.ADDRESS_CHANGED, "refused@example.org", Language.EN, null);
            room.queue(MessageKind.ADDRESS_CHANGED, "no address at all", Language.EN, null);
            room.queue(MessageKind.ADDRESS_CHANGED, "ana@example.org", Language.EN, null);
            room.await(MessageState.SENT, 1);
            room.await(MessageState.DEAD, 2);
            assertThat(room.list(MessageState.DEAD))
                    .extracting(Message::reason)
                    .containsExactlyInAnyOrder("smtp-550", "address-invalid");

            String dead = room.list(MessageState.DEAD).stream()
                    .filter(message -> "smtp-550".equals(message.reason()))
                    .findFirst()
                    .orElseThrow()
                    .id();
            assertThat(room.messages.read(Mailroom.administrator(), dead).address())
                    .isEqualTo("refused@example.org");
            assertThat(room.messages.discard(Mailroom.administrator(), dead)).isTrue();
            assertThat(room.messages.discard(Mailroom.administrator(), dead)).isFalse();
            assertThat(room.messages.retry(Mailroom.administrator(), dead)).isFalse();
            assertThat(room.messages.read(Mailroom.administrator(), dead).address())
                    .isNull();
        }
    }

    @Test
    void whoIsPutOffIsTriedAgainLater() throws IOException {
        try (DifficultServer server = DifficultServer.choosy();
                Mailroom room = Mailroom.empty(server.port()).start()) {
            room.queue(MessageKind.ADDRESS_CHANGED, "later@example.org", Language.EN, null);
            Await.until(() -> room.list(null).get(0), message -> "smtp-451".equals(message.reason()));
            assertThat(server.letters()).isEmpty();
            room.pass(Duration.ofMinutes(1));
            room.await(MessageState.SENT, 1);
            assertThat(server.letters()).hasSize(1);
        }
    }

    @Test
    void aLetterThatMayHaveArrivedIsRepeatedWithTheSameId() throws IOException {
        try (DifficultServer silent = DifficultServer.silent();
                PostOffice office = PostOffice.open();
                Mailroom hanging = Mailroom.empty(silent.port()).start()) {
            hanging.queue(MessageKind.ADDRESS_CHANGED, "ana@example.org", Language.EN, null);
            String first =
                    Await.until(silent::letters, letters -> letters.size() == 1).get(0);
            assertThat(hanging.outbox.claim()).isEmpty(); // nobody else sends it meanwhile

            Mailroom next = Mailroom.in(hanging.storage, Duration.ofMinutes(10), office.port())
                    .start();
            String again = office.await(1).get(0).id();
            next.await(MessageState.SENT, 1);
            next.retire();
            assertThat(first).contains("Message-ID: " + again + "\n");
        }
    }

    @Test
    void whatIsTooOldIsGivenUpAndSentWhenSomebodySaysSo() {
        try (PostOffice office = PostOffice.open();
                Mailroom room = Mailroom.empty(office.port())) {
            room.queue(MessageKind.ADDRESS_CHANGED, "ana@example.org", Language.EN, null);
            room.queue(new AccountMessage(
                    MessageKind.RESET_PASSWORD,
                    "bo@example.org",
                    Language.EN,
                    null,
                    LINK,
                    room.now().plus(Duration.ofMinutes(30))));
            room.pass(Duration.ofDays(8));
            room.start();
            room.await(MessageState.DEAD, 2);
            room.list(MessageState.DEAD)
                    .forEach(message -> room.messages.retry(Mailroom.administrator(), message.id()));
            assertThat(office.await(1).get(0).to()).containsExactly("ana@example.org");
            room.await(MessageState.DEAD, 1); // the link works no longer, so there is nothing to send
            room.pass(Duration.ofDays(91));
            Await.until(() -> room.list(null), List::isEmpty);
        }
    }

    @Test
    void onlyWhereThereIsNoMailIsALinkShownToWhomTheConfigurationNamesAndOnlyThatOfAnInvitation() throws IOException {
        Actor secretariat = Actor.secretariat(new PersonId("sample-secretary"));
        Actor another = Actor.administrator(new PersonId("another-administrator"));
        try (Mailroom room = Mailroom.empty(0).start()) {
            for (MessageKind kind :
                    List.of(MessageKind.INVITATION, MessageKind.CONFIRM_REGISTRATION, MessageKind.RESET_PASSWORD)) {
                room.queue(kind, "ana@example.org", Language.FR, LINK);
                for (Actor actor : List.of(secretariat, another)) {
                    assertThat(shown(room, actor, kind))
                            .contains("Migration Hub")
                            .doesNotContain("secret");
                }
            }
            assertThat(shown(room, Mailroom.administrator(), MessageKind.INVITATION))
                    .contains(LINK);
            assertThat(shown(room, Mailroom.administrator(), MessageKind.CONFIRM_REGISTRATION))
                    .doesNotContain("secret");
            assertThat(shown(room, Mailroom.administrator(), MessageKind.RESET_PASSWORD))
                    .doesNotContain("secret");
        }
        try (DifficultServer silent = DifficultServer.silent();
                Mailroom room = Mailroom.empty(silent.port())) {
            room.queue(MessageKind.INVITATION, "ana@example.org", Language.FR, LINK);
            assertThat(shown(room, Mailroom.administrator(), MessageKind.INVITATION))
                    .doesNotContain("secret");
        }
    }

    @Test
    void nothingIsLeftOfTheMessagesToSomebodyWhoseDataIsErased() {
        try (Mailroom room = Mailroom.empty(0)) {
            Desk desk = room.hub.as(Mailroom.administrator());
            PersonId ana = desk.people().register("Sample person", "ana@example.org");
            room.queue(new AccountMessage(MessageKind.RESET_PASSWORD, "ana@example.org", Language.EN, ana, LINK, null));
            room.queue(MessageKind.RESET_PASSWORD, "Bo@example.org", Language.EN, LINK);
            desk.people().erase(ana);
            room.tables.write(handle -> {
                room.outbox.forgetAddress(handle, "bo@EXAMPLE.org");
                return handle;
            });
            assertThat(room.list(null)).hasSize(2).allSatisfy(message -> {
                assertThat(message.given()).isNull();
                assertThat(message.state()).isEqualTo(MessageState.CLOSED);
                assertThat(message.reason()).isEqualTo("erased");
                assertThat(room.messages
                                .read(Mailroom.administrator(), message.id())
                                .letter())
                        .isNull();
            });
        }
    }

    @Test
    void aHubThatHasAPastTellsNobodyOfIt() {
        JdbiStorage storage = JdbiStorage.inMemory();
        Hub before = Hub.builder().storage(storage).build();
        before.as(Mailroom.administrator()).people().register("Sample person", "ana@example.org");
        try (Mailroom room = Mailroom.in(storage, Duration.ZERO, 0)) {
            assertThat(room.outbox.position()).isEqualTo(storage.end()).isPositive();
            room.hub
                    .as(Mailroom.administrator())
                    .people()
                    .updateProfile(person(room), new Profile("Sample person II", ""));
            assertThat(room.outbox.position()).isEqualTo(storage.end());
        }
    }

    private static PersonId person(Mailroom room) {
        return room.storage.people(PersonQuery.all()).get(0).id();
    }

    private static String shown(Mailroom room, Actor actor, MessageKind kind) {
        String id = room.list(null).stream()
                .filter(message -> message.kind() == kind)
                .findFirst()
                .orElseThrow()
                .id();
        Letter letter = room.messages.read(actor, id).letter();
        return letter == null ? "" : letter.plain() + letter.html();
    }
}
