package org.migrationhub.server.crash;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.EntryCodec;
import org.migrationhub.core.journal.JournalVerifier;
import org.migrationhub.core.journal.Verification;
import org.migrationhub.core.review.PastEvent;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.server.Client;
import org.migrationhub.server.Reply;

/** Compares what a server answers, while nobody else acts, with what the clients remember and with the rules. */
final class Audit {

    private final Node node;
    private final Ledger ledger;
    private final Map<ChainId, Retelling> stories = new TreeMap<>();
    private final Map<ChainId, List<Entry>> chains = new TreeMap<>();
    private final List<String> losses = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    private Audit(Node node, Ledger ledger) {
        this.node = node;
        this.ledger = ledger;
    }

    static Audit of(Node node, Ledger ledger) {
        Audit audit = new Audit(node, ledger);
        audit.violations.addAll(ledger.faults());
        audit.readJournal();
        audit.compareDeeds();
        audit.comparePublished();
        audit.compareStages();
        return audit;
    }

    /** What was acknowledged and isn't there. */
    List<String> losses() {
        return losses;
    }

    /** What is there and must not be, or contradicts itself. */
    List<String> violations() {
        return violations;
    }

    /** How many submissions there are. */
    int submissions() {
        return chains.size();
    }

    private void readJournal() {
        List<String> lines =
                administrator().get("/api/v1/journal").text().lines().toList();
        JournalVerifier verifier = new JournalVerifier().replaying(Policies.presets());
        String kept = ledger.checkpoint();
        Verification found = (kept.isEmpty() ? verifier : verifier.expecting(new Sha256(kept))).verify(lines.stream());
        found.fault().ifPresent(fault -> violations.add(fault.toString()));
        lines.stream()
                .map(line -> EntryCodec.read(line).entry())
                .filter(entry -> entry.chain().isOfSubmission())
                .forEach(entry -> chains.computeIfAbsent(entry.chain(), any -> new ArrayList<>())
                        .add(entry));
        chains.forEach((chain, entries) -> stories.put(chain, Retelling.of(entries)));
        stories.values().forEach(story -> violations.addAll(story.violations()));
    }

    private void compareDeeds() {
        Map<Deed, Ledger.Asked> asked = ledger.deeds();
        Set<Deed> done = stories.values().stream()
                .flatMap(story -> story.deeds().stream())
                .collect(Collectors.toSet());
        asked.forEach((deed, how) -> {
            if (how.acknowledged > 0 && !done.contains(deed)) {
                losses.add("acknowledged and lost: " + deed);
            }
            if (how.acknowledged > 1) {
                violations.add("acknowledged twice: " + deed);
            }
        });
        done.stream().filter(deed -> !asked.containsKey(deed)).forEach(deed -> violations.add("nobody asked: " + deed));
    }

    private void comparePublished() {
        Set<String> published = new HashSet<>();
        stories.forEach((chain, story) -> {
            String id = chain.submission().value();
            Reply item = node.visitor().get("/api/v1/items/" + id);
            if (story.published() == null) {
                require(item.status() == 404, "not published and yet answered: " + item.text());
            } else {
                published.add(id);
                compareItem(story, item);
            }
        });
        ledger.published().stream().filter(id -> !published.contains(id)).forEach(id -> losses.add("published: " + id));
        Set<String> found = found();
        require(found.equals(published), "search finds %s and not %s".formatted(found, published));
    }

    private void compareItem(Retelling story, Reply item) {
        require(
                item.status() == 200
                        && item.at("/digest").equals(story.published().toString())
                        && item.at("/reviewed/approvals").equals("3"),
                "published is " + story.published() + ", and answered " + item.text());
        item.json().at("/content/attachments").forEach(file -> {
            String sha256 = file.path("sha256").asText();
            byte[] bytes = node.visitor().bytes("/api/v1/items/" + item.id() + "/attachments/" + sha256);
            require(Sha256.of(bytes).hex().equals(sha256), "a file that isn't what it was: " + file);
        });
    }

    private Set<String> found() {
        Set<String> found = new HashSet<>();
        String cursor = "";
        do {
            Reply page = node.visitor().get("/api/v1/items?limit=100&q=" + Text.COMMON + cursor);
            found.addAll(page.each("/items", "id"));
            cursor = page.at("/next").isEmpty() ? "" : "&cursor=" + page.at("/next");
        } while (!cursor.isEmpty());
        return found;
    }

    /** The tables against the journal. */
    private void compareStages() {
        Client secretary = Cast.as(Cast.SECRETARY, node);
        chains.forEach((chain, entries) -> {
            Submission told = Submission.replay(
                    chain.submission(),
                    entries.stream()
                            .map(entry -> new PastEvent((SubmissionEvent) entry.event(), entry.at()))
                            .toList(),
                    Policies.presets());
            String path = "/api/v1/submissions/" + chain.submission().value();
            Reply read = secretary.get(path);
            if (read.status() == 404) {
                read = Cast.as(Cast.CONTRIBUTOR, node).get(path); // it was never handed in
            }
            require(
                    read.at("/stage").equals(told.stage().name().code()),
                    "%s is %s by its journal, and answered as %s"
                            .formatted(chain, told.stage().name().code(), read.text()));
        });
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            violations.add(sentence);
        }
    }

    private Client administrator() {
        return Cast.as(Cast.ADMINISTRATOR, node);
    }
}
