package org.migrationhub.core.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws a transition table for the documentation. */
final class TransitionDiagram {

    private TransitionDiagram() {}

    static String ofStages(Map<StageName, Map<Act, Set<StageName>>> stages) {
        List<String> lines = start("draft: start");
        stages.forEach((from, acts) ->
                acts.forEach((act, to) -> to.forEach(target -> lines.add(arrow(from.code(), target.code(), act)))));
        return String.join("\n", lines) + "\n";
    }

    static String ofSeats(Map<SeatStateName, Map<Act, SeatStateName>> seats) {
        List<String> lines = start("invited: seated");
        seats.forEach((from, acts) -> acts.forEach((act, to) -> lines.add(arrow(from.code(), to.code(), act))));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> start(String first) {
        return new ArrayList<>(List.of("stateDiagram-v2", "    [*] --> " + first));
    }

    private static String arrow(String from, String to, Act act) {
        return "    " + id(from) + " --> " + id(to) + ": " + act.code();
    }

    /** Mermaid takes no hyphens in an id. */
    private static String id(String code) {
        return code.replace('-', '_');
    }
}
