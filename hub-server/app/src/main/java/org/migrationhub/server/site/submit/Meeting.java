package org.migrationhub.server.site.submit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Seen;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** Brings together what was written into a step in two places at once. Stateless and thread-safe. */
final class Meeting {

    /** What of a row is somebody's words. */
    private static final Set<String> WORDS = Set.of("name", "office", "url", "label", "description");

    private Meeting() {}

    /** What a form of a step brings along of what stands in it when it is opened. */
    static String seen(Draft draft, Step step) {
        Map<String, List<String>> fields = new LinkedHashMap<>(draft.fields());
        fields.keySet().removeIf(field -> !step.fields().contains(field.split("/", 2)[0]));
        return Seen.of(draft.version(), Typed.of(fields)).fields();
    }

    /** What was typed into a step, met with the draft as it is by now. */
    static Typed of(Visit visit, Draft now, Step step, Typed typed) {
        Typed mine = new Saving(visit, now).shown(step, typed);
        return Seen.sent(typed).merged(mine, now.typed(), (field, values) -> told(visit, now, field, values));
    }

    private static Typed.Meanwhile told(Visit visit, Draft now, String field, Map<String, List<String>> values) {
        Voice voice = visit.voice();
        Typed shown = Named.of(visit, now, Named.Newcomers.WRITTEN).shown(Typed.of(values));
        String text = shown.values().entrySet().stream()
                .flatMap(entry -> words(voice, now.item().kind(), entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
        return new Typed.Meanwhile(Fields.of("/" + field), label(voice, field), said(field, text));
    }

    private static Said label(Voice voice, String field) {
        return field.startsWith("geography/") && !field.endsWith("/localPlaces")
                ? voice.plain(Fields.key("geography"))
                : Fields.label(voice, field);
    }

    private static Said said(String field, String text) {
        String[] path = field.split("/", -1);
        return path[0].equals("texts") && path.length == 3
                ? Language.find(path[1])
                        .map(language -> Said.in(language, text))
                        .orElseGet(() -> Said.unknown(text))
                : Said.unknown(text);
    }

    private static Stream<String> words(Voice voice, Kind kind, String field, List<String> values) {
        if (field.matches(".*/\\d+/.*")) {
            return WORDS.contains(field.substring(field.lastIndexOf('/') + 1)) ? values.stream() : Stream.empty();
        }
        return switch (field) {
            case "language" -> values.stream().map(tag -> language(voice, tag));
            case "focalPoint/self" -> Stream.of(voice.say("submit.focal-point.self"));
            case "geography/global" -> Stream.of(voice.say("submit.global"));
            case "geography/commissions" -> named(values, Options.in(voice).commissions());
            default -> named(values, SheetReader.offered(voice, kind, field));
        };
    }

    private static String language(Voice voice, String tag) {
        return Language.find(tag).map(found -> voice.name(found).text()).orElse(tag);
    }

    private static Stream<String> named(List<String> values, List<Option> offered) {
        return values.stream()
                .map(value -> offered.stream()
                        .filter(option -> option.value().equals(value))
                        .findFirst()
                        .map(option -> option.said().text())
                        .orElse(value));
    }
}
