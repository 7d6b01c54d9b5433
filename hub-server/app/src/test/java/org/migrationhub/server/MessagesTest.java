package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.notice.NoticeKind;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.message.Await;
import org.migrationhub.server.message.PostOffice;
import org.migrationhub.server.message.PostOffice.Arrived;

/** Everything that the Hub gives notice of, in every language, through a real server of mail. */
class MessagesTest {

    private static final Map<Language, String> TITLES = Map.of(
            Language.AR, "عيّنة: مراكز الاستقبال",
            Language.ZH, "样本：接待中心",
            Language.EN, "Sample: <b>reception</b> & \"care\"",
            Language.FR, "Exemple : centres d’accueil",
            Language.RU, "Образец: центры приёма",
            Language.ES, "Muestra: centros de acogida");
    private static final Map<Language, String> SENTENCES = Map.of(
            Language.AR, "جملة نموذجية: وجد ألف شخص عملًا",
            Language.ZH, "样本：一千人找到了工作",
            Language.EN, "Sample: a thousand people found work & rest",
            Language.FR, "Exemple : mille personnes ont trouvé du travail",
            Language.RU, "Образец: тысяча человек нашла работу",
            Language.ES, "Muestra: mil personas encontraron trabajo");
    private static final int[] REVIEWERS = {2, 4, 5, 7};

    private static PostOffice office;
    private static RunningServer server;
    private static Map<String, String> kinds;
    private static List<Arrived> letters;

    @BeforeAll
    static void tellEverythingInEveryLanguage() {
        office = PostOffice.open();
        server = RunningServer.start(office.environment(), "--demo", "--in-memory");
        awaitDelivery(); // the demonstration's past concerns people without addresses
        address(server.person("demo-contributor-2"), "Sample contributor 2", "contributor@example.org");
        for (int number : REVIEWERS) {
            address(
                    server.reviewerId(number),
                    "Sample reviewer " + number,
                    "reviewer-%d@example.org".formatted(number));
        }
        Language.official().forEach(MessagesTest::tellEverything);
        kinds = new HashMap<>();
        list("?state=sent").forEach(line -> kinds.put(line.get(0), line.get(1)));
        letters = office.await(kinds.size());
    }

    @AfterAll
    static void stop() {
        server.close();
        office.close();
    }

    @Test
    void everyKindArrivesInEveryLanguageAndEachMessageOnce() {
        assertThat(letters).hasSameSizeAs(kinds.keySet()).hasSize(6 * 24);
        assertThat(letters).extracting(letter -> id(letter)).containsExactlyInAnyOrderElementsOf(kinds.keySet());
        Set<String> arrived = letters.stream()
                .map(letter -> kinds.get(id(letter)) + " " + letter.language())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>();
        for (NoticeKind kind : NoticeKind.values()) {
            Language.official().forEach(language -> expected.add(kind.code() + " " + language));
        }
        assertThat(arrived).isEqualTo(expected);
    }

    @Test
    void whoMaySeeTheItemIsToldItsTitleAndNobodyElse() {
        Set<String> untitled = Set.of("seat-ended", "taken-back");
        assertThat(letters).allSatisfy(letter -> {
            String title = TITLES.get(new Language(letter.language()));
            if (untitled.contains(kinds.get(id(letter)))) {
                assertThat(letter.subject() + letter.text() + letter.html()).doesNotContain(title);
            } else {
                assertThat(letter.subject()).endsWith(title);
                assertThat(letter.text()).contains(title);
                assertThat(letter.html()).doesNotContain("<b>");
            }
        });
    }

    @Test
    void whoHasLostTheSeatIsNotInvitedToItAnyMore() {
        List<String> invitations = new ArrayList<>();
        for (List<String> line : list("?state=sent")) {
            Reply message =
                    line.get(1).equals("invited") ? server.secretariat().get("/api/v1/messages/" + line.get(0)) : null;
            if (message != null && message.at("/recipient").equals(server.reviewerId(5))) {
                invitations.add(message.at("/letter/subject"));
            }
        }
        assertThat(invitations).hasSize(12).containsOnly("");
    }

    @Test
    void aSubmitterIsToldTheDayAndNothingOfThePanel() {
        List<Arrived> toSubmitter = letters.stream()
                .filter(letter -> letter.to().equals(List.of("contributor@example.org")))
                .toList();
        assertThat(toSubmitter).hasSize(6 * 10).allSatisfy(letter -> {
            String whole = letter.headers() + letter.text() + letter.html();
            assertThat(whole).doesNotContain("reviewer-", "Sample reviewer", "demo-reviewer", "Say more");
            assertThat(letter.text()).doesNotContainPattern("\\d:\\d\\d");
        });
    }

    @Test
    void theSubmitterIsToldWhoActsForThem() {
        assertThat(letters)
                .filteredOn(letter -> kinds.get(id(letter)).equals("represented"))
                .hasSize(6)
                .allSatisfy(letter -> assertThat(letter.text()).contains("Sample member of the secretariat"));
    }

    @Test
    void theSubmitterIsToldInWhichWordsTheirsIsFeaturedTheOnesInTheLanguageOfTheLetterFirst() {
        assertThat(letters)
                .filteredOn(letter -> kinds.get(id(letter)).equals("featured"))
                .hasSize(6)
                .allSatisfy(letter -> {
                    Language language = new Language(letter.language());
                    Language other = other(language);
                    assertThat(letter.text()).containsSubsequence(SENTENCES.get(language), SENTENCES.get(other));
                    for (Language said : List.of(language, other)) {
                        assertThat(letter.html())
                                .contains("<bdi lang=\"%s\" dir=\"%s\">%s</bdi>"
                                        .formatted(
                                                said,
                                                said.direction().code(),
                                                SENTENCES.get(said).replace("&", "&amp;")));
                    }
                });
    }

