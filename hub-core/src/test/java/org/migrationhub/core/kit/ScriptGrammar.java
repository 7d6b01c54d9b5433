package org.migrationhub.core.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences that a script knows, by keyword. */
final class ScriptGrammar {

    private static final String WORD = "[a-z][a-z0-9-]*";
    private static final String CODE = "[a-z][a-z.-]*";

    private final Map<String, List<Sentence>> sentences = new LinkedHashMap<>();

    static ScriptGrammar of(ScriptWorld world) {
        ScriptGrammar grammar = new ScriptGrammar();
        new ScriptFacts(world).teach(grammar);
        new ScriptActs(world).teach(grammar);
        new ScriptExpectations(world).teach(grammar);
        return grammar;
    }

    /**
     * Adds a sentence.
     *
     * @param form its words; NAMES, NAME, ORG, SIDE, CODES, TAGS and N stand for what the reader fills in, and what is
     *     left is a regular expression
     * @param meaning what it does with what was filled in
     */
    ScriptGrammar on(String keyword, String form, Consumer<MatchResult> meaning) {
        sentences.computeIfAbsent(keyword, any -> new ArrayList<>()).add(new Sentence(form, pattern(form), meaning));
        return this;
    }

    void play(ScriptLine line) {
        for (Sentence sentence : sentences.getOrDefault(line.keyword(), List.of())) {
            Matcher matcher = sentence.pattern().matcher(line.clause());
            if (matcher.matches()) {
                sentence.meaning().accept(matcher.toMatchResult());
                return;
            }
        }
        throw new ScriptProblem("not understood; " + line.keyword() + " knows\n  " + String.join("\n  ", forms(line)));
    }

    private List<String> forms(ScriptLine line) {
        return sentences.getOrDefault(line.keyword(), List.of()).stream()
                .map(Sentence::form)
                .toList();
    }

    private static Pattern pattern(String form) {
        return Pattern.compile(form.replace("NAMES", "(" + WORD + "(?:(?:, | and )" + WORD + ")*)")
                .replace("NAME", "(" + WORD + ")")
                .replace("ORG", "(" + WORD + ")")
                .replace("SIDES", "((?:UN|non-UN)(?:, (?:UN|non-UN))*)")
                .replace("SIDE", "(UN|non-UN|undetermined)")
                .replace("CODES", "(" + CODE + "(?:, " + CODE + ")*)")
                .replace("CODE", "(" + CODE + ")")
                .replace("TAGS", "([A-Za-z-]+(?:, [A-Za-z-]+)*)")
                .replaceAll("\\bN\\b", "(\\\\d+)"));
    }

    private record Sentence(String form, Pattern pattern, Consumer<MatchResult> meaning) {}
}
