package org.migrationhub.core.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One sentence of a script.
 *
 * @param number of the line, from 1
 * @param keyword given, when or then; of the line before where this one says "and"
 * @param clause what follows the keyword
 */
record ScriptLine(int number, String keyword, String clause) {

    private static final Set<String> BEGINNINGS = Set.of("given", "when", "then");
    private static final Set<String> CONTINUATIONS = Set.of("and", "but");

    static List<ScriptLine> read(String text) {
        List<ScriptLine> lines = new ArrayList<>();
        String keyword = "";
        int number = 0;
        for (String written : text.split("\\R", -1)) {
            number++;
            String line = written.strip().replaceAll("\\s+", " ");
            if (!line.isEmpty() && !line.startsWith("#")) {
                ScriptLine read = read(number, keyword, line);
                keyword = read.keyword();
                lines.add(read);
            }
        }
        return lines;
    }

    private static ScriptLine read(int number, String before, String line) {
        int space = line.indexOf(' ');
        String first = space < 0 ? line : line.substring(0, space);
        String keyword = CONTINUATIONS.contains(first) ? before : first;
        if (space < 0 || !BEGINNINGS.contains(keyword)) {
            throw new AssertionError(
                    "Line " + number + ", \"" + line
                            + "\": expected a sentence that begins with given, when or then, or goes on from one with and or but");
        }
        return new ScriptLine(number, keyword, line.substring(space + 1));
    }

    /** Fails if the last act was refused and nobody expected it. */
    static void atEnd(ScriptWorld world) {
        try {
            world.expectNoRefusal();
        } catch (ScriptProblem problem) {
            throw new AssertionError("At the end of the script: " + problem.getMessage(), problem);
        }
    }

    boolean is(String pattern) {
        return (keyword + " " + clause).matches(pattern);
    }

    @Override
    public String toString() {
        return "Line " + number + ", \"" + keyword + " " + clause + "\"";
    }
}
