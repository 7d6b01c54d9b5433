package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Relation;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.Addresses.Address;
import org.migrationhub.server.Gallery.Caller;
import org.migrationhub.server.Gallery.Part;

/**
 * Reviewers' names and ids, everybody's addresses, drafts, what is typed and not saved, and what is said to the secretariat in confidence: every
 * address is asked for as everybody in every role, by tokens and by sessions, with the ids of everything that there is, and none
 * of these may come out, in body or header, but to those who may know.
 */
@Tag("exhaustive")
class CanaryTest {

    /** Whoever keeps the records knows everybody; what they may know of a single item is looked at by itself. */
    private static final Set<Role> KEEPERS = Set.of(Role.SECRETARIAT, Role.ADMINISTRATOR);

    /** Where the records are kept. */
    private static final Pattern RECORDS =
            Pattern.compile("/api/v1/(people|reviewers|accounts|messages|erasure-requests|journal)\\b.*");

    /** Who submits is told to whoever may judge, so that they can declare a conflict; whoever keeps the records has the address. */
    private static final Set<String> SUBMITTING =
            Set.of(Gallery.address(Part.SUBMITTER), Gallery.address(Part.REPRESENTATIVE));

    /** Which lead elsewhere, and only where there is a provider: there is none here. */
    private static final Set<String> UNANSWERED = Set.of("goToProvider", "comeFromProvider");

    private static final List<String> SEARCHES = List.of(
            "submissions?queue=mine",
            "submissions?queue=reviews",
            "submissions?queue=reviewed",
            "submissions?queue=all&limit=100",
            "submissions?queue=overdue",
            "submissions?stage=draft",
            "people?roster=true",
            "messages?state=waiting&limit=100",
            "organisations?q=sample",
            "items?limit=100&sort=newest");

    private static Gallery gallery;
    private static List<Caller> callers;
    private static Addresses addresses;

    /** The items that messages are about, by the id of the message. */
    private static Map<String, SubmissionId> told;

    @BeforeAll
    static void start() {
        gallery = new Gallery();
        callers = Stream.concat(gallery.callers().stream(), new Members(gallery).callers().stream())
                .toList();
        addresses = new Addresses(gallery);
        told = new HashMap<>();
        gallery.tables()
                .read(handle -> handle.createQuery("select * from server.message where submission is not null")
                        .map((row, context) ->
                                told.put(row.getString("id"), new SubmissionId(row.getString("submission"))))
                        .list());
    }

    @AfterAll
    static void stop() {
        gallery.close();
    }

    @Test
    void nothingThatSomeMayNotKnowComesOut() {
        List<String> leaks = new ArrayList<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        Set<String> answered = new TreeSet<>();
        Set<String> operations = new TreeSet<>(UNANSWERED);
        int calls = 0;
        List<Address> read = addresses.toRead();
        List<String> paths =
                Stream.concat(read.stream().map(Address::path), searches()).toList();
        for (Caller caller : callers) {
            Client client = gallery.as(caller);
            for (int index = 0; index < paths.size(); index++) {
                String path = paths.get(index);
                Reply reply = client.get(path);
                calls++;
                if (index < read.size() && reply.status() < 300) {
                    answered.add(read.get(index).operation().id());
                }
                for (String canary : toldBy(reply)) {
                    seen.merge(canary, 1, Integer::sum);
                    if (!mayKnow(caller, canary, path)) {
                        leaks.add("%s: %s tells %s".formatted(caller, path, canary));
                    }
                }
            }
        }
        read.forEach(address -> operations.add(address.operation().id()));
        operations.removeAll(answered);
        System.out.printf(
                "Canaries: %d calls (%d callers, %d addresses, %d operations), %d leaks%n",
                calls, callers.size(), paths.size(), answered.size(), leaks.size());
        assertThat(leaks).isEmpty();
        assertThat(seen.keySet())
                .as("a canary that nobody ever sees proves nothing")
                .containsAll(canaries());
        assertThat(operations).as("nor does what answers nobody").containsExactlyInAnyOrderElementsOf(UNANSWERED);
    }

    @Test
    void refusalsTellNothingEither() {
        List<String> acts = List.of(
                "/panel {\"reviewers\":[]}",
                "/panel {\"reviewers\":[\"%s\",\"%s\"]}"
                        .formatted(gallery.person(Part.SEATED), gallery.person(Part.SUBMITTER)),
                "/seats {\"reviewer\":\"%s\"}".formatted(gallery.person(Part.SEATED)),
                "/reviews " + Story.review("sha256:" + "0".repeat(64), "approve", ""),
                "/recusal {}",
                "/acceptance {}",
                "/withdrawal {}",
                "/representation {\"text\":\"Sample\"}",
                "/submission {}",
                "/draft {\"kind\":\"resource\",\"language\":\"en\"}",
                "/working-copy {\"kind\":\"resource\",\"language\":\"en\"}",
                "/return {\"text\":1}");
        List<String> leaks = new ArrayList<>();
        int calls = 0;
        for (Caller caller : callers) {
            for (SubmissionId id : gallery.submissions().values()) {
                for (String act : acts) {
                    String[] parts = act.split(" ", 2);
                    String path = "/api/v1/submissions/" + id + parts[0];
                    boolean puts = parts[0].equals("/draft") || parts[0].equals("/working-copy");
                    Reply reply = gallery.as(caller).ask(puts ? "PUT" : "POST", path + "?dryRun=true", parts[1]);
                    calls++;
                    toldBy(reply).stream()
                            .filter(canary -> !act.contains(canary) && !mayKnow(caller, canary, path))
                            .forEach(canary -> leaks.add("%s: %s tells %s".formatted(caller, path, canary)));
                }
            }
        }
        System.out.printf("Canaries: %d refusals and trials, %d leaks%n", calls, leaks.size());
        assertThat(leaks).isEmpty();
    }