    @Test
    void arabicRunsFromTheRight() {
        assertThat(letters)
                .filteredOn(letter -> letter.language().equals("ar"))
                .hasSize(24)
                .allSatisfy(letter -> assertThat(letter.html()).contains("<html lang=\"ar\" dir=\"rtl\">"));
    }

    @Test
    void theListTellsWhatBecameOfEachAndOneIsReadAsItWouldBeSent() {
        Reply page = server.secretariat().get("/api/v1/messages?state=sent&limit=100");
        assertThat(page.each("/messages", "state")).hasSize(100).containsOnly("sent");
        assertThat(page.header("Link")).contains("cursor=");
        String id = page.each("/messages", "id").get(0);
        Reply one = server.secretariat().get("/api/v1/messages/" + id);
        assertThat(one.at("/letter/subject")).isNotEmpty();
        assertThat(one.at("/letter/html")).contains("<html");
        assertThat(one.at("/address")).endsWith("@example.org");
        assertThat(server.secretariat()
                        .post("/api/v1/messages/" + id + "/retry")
                        .status())
                .isEqualTo(409);
        assertThat(server.secretariat()
                        .post("/api/v1/messages/" + id + "/discard")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whoHasNoAddressIsNoError() {
        Await.until(
                () -> server.secretariat().get("/api/v1/messages?state=closed&limit=100"),
                reply -> !reply.each("/messages", "reason").isEmpty());
        assertThat(server.secretariat()
                        .get("/api/v1/messages?state=closed&limit=100")
                        .each("/messages", "reason"))
                .containsOnly("no-address");
        assertThat(server.secretariat().get("/api/v1/messages?state=dead").each("/messages", "id"))
                .isEmpty();
    }

    /** All kinds: 24 messages to people who have addresses, 10 of them to the submitter. */
    private static void tellEverything(Language language) {
        for (int number : REVIEWERS) {
            Story.ok(server.secretariat()
                    .put(
                            "/api/v1/people/" + server.reviewerId(number) + "/roster-entry",
                            "{\"languages\":[\"%s\"],\"capacity\":100}".formatted(language)));
        }
        Client office = server.secretariat();
        String item = item(language);
        Story judged = Story.handedIn(server, item);
        Story.ok(office.post(judged.path("/return"), "{\"text\":\"Say where.\"}"));
        Story.ok(server.contributor().post(judged.path("/revisions"), item.replace("2021", "2020")));
        awaitDelivery();
        judged.seat();
        awaitDelivery();
        Story.ok(office.post(
                judged.path("/seats/3/replacement"), "{\"reviewer\":\"%s\"}".formatted(server.reviewerId(7))));
        judged.accept(2).accept(4).accept(7);
        judged.review(2, "request-changes", "Say more.")
                .review(4, "approve", "")
                .review(7, "approve", "");
        awaitDelivery();
        Story.ok(server.contributor().post(judged.path("/revisions"), item.replace("2021", "2022")));
        awaitDelivery();
        judged.review(2, "approve", "").review(4, "approve", "").review(7, "approve", "");
        awaitDelivery();
        Story.ok(office.put(judged.path("/feature"), sentences(language)));
        awaitDelivery();
        Story.ok(office.post(judged.path("/retraction"), "{\"reason\":\"A mistake.\"}"));

        Story declined = Story.handedIn(server, item);
        Story.ok(office.post(declined.path("/decline"), "{\"text\":\"Not for us.\"}"));

        Story byLetter = Story.handedIn(server, item);
        Story.ok(office.post(byLetter.path("/representation"), "{\"text\":\"Asked by letter.\"}"));

        Story withdrawn = Story.handedIn(server, item).seat();
        awaitDelivery();
        Story.ok(server.contributor().post(withdrawn.path("/withdrawal")));
        awaitDelivery();
    }

    /** Letters are written when they are sent: what is to be in them must not change before. */
    private static void awaitDelivery() {
        Await.until(() -> list("?state=waiting"), List::isEmpty);
    }

    private static String item(Language language) {
        return Story.practice(server, "TITLE")
                .replace("\"en\"", "\"" + language + "\"")
                .replace("TITLE", TITLES.get(language).replace("\"", "\\\""));
    }

    /** In a language, and in another one. */
    private static String sentences(Language language) {
        return "{\"sentences\":{\"%s\":\"%s\",\"%s\":\"%s\"}}"
                .formatted(language, SENTENCES.get(language), other(language), SENTENCES.get(other(language)));
    }

    private static Language other(Language language) {
        return language.equals(Language.AR) ? Language.EN : Language.AR;
    }

    private static void address(String person, String name, String address) {
        Story.ok(server.secretariat()
                .put(
                        "/api/v1/people/" + person + "/profile",
                        "{\"name\":\"%s\",\"email\":\"%s\"}".formatted(name, address)));
    }

    /** Id and kind of all messages that a query finds. */
    private static List<List<String>> list(String query) {
        List<List<String>> lines = new ArrayList<>();
        String next = "/api/v1/messages" + query + "&limit=100";
        while (!next.isEmpty()) {
            Reply page = server.secretariat().get(next);
            page.json()
                    .at("/messages")
                    .forEach(line -> lines.add(
                            List.of(line.path("id").asText(), line.path("kind").asText())));
            String cursor = page.at("/next");
            next = cursor.isEmpty() ? "" : "/api/v1/messages" + query + "&limit=100&cursor=" + cursor;
        }
        return lines;
    }

    private static String id(Arrived letter) {
        return letter.id().substring(1, letter.id().indexOf('@'));
    }
}
