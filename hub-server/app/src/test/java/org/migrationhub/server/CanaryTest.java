package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Relation;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.Gallery.Caller;
import org.migrationhub.server.Gallery.Part;

/**
 * Reviewers' names and ids, everybody's addresses, drafts, what is typed and not saved, and what is said to the secretariat in confidence: every
 * address is asked for as everybody in every role, and none of these may come out, in body or header, but to those who may
 * know.
 */
class CanaryTest {

    /** Whoever keeps the records knows everybody; what they may know of a single item is looked at by itself. */
    private static final Set<Role> KEEPERS = Set.of(Role.SECRETARIAT, Role.ADMINISTRATOR);

    private static Gallery gallery;

    @BeforeAll
    static void start() {
        gallery = new Gallery();
    }

    @AfterAll
    static void stop() {
        gallery.close();
    }

    @Test
    void nothingThatSomeMayNotKnowComesOut() {
        List<String> leaks = new ArrayList<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        int calls = 0;
        List<String> addresses = addresses();
        for (Caller caller : gallery.callers()) {
            Client client = gallery.as(caller);
            for (String address : addresses) {
                Reply reply = client.get(address);
                calls++;
                String whole = reply.text() + reply.headers().map();
                for (String canary : canaries()) {
                    if (whole.contains(canary)) {
                        seen.merge(canary, 1, Integer::sum);
                        if (!mayKnow(caller, canary, address)) {
                            leaks.add("%s: %s tells %s".formatted(caller, address, canary));
                        }
                    }
                }
            }
        }
        System.out.printf("Canaries: %d calls, %d leaks%n", calls, leaks.size());
        assertThat(leaks).isEmpty();
        assertThat(seen.keySet())
                .as("a canary that nobody ever sees proves nothing")
                .containsAll(canaries());
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
        for (Caller caller : gallery.callers()) {
            for (SubmissionId id : gallery.submissions().values()) {
                for (String act : acts) {
                    String[] parts = act.split(" ", 2);
                    String address = "/api/v1/submissions/" + id + parts[0];
                    Reply reply = parts[0].equals("/draft") || parts[0].equals("/working-copy")
                            ? gallery.as(caller).put(address + "?dryRun=true", parts[1])
                            : gallery.as(caller).post(address + "?dryRun=true", parts[1]);
                    calls++;
                    canaries().stream()
                            .filter(canary -> (reply.text() + reply.headers().map()).contains(canary))
                            .filter(canary -> !act.contains(canary) && !mayKnow(caller, canary, address))
                            .forEach(canary -> leaks.add("%s: %s tells %s".formatted(caller, address, canary)));
                }
            }
        }
        System.out.printf("Canaries: %d refusals and trials, %d leaks%n", calls, leaks.size());
        assertThat(leaks).isEmpty();
    }

    /** Everybody knows what is their own; whoever looks after an item, or keeps the records, knows the rest. */
    private static boolean mayKnow(Caller caller, String canary, String address) {
        Part part = caller.part();
        if (part == null) {
            return false;
        }
        if (canary.equals(Gallery.DRAFT_WORD) || canary.equals(Gallery.TYPED_WORD)) {
            boolean acts = part == Part.REPRESENTATIVE && caller.role() == Role.SECRETARIAT;
            return acts || part == Part.SUBMITTER && (caller.role() == Role.CONTRIBUTOR || !isOfOneItem(address));
        }
        if (canary.startsWith(Gallery.CONFIDENCE_WORD)) {
            return canary.equals(Gallery.confidence(part)) || looksAfter(caller, address);
        }
        boolean keeps = KEEPERS.contains(caller.role()) && !isOfOneItem(address);
        return canary.endsWith(ownEnd(part, canary)) || keeps || looksAfter(caller, address);
    }

    private static boolean isOfOneItem(String address) {
        return address.contains("/submissions/") || address.contains("/items/");
    }

    /** Whoever has a part in an item doesn't look after it. */
    private static boolean looksAfter(Caller caller, String address) {
        return KEEPERS.contains(caller.role())
                && gallery.submissions().values().stream()
                        .filter(id -> address.contains(id.value()))
                        .anyMatch(id -> gallery.relation(caller, id) == Relation.NONE);
    }

    /** What a canary that tells of this person ends with. */
    private static String ownEnd(Part part, String canary) {
        if (canary.startsWith(Gallery.ADDRESS_WORD)) {
            return Gallery.ADDRESS_WORD + part.ordinal() + "@example.org";
        }
        return canary.startsWith(Gallery.REVIEWER_WORD)
                ? Gallery.REVIEWER_WORD + " " + part.name().toLowerCase(Locale.ROOT)
                : gallery.person(part).value();
    }

    private static List<String> canaries() {
        List<Part> reviewers =
                Stream.of(Part.values()).filter(Gallery::isReviewer).toList();
        List<String> canaries = new ArrayList<>(List.of(Gallery.DRAFT_WORD, Gallery.TYPED_WORD));
        for (Part part : reviewers) {
            canaries.add(Gallery.REVIEWER_WORD + " " + part.name().toLowerCase(Locale.ROOT));
            canaries.add(gallery.person(part).value());
            canaries.add(Gallery.confidence(part));
        }
        for (Part part : Part.values()) {
            canaries.add(Gallery.ADDRESS_WORD + part.ordinal() + "@example.org");
        }
        return canaries;
    }

    /** Every address that is described as one to read, with the ids of everything, and searches for every canary. */
    private static List<String> addresses() {
        List<String> submissions =
                gallery.submissions().values().stream().map(SubmissionId::value).toList();
        List<String> people =
                gallery.people().values().stream().map(Object::toString).toList();
        List<String> addresses = new ArrayList<>();
        gallery.visitor().get("/api/v1/openapi.json").json().path("paths").properties().stream()
                .filter(path -> path.getValue().has("get"))
                .map(path -> path.getKey()
                        .replace("{number}", "1")
                        .replace("{sha256}", gallery.file().sha256().hex()))
                .forEach(path -> {
                    List<String> ids = path.contains("/people/") ? people : submissions;
                    addresses.addAll(
                            path.contains("{id}")
                                    ? ids.stream()
                                            .map(id -> path.replace("{id}", id))
                                            .toList()
                                    : List.of(path));
                });
        addresses.addAll(people.stream()
                .flatMap(id -> Stream.of("/api/v1/submissions/" + id, "/api/v1/people/" + id))
                .collect(Collectors.toSet()));
        for (String query : List.of(
                "submissions?queue=mine",
                "submissions?queue=reviews",
                "submissions?queue=all&limit=100",
                "submissions?queue=overdue",
                "submissions?stage=draft",
                "people?roster=true",
                "organisations?q=sample",
                "items?limit=100&sort=newest")) {
            addresses.add("/api/v1/" + query);
        }
        Stream.of(
                        Gallery.DRAFT_WORD,
                        Gallery.TYPED_WORD,
                        Gallery.CONFIDENCE_WORD,
                        Gallery.REVIEWER_WORD,
                        Gallery.ADDRESS_WORD)
                .forEach(word -> addresses.add("/api/v1/items?q=" + word));
        return addresses.stream().filter(address -> !address.contains("{")).toList();
    }
}
