package org.migrationhub.server.site.submit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/**
 * What somebody wants who saves a step: to go on, to leave, to have more rows, or to add or drop a language or a file.
 *
 * @param act {@code next}, {@code leave}, {@code more}, {@code add}, {@code drop}, {@code upload} or {@code remove}
 * @param what of which list or language; empty if of none
 * @param blank languages in which there is no text yet
 */
record Wish(String act, String what, List<String> blank) {

    private static final String FIELD = "do";

    static Wish of(Typed typed) {
        String[] said = typed.text(FIELD).split(":", 2);
        String what = said.length == 2 ? said[1] : "";
        List<String> blank = new ArrayList<>(typed.all(StepPages.WITH));
        if (said[0].equals("add")) {
            blank.add(typed.text("add"));
            what = typed.text("add");
        }
        if (said[0].equals("drop")) {
            blank.remove(what);
        }
        return new Wish(said[0], what, List.copyOf(blank));
    }

    /** Whether a file is to be attached. */
    boolean isToAttach() {
        return act.equals("upload");
    }

    /** Whether whoever saves is done with the step. */
    boolean isToGoOn() {
        return act.isEmpty() || act.equals("next");
    }

    /** What was typed, where the file that came with it is to be told of once it is attached. */
    static Typed attached(Typed typed, Sha256 file) {
        Wish wish = of(typed);
        Map<String, List<String>> values = new LinkedHashMap<>(typed.values());
        if (wish.isToAttach() || wish.act.isEmpty()) {
            values.put(FIELD, List.of("upload:" + file.hex()));
        }
        return Typed.of(values);
    }

    /** What was typed, without what is to be dropped. */
    Typed without(Typed typed) {
        if (!act.equals("drop") || what.isEmpty()) {
            return typed;
        }
        Map<String, List<String>> left = new LinkedHashMap<>(typed.values());
        left.keySet().removeIf(field -> field.startsWith("texts/" + what + "/"));
        return Typed.of(left);
    }

    /** Where it leads after the step was saved: with files, where a login has lost what was wanted, it stays. */
    Answer answer(Visit visit, Draft draft, Step step) {
        return switch (act) {
            case "leave" -> visit.leadTo(draft.path(), "submit-saved");
            case "more" -> visit.leadTo(draft.path(step) + "#" + what);
            case "add" -> visit.leadTo(StepPages.with(draft.path(step), StepPages.WITH, blank) + anchor());
            case "upload" ->
                visit.leadTo(StepPages.with(draft.path(step), FilesView.ATTACHED, List.of(what)) + "#attached");
            case "remove" -> visit.leadTo(draft.path(step) + "#attachments");
            case "drop" -> visit.leadTo(StepPages.with(draft.path(step), StepPages.WITH, blank));
            case "" -> visit.leadTo(draft.path(step == Step.FILES ? step : step.next()));
            default -> visit.leadTo(draft.path(step.next()));
        };
    }

    private String anchor() {
        return Language.find(what)
                .map(language -> "#texts/" + language.tag() + "/title")
                .orElse("");
    }
}
