package org.migrationhub.core.kit;

/** What is wrong with a line of a script, before it is known which line that is. */
final class ScriptProblem extends RuntimeException {

    ScriptProblem(String message) {
        super(message);
    }

    static void unless(boolean holds, String expected, Object found) {
        if (!holds) {
            throw new ScriptProblem("expected " + expected + ", but found " + found);
        }
    }
}
