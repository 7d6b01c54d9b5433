package org.migrationhub.server.site.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.migrationhub.core.Comments;
import org.migrationhub.core.review.Criterion;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Voice;

/** The fields of the forms. */
final class Written {

    static final String DIGEST = "digest";
    static final String REVISION = "revision";
    static final String OUTCOME = "outcome";
    static final String TEXT = "text";
    static final String TO_SECRETARIAT = "toSecretariat";
    static final String REMARKS = "remarks/";
    static final String REASON = "reason";

    private Written() {}

    /** Every field into which somebody has written for a review, and what says of which revision. */
    static Map<String, List<String>> fields(Typed typed) {
        Map<String, List<String>> fields = new TreeMap<>();
        Stream.concat(names().stream(), Stream.of(REVISION))
                .filter(name -> typed.given(name).isPresent())
                .forEach(name -> fields.put(name, typed.all(name)));
        return fields;
    }

    /** Whether there is something of the sort. */
    static boolean isThere(Typed typed) {
        return names().stream().anyMatch(name -> typed.given(name).isPresent());
    }

    static Comments comments(Typed typed) {
        TreeMap<Criterion, String> remarks = new TreeMap<>();
        for (Criterion criterion : Criterion.values()) {
            typed.given(REMARKS + criterion.code()).ifPresent(remark -> remarks.put(criterion, remark));
        }
        return new Comments(
                typed.given(TEXT).orElse(""), typed.given(TO_SECRETARIAT).orElse(""), remarks);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(OUTCOME));
        names.addAll(texts());
        return names;
    }

    /** The fields that hold words of the reviewer. */
    static List<String> texts() {
        List<String> names = new ArrayList<>(List.of(TEXT, TO_SECRETARIAT));
        Stream.of(Criterion.values())
                .map(criterion -> REMARKS + criterion.code())
                .forEach(names::add);
        return names;
    }

    /** What a field is called. */
    static String label(Voice voice, String field) {
        return switch (field) {
            case TEXT -> voice.say("reviews.to-submitter");
            case TO_SECRETARIAT -> voice.say("reviews.to-secretariat");
            case REASON -> voice.say("reviews.reason");
            default -> voice.say("criterion." + field.substring(REMARKS.length()));
        };
    }
}