    @Test
    void whateverElseChangesSomethingTellsNothingToWhoeverSendsAnEmptyForm() {
        List<Part> parts = List.of(Part.SEATED, Part.NOBODY);
        List<String> leaks = new ArrayList<>();
        int calls = 0;
        List<Address> changing = addresses.toChange().stream()
                .filter(address -> !address.path().startsWith("/api/v1/submissions/"))
                .toList();
        for (Caller caller : callers) {
            if (caller.part() == null || caller.isLoggedIn() || parts.contains(caller.part())) {
                for (Address address : changing) {
                    Reply reply = gallery.as(caller).ask(address.operation().method(), address.path(), "{}");
                    calls++;
                    toldBy(reply).stream()
                            .filter(canary -> !mayKnow(caller, canary, address.path()))
                            .forEach(canary -> leaks.add("%s: %s tells %s".formatted(caller, address.path(), canary)));
                }
            }
        }
        System.out.printf("Canaries: %d empty forms, %d leaks%n", calls, leaks.size());
        assertThat(leaks).isEmpty();
    }

    /** The list of messages says who gets which: of an item in which one has a part, who judges it must not be among them. */
    @Test
    void whoHasAPartInAnItemIsListedNoMessageToItsReviewers() {
        int listed = 0;
        for (Caller caller : callers) {
            Reply reply = gallery.as(caller).get("/api/v1/messages?limit=100");
            for (JsonNode message : reply.json().path("messages")) {
                String item = message.path("submission").asText();
                boolean takesPart =
                        !item.isEmpty() && gallery.relation(caller, new SubmissionId(item)) != Relation.NONE;
                listed++;
                assertThat(takesPart
                                && tellsOfReviewer(message.path("recipient").asText()))
                        .as("%s: %s", caller, message)
                        .isFalse();
            }
        }
        System.out.printf("Canaries: %d messages in lists%n", listed);
        assertThat(listed).isPositive();
    }

    private static List<String> toldBy(Reply reply) {
        String whole = reply.text() + reply.headers().map();
        return canaries().stream().filter(whole::contains).toList();
    }

    // Who may know.

    /** Everybody knows what is their own; whoever looks after an item, or keeps the records, knows the rest. */
    private static boolean mayKnow(Caller caller, String canary, String path) {
        Part part = caller.part();
        if (part == null) {
            return false;
        }
        Optional<SubmissionId> item = item(path);
        if (canary.equals(Gallery.DRAFT_WORD) || canary.equals(Gallery.TYPED_WORD)) {
            boolean acts = part == Part.REPRESENTATIVE && caller.role() == Role.SECRETARIAT;
            return acts || part == Part.SUBMITTER && (caller.role() == Role.CONTRIBUTOR || item.isEmpty());
        }
        boolean keeps = KEEPERS.contains(caller.role());
        boolean looksAfter = keeps
                && item.filter(id -> gallery.relation(caller, id) == Relation.NONE)
                        .isPresent();
        if (canary.startsWith(Gallery.CONFIDENCE_WORD)) {
            return canary.equals(Gallery.confidence(part)) || looksAfter;
        }
        boolean record = keeps && RECORDS.matcher(path).matches() && (item.isEmpty() || SUBMITTING.contains(canary));
        return isOwn(part, canary) || record || looksAfter;
    }

    /** The one item that an address is about. */
    private static Optional<SubmissionId> item(String path) {
        return Stream.concat(
                        gallery.submissions().values().stream().filter(id -> path.contains(id.value())),
                        told.entrySet().stream()
                                .filter(message -> path.contains(message.getKey()))
                                .map(Map.Entry::getValue))
                .findFirst();
    }

    private static boolean isOwn(Part part, String canary) {
        return canary.equals(Gallery.address(part))
                || canary.equals(Gallery.name(part))
                || canary.equals(gallery.person(part).value());
    }

    // What to look for, and where.

    private static boolean tellsOfReviewer(String person) {
        return gallery.people().entrySet().stream()
                .anyMatch(one -> Gallery.isReviewer(one.getKey())
                        && one.getValue().value().equals(person));
    }

    private static List<String> canaries() {
        List<String> canaries = new ArrayList<>(List.of(Gallery.DRAFT_WORD, Gallery.TYPED_WORD));
        for (Part part : Part.values()) {
            canaries.add(Gallery.address(part));
            if (Gallery.isReviewer(part)) {
                canaries.add(Gallery.name(part));
                canaries.add(gallery.person(part).value());
                canaries.add(Gallery.confidence(part));
            }
        }
        return canaries;
    }

    /** Lists, searches for every canary, and the ids of people where those of items are expected. */
    private static Stream<String> searches() {
        Stream<String> words = Stream.of(
                        Gallery.DRAFT_WORD,
                        Gallery.TYPED_WORD,
                        Gallery.CONFIDENCE_WORD,
                        Gallery.REVIEWER_WORD,
                        Gallery.ADDRESS_WORD)
                .flatMap(word -> Stream.of("items?q=" + word, "suggestions?q=" + word, "organisations?q=" + word));
        Stream<String> people = gallery.people().values().stream().map(id -> "submissions/" + id);
        return Stream.of(SEARCHES.stream(), words, people)
                .flatMap(paths -> paths)
                .map(path -> "/api/v1/" + path);
    }
}
