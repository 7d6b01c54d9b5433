package org.migrationhub.server.site.secretariat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.migrationhub.core.FeatureView;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Seen;
import org.migrationhub.server.site.page.Sentence;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** What the front page shows before others, with an editor's sentence. Stateless and thread-safe. */
final class FeaturePages {

    static final String FEATURED = "/desk/featured";

    private static final String FEATURE = Items.ITEM + "/feature";
    private static final String FIELD = "sentences/";
    private static final String WORDS = "q";
    private static final int MOST_FEATURED = 50;
    private static final int OTHERS = 20;

    private FeaturePages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(FEATURED, FeaturePages::list, WORDS).personal(),
                Route.of(FEATURE, FeaturePages::ask).personal(),
                Route.post(FEATURE, FeaturePages::feature).personal(),
                Route.post(FEATURE + "/end", FeaturePages::unfeature).personal());
    }

    private static Answer list(Visit visit) {
        if (!visit.viewer().features()) {
            throw new NotFoundException("page", FEATURED);
        }
        List<PublicRecord.Published> featured = visit.ask().desk().featured(null, MOST_FEATURED);
        Set<SubmissionId> there =
                featured.stream().map(PublicRecord.Published::id).collect(Collectors.toSet());
        String words = visit.ask().query().one(WORDS).orElse("");
        FeaturedView page = new FeaturedView(
                featured.stream().map(item -> line(visit, item)).toList(),
                words,
                found(visit, words).stream()
                        .filter(item -> !there.contains(item.id()))
                        .map(item -> line(visit, item))
                        .toList());
        return visit.own(
                "secretariat/featured", visit.desk(visit.voice().plain("desk.featured"), "desk.featured"), page);
    }

    private static List<PublicRecord.Published> found(Visit visit, String words) {
        SearchQuery query = words.isBlank() ? SearchQuery.everything().sort(Sort.NEWEST) : SearchQuery.of(words);
        return visit.ask()
                .desk()
                .search(query.preferred(List.of(visit.voice().language()))
                        .counting(Set.of())
                        .limit(OTHERS))
                .items();
    }

    private static FeaturedView.Line line(Visit visit, PublicRecord.Published item) {
        Voice voice = visit.voice();
        Language shown = item.content()
                .texts()
                .bestLanguage(List.of(voice.language()))
                .orElse(item.content().language());
        return new FeaturedView.Line(
                address(visit, item.id()),
                Said.in(shown, item.content().title(List.of(shown))),
                Sentence.of(item, voice.language()),
                voice.say(
                        "secretariat.featured.published",
                        voice.date(item.reviewed().on())));
    }

    private static String address(Visit visit, SubmissionId id) {
        return Items.address(visit, id) + "/feature";
    }

    private static Answer ask(Visit visit) {
        SubmissionView view = visit.ask().desk().view(visit.ask().submission());
        Typed said = said(visit, view);
        return asked(visit, 200, view, Seen.of(view.version(), said), said);
    }

    private static Answer asked(Visit visit, int status, SubmissionView view, Seen seen, Typed typed) {
        if (!view.possible().contains(Act.FEATURE)) {
            throw new NotFoundException("page", FEATURE);
        }
        Voice voice = visit.voice();
        FeatureView last = view.featured();
        List<FeatureForm.Field> fields = new ArrayList<>();
        Language.official()
                .forEach(language -> fields.add(new FeatureForm.Field(field(language), voice.name(language))));
        FeatureForm page = new FeatureForm(
                address(visit, view.id()),
                Items.title(view),
                visit.at().item(view.kind(), view.id()),
                seen,
                last != null && last.current(),
                last == null || last.current()
                        ? ""
                        : voice.say(
                                "secretariat.featured.former",
                                voice.number(last.revision()),
                                voice.number(view.publicRevision())),
                fields,
                typed);
        return visit.own(
                status,
                "secretariat/feature",
                visit.desk(voice.plain("secretariat.deed.feature"), "desk.featured"),
                page);
    }

    /** What is said so far; where nothing is, what the reviewed text says of itself. */
    private static Typed said(Visit visit, SubmissionView view) {
        Map<String, List<String>> values = new HashMap<>();
        FeatureView last = view.featured();
        if (last != null) {
            last.sentences().forEach((language, said) -> values.put(field(language), List.of(said)));
        } else if (visit.ask().desk().published(view.id()) instanceof PublicRecord.Published item) {
            Language.official()
                    .forEach(language -> item.content().texts().in(language).ifPresent(text -> {
                        if (text instanceof PracticeText practice) {
                            values.put(field(language), List.of(practice.outcome()));
                        }
                    }));
        }
        return Typed.of(values);
    }

    private static String field(Language language) {
        return FIELD + language.tag();
    }

    private static Answer feature(Visit visit) {
        Typed typed = visit.typed();
        SortedMap<Language, String> sentences = new TreeMap<>();
        Language.official()
                .forEach(language -> typed.given(field(language)).ifPresent(said -> sentences.put(language, said)));
        SubmissionId id = visit.ask().submission();
        return ItemPages.attempt(
                visit,
                typed,
                () -> {
                    visit.ask().desk(ItemPages.version(typed)).feature(id, sentences);
                    return visit.leadTo(FEATURED, "secretariat-featured");
                },
                refusal -> {
                    SubmissionView view = visit.ask().desk().view(id);
                    return refusal.isDone(said(visit, view)) && isFeatured(view)
                            ? visit.leadTo(FEATURED, "secretariat-featured")
                            : again(visit, view, refusal);
                });
    }

    private static boolean isFeatured(SubmissionView view) {
        FeatureView last = view.featured();
        return last != null && last.current();
    }

    private static Answer again(Visit visit, SubmissionView view, ItemPages.Refusal refusal) {
        Typed there = said(visit, view);
        return asked(
                visit,
                refusal.status(),
                view,
                refusal.seen(Seen.of(view.version(), there)),
                refusal.met(there, (field, values) -> told(visit, field, values)));
    }

    private static Typed.Meanwhile told(Visit visit, String field, Map<String, List<String>> values) {
        String there = String.join("", values.getOrDefault(field, List.of()));
        return Language.find(field.substring(FIELD.length()))
                .map(language -> new Typed.Meanwhile(field, visit.voice().name(language), Said.in(language, there)))
                .orElseGet(() -> new Typed.Meanwhile(field, Said.unknown(field), Said.unknown(there)));
    }

    private static Answer unfeature(Visit visit) {
        Typed typed = visit.typed();
        SubmissionId id = visit.ask().submission();
        return ItemPages.attempt(
                visit,
                typed,
                () -> {
                    visit.ask().desk(ItemPages.version(typed)).unfeature(id);
                    return visit.leadTo(FEATURED, "secretariat-unfeatured");
                },
                refusal -> {
                    SubmissionView view = visit.ask().desk().view(id);
                    Typed there = said(visit, view);
                    return isFeatured(view)
                            ? asked(
                                    visit,
                                    refusal.status(),
                                    view,
                                    Seen.of(view.version(), there),
                                    there.complaining(refusal.typed().complaints()))
                            : visit.leadTo(FEATURED, "secretariat-unfeatured");
                });
    }
}
