package org.migrationhub.server.site.submit;

import java.util.List;
import java.util.Set;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Voice;

/** Where on the form something stands that the core speaks of by its pointer. Stateless and thread-safe. */
final class Fields {

    private static final Set<String> ORGANISATIONS =
            Set.of("mainImplementers", "otherOrganisations", "publishers", "partners");

    private Fields() {}

    /** The field of the form in which something of the item is written. */
    static String of(String pointer) {
        String[] path =
                pointer.isEmpty() ? new String[] {""} : pointer.substring(1).split("/", -1);
        String name = path[0];
        if (ORGANISATIONS.contains(name)) {
            String row = path.length > 1 ? path[1] : "0";
            return name + "/" + row + (path.length > 2 && path[2].equals("office") ? "/office" : "/name");
        }
        return switch (name) {
            case "texts" -> path.length == 3 ? String.join("/", path) : "texts";
            case "period" -> "period/" + (path.length > 1 ? path[1] : "startYear");
            case "geography" -> path.length > 1 && path[1].equals("localPlaces") ? "geography/localPlaces" : name;
            case "links" -> "links/" + (path.length > 1 ? path[1] : "0") + "/" + (path.length > 2 ? path[2] : "url");
            case "attachments" -> path.length > 1 ? "attachments/" + path[1] + "/description" : "upload";
            default -> name;
        };
    }

    /** The same violations, each at its field. */
    static List<Violation> placed(List<Violation> violations, Step step) {
        return violations.stream()
                .map(Named::told)
                .map(one -> new Violation("/" + of(one.path()), one.code(), one.message()))
                .filter(one -> Step.of(one.path().substring(1)) == step)
                .toList();
    }

    /** What a field is called. */
    static Said label(Voice voice, String field) {
        String[] path = field.split("/", -1);
        String name = name(field);
        if (name.equals("texts") && path.length == 3) {
            String language =
                    Language.find(path[1]).map(one -> voice.name(one).text()).orElse(path[1]);
            return voice.plain("submit.in", voice.say(key(path[2])), language);
        }
        return voice.has(key(name)) ? voice.plain(key(name)) : voice.plain("submit.form");
    }

    /** Whether a field is called something by itself. */
    static boolean isKnown(Voice voice, String field) {
        return field.startsWith("texts/") || voice.has(key(name(field)));
    }

    private static String name(String field) {
        String[] path = field.split("/", -1);
        return path[0].equals("geography") && path.length > 1 ? path[1] : path[0];
    }

    /** The key of what a field is called. */
    static String key(String name) {
        return "submit.field." + name;
    }
}
