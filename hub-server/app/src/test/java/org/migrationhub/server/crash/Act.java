package org.migrationhub.server.crash;

import org.migrationhub.server.Client;
import org.migrationhub.server.Reply;

/**
 * Something to ask for.
 *
 * @param deed what will have been done
 * @param request how any of the nodes is asked
 */
record Act(Deed deed, Request request) {

    private static final String SUBMISSIONS = "/api/v1/submissions";

    /** What is said to a node. */
    interface Request {
        Reply at(Node node);
    }

    static Act begin(Cast cast, Text text) {
        Deed deed = Deed.saved(cast.id(Cast.CONTRIBUTOR), text.digest());
        return new Act(deed, node -> contributor(node).post(SUBMISSIONS + "?draft=true", text.json()));
    }

    static Act save(Cast cast, String id, Text text) {
        Deed deed = Deed.saved(cast.id(Cast.CONTRIBUTOR), text.digest());
        return new Act(deed, node -> contributor(node).put(path(id, "/draft"), text.json()));
    }

    static Act handIn(Cast cast, String id, String digest) {
        Deed deed = Deed.handedIn(cast.id(Cast.CONTRIBUTOR), digest);
        return new Act(deed, node -> contributor(node).post(path(id, "/submission")));
    }

    static Act revise(Cast cast, String id, Text text) {
        Deed deed = Deed.handedIn(cast.id(Cast.CONTRIBUTOR), text.digest());
        return new Act(deed, node -> contributor(node).post(path(id, "/revisions"), text.json()));
    }

    static Act withdraw(Cast cast, View seen) {
        Deed deed = Deed.withdrawn(cast.id(Cast.CONTRIBUTOR), seen.id(), seen.revision());
        return new Act(deed, node -> contributor(node).post(path(seen.id(), "/withdrawal")));
    }

    static Act seat(Cast cast, View seen, String panel) {
        Deed deed = Deed.seated(cast.id(Cast.SECRETARY), seen.id(), seen.revision());
        return new Act(deed, node -> Cast.as(Cast.SECRETARY, node).post(path(seen.id(), "/panel"), panel));
    }

    static Act accept(Cast cast, View seen, View.Seat seat) {
        Deed deed = Deed.accepted(seat.person(), seen.id(), seen.round(), seat.number());
        return new Act(deed, node -> reviewer(cast, seat, node).post(path(seen.id(), "/acceptance")));
    }

    static Act review(Cast cast, View seen, View.Seat seat, String outcome) {
        Deed deed = Deed.reviewed(seat.person(), seen.id(), seen.round(), seat.number(), seen.digest(), outcome);
        String body =
                "{\"digest\":\"%s\",\"outcome\":\"%s\",\"text\":\"Sample comment\"}".formatted(seen.digest(), outcome);
        return new Act(deed, node -> reviewer(cast, seat, node).post(path(seen.id(), "/reviews"), body));
    }

    Reply at(Node node) {
        return request.at(node);
    }

    static String path(String id, String rest) {
        return SUBMISSIONS + "/" + id + rest;
    }

    private static Client contributor(Node node) {
        return Cast.as(Cast.CONTRIBUTOR, node);
    }

    private static Client reviewer(Cast cast, View.Seat seat, Node node) {
        return Cast.as(cast.key(seat.person()), node);
    }
}
