package org.migrationhub.server;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The command that looks whether the server could start, and starts nothing. */
final class Check {

    /** Something outside that the server is to use. */
    interface Neighbour {

        /** What it is, for people; without any secret. */
        String name();

        /**
         * Looks whether it is there, and changes nothing.
         *
         * @throws StartRefusedException if it can't be used, naming the setting and the remedy
         */
        void ask();
    }

    private Check() {}

    /**
     * Says what was given, and asks every neighbour.
     *
     * @return the status with which to end
     * @throws StartRefusedException with everything that was found
     */
    static int run(Settings settings, List<Neighbour> neighbours, PrintStream out) {
        settings.operating().given().forEach(line -> out.println("  " + line));
        List<String> reasons = new ArrayList<>();
        for (Neighbour neighbour : neighbours) {
            try {
                neighbour.ask();
                out.println("There: " + neighbour.name());
            } catch (StartRefusedException e) {
                reasons.addAll(e.reasons());
            }
        }
        StartRefusedException.throwIfAny(reasons);
        out.println("The settings are good.");
        return 0;
    }
}
