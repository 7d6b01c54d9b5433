package org.migrationhub.server.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.migrationhub.server.Client;
import org.migrationhub.server.Reply;

/**
 * Brings one practice from a draft to publication: looks where it stands, does what comes next, and so goes on after
 * whatever has happened to the server. Each request goes to any of the nodes. Now and then two act on it in the same
 * moment. Not thread-safe.
 */
final class Errand {

    private static final Duration FOUND_WITHIN = Duration.ofSeconds(2);

    private final Cast cast;
    private final Ledger ledger;
    private final Random random;
    private final String word;
    private final int racesInTen;
    private List<Node> nodes = List.of();
    private String id = "";
    private String files = "";
    private int texts;
    private boolean updated;
    private long versionToSee;

    /**
     * One.
     *
     * @param word that is in no other practice
     * @param racesInTen of ten occasions to act at once, how many are taken
     */
    Errand(Cast cast, Ledger ledger, Random random, String word, int racesInTen) {
        this.cast = cast;
        this.ledger = ledger;
        this.random = random;
        this.word = word;
        this.racesInTen = racesInTen;
    }

    /**
     * Takes one step.
     *
     * @return whether there are more to come
     * @throws UncheckedIOException if a node has gone away
     */
    boolean step(List<Node> at) {
        nodes = at;
        if (id.isEmpty()) {
            begin();
            return true;
        }
        if (oneIn(60)) {
            takeCheckpoint();
        }
        Reply reply = look();
        if (reply.status() == 503) {
            ledger.requireCleanRefusal(reply);
            return true;
        }
        return goOn(View.of(reply));
    }

    private boolean goOn(View seen) {
        switch (seen.stage()) {
            case "draft" -> draft();
            case "submitted", "update-submitted" -> submitted(seen);
            case "in-review", "update-in-review" -> inReview(seen);
            case "changes-requested", "update-changes-requested" -> ask(revision());
            case "published" -> {
                return published();
            }
            case "withdrawn" -> {
                ledger.count("withdrawn");
                return false;
            }
            default -> {
                ledger.fault(word + " can't be where it is: " + seen);
                return false;
            }
        }
        return true;
    }

    // Steps.

    private void begin() {
        if (texts > 0 && isFound()) {
            return; // the answer got lost, the draft didn't
        }
        if (files.isEmpty() && oneIn(3)) {
            upload();
        }
        id = ask(Act.begin(cast, nextText())).id();
    }

    /** Looks for it among the drafts by the word in its title; true, too, if that can't be known now. */
    private boolean isFound() {
        Reply drafts = contributor().get("/api/v1/submissions?queue=mine&stage=draft&limit=100");
        for (JsonNode draft : drafts.json().path("submissions")) {
            if (draft.path("title").asText().contains(word + ",")) {
                id = draft.path("id").asText();
            }
        }
        return drafts.status() != 200 || !id.isEmpty();
    }

    private void upload() {
        byte[] file = ("Sample file of " + word).getBytes(StandardCharsets.UTF_8);
        Reply reply = contributor().post("/api/v1/attachments?name=sample.txt", file, "Content-Type", "text/plain");
        if (reply.status() == 201) {
            files = reply.text();
        }
    }

    private void draft() {
        if (oneIn(3)) {
            ask(Act.save(cast, id, nextText()));
            return;
        }
        Reply draft = contributor().get(Act.path(id, "/draft"));
        if (draft.status() == 200) {
            ask(Act.handIn(cast, id, draft.at("/digest")));
        }
    }

    private void submitted(View seen) {
        ask(oneIn(30) ? Act.withdraw(cast, seen) : Act.seat(cast, seen, cast.panel(random)));
    }

    private void inReview(View seen) {
        List<View.Seat> invited = seen.seats("invited");
        List<View.Seat> accepted = seen.seats("accepted");
        if (!invited.isEmpty()) {
            ask(Act.accept(cast, seen, any(invited)));
        } else if (accepted.size() > 2 || random.nextInt(accepted.size() * 10) >= racesInTen) {
            ask(Act.review(cast, seen, any(accepted), oneIn(12) ? "request-changes" : "approve"));
        } else {
            race(seen, accepted);
        }
    }

    private boolean published() {
        ledger.seenPublished(id);
        if (!updated && oneIn(8)) {
            updated = ask(revision()).status() < 300;
            return true;
        }
        if (nodes.size() > 1) {
            nodes.forEach(this::awaitFound);
        }
        return false;
    }

    private void awaitFound(Node node) {
        ledger.foundAfter(Waiting.until(
                FOUND_WITHIN,
                () -> node.visitor().get("/api/v1/items?q=" + word),
                reply -> reply.status() == 200 && Node.finds(reply, id)));
    }

    private void takeCheckpoint() {
        Reply reply = Cast.as(Cast.ADMINISTRATOR, node()).post("/api/v1/journal/checkpoints");
        if (reply.status() == 200) {
            ledger.checkpointTaken(reply.json().path("sequence").asLong(), reply.at("/hash"));
        }
    }

    // Two at once.

    private void race(View seen, List<View.Seat> accepted) {
        Act last = Act.review(cast, seen, accepted.get(0), "approve");
        if (accepted.size() == 2) {
            race("two last reviews", last, Act.review(cast, seen, accepted.get(1), "approve"));
            return;
        }
        switch (random.nextInt(3)) {
            case 0 -> race("one review twice", last, last);
            case 1 -> race("withdrawal against approval", Act.withdraw(cast, seen), last);
            default -> race("revision against approval", revision(), last);
        }
    }

    /** Who may win is the rule's to say, and the audit's to see. */
    private void race(String name, Act one, Act other) {
        int first = random.nextInt(nodes.size());
        Node here = nodes.get(first);
        Node there = nodes.get((first + 1) % nodes.size());
        Race.run(
                () -> ledger.ask(one.deed(), () -> one.at(here)),
                () -> ledger.ask(other.deed(), () -> other.at(there)));
        ledger.count("race: " + name);
    }

    // Asking.

    /** What was acknowledged is read by whoever asks next, of any node. */
    private Reply look() {
        Reply reply = ledger.timed(() -> Cast.as(Cast.SECRETARY, node()).get(Act.path(id, "")));
        if (reply.status() == 404) {
            return contributor().get(Act.path(id, "")); // nobody else knows of a draft
        }
        if (reply.status() == 200) {
            long version = View.of(reply).version();
            if (version < versionToSee) {
                ledger.fault("Version %d of %s was read after version %d".formatted(version, id, versionToSee));
            }
            versionToSee = version;
        }
        return reply;
    }

    private Reply ask(Act act) {
        Node node = node();
        Reply reply = ledger.ask(act.deed(), () -> act.at(node));
        if (reply.status() < 300 && versionToSee > 0) {
            versionToSee++;
        }
        return reply;
    }

    private Act revision() {
        return Act.revise(cast, id, nextText());
    }

    private Text nextText() {
        texts++;
        return Text.of(word, texts, cast.focalPoint(), files);
    }

    private Client contributor() {
        return Cast.as(Cast.CONTRIBUTOR, node());
    }

    private Node node() {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private View.Seat any(List<View.Seat> seats) {
        return seats.get(random.nextInt(seats.size()));
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }
}
