package org.migrationhub.server.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.migrationhub.server.Reply;

/** A submission as the secretariat sees it, or, while it is a draft, its submitter. */
record View(JsonNode tree) {

    /** A seat of the last round. */
    record Seat(int number, String person) {}

    static View of(Reply reply) {
        return new View(reply.json());
    }

    String id() {
        return tree.path("id").asText();
    }

    String stage() {
        return tree.path("stage").asText();
    }

    long version() {
        return tree.path("version").asLong();
    }

    int revision() {
        return tree.path("revision").asInt();
    }

    /** The number of the last round. */
    int round() {
        return lastRound().path("number").asInt();
    }

    /** Of the content that the last round judges. */
    String digest() {
        return lastRound().path("digest").asText();
    }

    /** The seats of the last round that are in a state. */
    List<Seat> seats(String state) {
        List<Seat> found = new ArrayList<>();
        for (JsonNode seat : lastRound().path("seats")) {
            if (seat.path("state").asText().equals(state)) {
                found.add(new Seat(
                        seat.path("number").asInt(), seat.path("person").asText()));
            }
        }
        return found;
    }

    private JsonNode lastRound() {
        JsonNode rounds = tree.path("rounds");
        return rounds.path(rounds.size() - 1);
    }
}
