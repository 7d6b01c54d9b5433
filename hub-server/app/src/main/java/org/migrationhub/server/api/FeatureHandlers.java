package org.migrationhub.server.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.FeatureView;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.storage.FeaturedPlace;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.json.Field;
import org.migrationhub.server.json.Form;
import org.migrationhub.server.json.Tree;

/** What editors show before others, with a sentence of their own. */
final class FeatureHandlers {

    private static final char APART = '~';
    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private FeatureHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation("listFeatured", "GET", Api.at("featured"), FeatureHandlers::list)
                        .taking("limit", "cursor", "lang")
                        .shared(),
                new Operation("feature", "PUT", Api.at("submissions/{id}/feature"), FeatureHandlers::feature)
                        .changing(),
                new Operation("unfeature", "DELETE", Api.at("submissions/{id}/feature"), FeatureHandlers::unfeature)
                        .changing());
    }

    private static Answer list(Ask ask) {
        Page page = Page.of("items", ask.query());
        FeaturedPlace after = ask.query()
                .code("cursor", FeatureHandlers::place, "where a page ended")
                .orElse(null);
        List<Language> preferred = ask.preferred();
        return page.answer(
                        ask.query(),
                        ask.desk().featured(after, page.asked()),
                        item -> ItemJson.card(item, preferred)
                                .put("featured", featured(item))
                                .done(),
                        FeatureHandlers::cursor)
                .forAnybody();
    }

    private static Answer feature(Ask ask) {
        Form form = ask.form();
        Field<SortedMap<Language, String>> sentences = form.textsBy(
                        "sentences", Language::find, "the tag of a language")
                .required();
        form.end();
        return SubmitterHandlers.changed(ask.desk().feature(ask.submission(), sentences.get()));
    }

    private static Answer unfeature(Ask ask) {
        ask.noForm();
        return SubmitterHandlers.changed(ask.desk().unfeature(ask.submission()));
    }

    /** How an item is featured; null if it isn't. */
    static @Nullable Map<String, Object> featured(PublicRecord.Published item) {
        PublicRecord.Featured featured = item.featured();
        return featured == null
                ? null
                : sentences(featured.sentences())
                        .text("since", featured.since())
                        .done();
    }

    /** How an item was featured last; null if it wasn't. */
    static @Nullable Map<String, Object> view(@Nullable FeatureView view) {
        return view == null
                ? null
                : sentences(view.sentences())
                        .text("since", view.since())
                        .put("revision", view.revision())
                        .put("current", view.current())
                        .done();
    }

    private static Tree sentences(SortedMap<Language, String> sentences) {
        Tree tree = new Tree();
        sentences.forEach((language, sentence) -> tree.put(language.tag(), sentence));
        return new Tree().put("sentences", tree.done());
    }

    private static String cursor(PublicRecord.Published item) {
        PublicRecord.Featured featured = item.featured();
        return featured == null ? "" : featured.since().toString() + APART + item.id();
    }

    private static Optional<FeaturedPlace> place(String cursor) {
        int apart = cursor.indexOf(APART);
        if (apart < 0) {
            return Optional.empty();
        }
        return instant(cursor.substring(0, apart))
                .flatMap(at -> Ids.submission(cursor.substring(apart + 1)).map(id -> new FeaturedPlace(at, id)));
    }

    /** One that every database can compare. */
    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text).truncatedTo(ChronoUnit.MICROS))
                    .filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(LAST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
