package org.migrationhub.server.site.difference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.ItemText;
import org.migrationhub.core.content.Link;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.content.ResourceText;
import org.migrationhub.core.content.Texts;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.Term;
import org.migrationhub.server.site.difference.Difference.Change;
import org.migrationhub.server.site.difference.Difference.Fate;
import org.migrationhub.server.site.difference.Difference.Piece;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Voice;

/**
 * Compares two items of one kind.
 *
 * @param voice how fields and terms are called
 * @param names what persons are called
 */
record ItemComparison(Voice voice, Function<PersonId, String> names) {

    /** How much of a file's digest tells two files of one name apart. */
    private static final int DIGITS = 8;

    /** A field of a text, by its name in the form and the key of what it is called. */
    private record Part<T>(String field, String key, Function<T, String> get) {}

    private static final List<Part<PracticeText>> OF_PRACTICE = List.of(
            new Part<>("title", "difference.title", PracticeText::title),
            new Part<>("outcome", "difference.outcome", PracticeText::outcome),
            new Part<>("summary", "item.summary", PracticeText::summary),
            new Part<>("benefitAndImpact", "item.benefit", PracticeText::benefitAndImpact),
            new Part<>("keyLessons", "item.lessons", PracticeText::keyLessons),
            new Part<>("recommendations", "item.recommendations", PracticeText::recommendations),
            new Part<>("innovation", "item.innovation", PracticeText::innovation),
            new Part<>("disclaimer", "difference.disclaimer", PracticeText::disclaimer));

    private static final List<Part<ResourceText>> OF_RESOURCE = List.of(
            new Part<>("title", "difference.title", ResourceText::title),
            new Part<>("atAGlance", "item.glance", ResourceText::atAGlance),
            new Part<>("whatItOffers", "item.offers", ResourceText::whatItOffers),
            new Part<>("furtherInformation", "item.further", ResourceText::furtherInformation));

    List<Change> changes(ContentItem before, ContentItem after) {
        Fields fields = new Fields(before, after, voice, new ArrayList<>());
        if (before instanceof Practice had && after instanceof Practice has) {
            texts(fields, had.texts(), has.texts(), OF_PRACTICE);
        } else if (before instanceof Resource had && after instanceof Resource has) {
            texts(fields, had.texts(), has.texts(), OF_RESOURCE);
        }
        fields.values("language", "item.original", item -> List.of(item.language()), voice::name);
        fields.values("type", "facet.type", ItemComparison::type, voice::label);
        about(fields);
        where(fields);
        if (before instanceof Practice) {
            ofPractice(fields);
        } else {
            ofResource(fields);
        }
        fields.values("partners", "fact.partners", ContentItem::partners, this::organisation);
        fields.values("contributors", "difference.contributors", ItemComparison::contributors, this::person);
        fields.values("contact", "difference.contact", ItemComparison::contact, this::person);
        fields.values("links", "item.links", ContentItem::links, this::link);
        fields.values("attachments", "item.files", ContentItem::attachments, this::file);
        return fields.changes();
    }

    private <T extends ItemText> void texts(Fields fields, Texts<T> before, Texts<T> after, List<Part<T>> parts) {
        TextComparison comparison = new TextComparison(new Effort());
        SortedSet<Language> languages = new TreeSet<>(before.byLanguage().keySet());
        languages.addAll(after.byLanguage().keySet());
        for (Language language : languages) {
            for (Part<T> part : parts) {
                String had = before.in(language).map(part.get()).orElse("");
                String has = after.in(language).map(part.get()).orElse("");
                if (!had.equals(has)) {
                    fields.text(language, part.field(), part.key(), comparison.pieces(had, has));
                }
            }
        }
    }

    private void about(Fields fields) {
        fields.values(
                "primaryObjectives",
                "fact.objectives",
                item -> item.classification().primary(),
                this::objective);
        fields.values(
                "secondaryObjectives",
                "fact.secondary",
                item -> item.classification().secondary(),
                this::objective);
        fields.values(
                "principles", "fact.principles", item -> item.classification().principles(), voice::label);
        fields.values("sdgs", "fact.sdgs", item -> item.classification().sdgs(), voice::label);
    }

    private void where(Fields fields) {
        fields.values(
                "geography/countries",
                "fact.countries",
                item -> item.geography().countries(),
                voice::label);
        fields.values(
                "geography/regions", "fact.regions", item -> item.geography().regions(), voice::label);
        fields.values(
                "geography/commissions",
                "places.commissions",
                item -> item.geography().commissions(),
                voice::label);
        fields.values(
                "geography/localPlaces", "fact.local", item -> item.geography().localPlaces(), Said::unknown);
        fields.values(
                "geography/global",
                "fact.scope",
                item -> item.geography().global() ? List.of(true) : List.of(),
                yes -> voice.plain("place.global"));
    }

    private void ofPractice(Fields fields) {
        fields.values(
                "period", "fact.when", item -> one(practice(item).period()), period -> plain(voice.years(period)));
        fields.values(
                "mainImplementers", "fact.implementers", item -> practice(item).mainImplementers(), this::organisation);
        fields.values(
                "otherOrganisations", "fact.others", item -> practice(item).otherOrganisations(), this::organisation);
        fields.values(
                "focalPoint",
                "difference.focal-point",
                item -> one(practice(item).focalPoint()),
                this::person);
    }

    private void ofResource(Fields fields) {
        fields.values("year", "fact.when", item -> one(((Resource) item).year()), year -> plain(String.valueOf(year)));
        fields.values("publishers", "fact.publishers", item -> ((Resource) item).publishers(), this::organisation);
    }

    /** Gathers the fields that have changed. */
    private record Fields(ContentItem before, ContentItem after, Voice voice, List<Change> changes) {

        void text(Language language, String field, String key, List<Piece> pieces) {
            changes.add(new Change(
                    "texts/" + language + "/" + field,
                    voice.say(key),
                    voice.name(language),
                    language.tag(),
                    language.direction().code(),
                    pieces));
        }

        <T> void values(
                String field, String key, Function<ContentItem, ? extends Collection<T>> get, Function<T, Said> tell) {
            List<T> had = List.copyOf(get.apply(before));
            List<T> has = List.copyOf(get.apply(after));
            if (!had.equals(has)) {
                changes.add(new Change(field, voice.say(key), null, null, null, pieces(had, has, tell)));
            }
        }

        /** What there is now, and then what there was; everything twice, if only the order is another. */
        private static <T> List<Piece> pieces(List<T> had, List<T> has, Function<T, Said> tell) {
            List<T> gone = new ArrayList<>(had);
            List<Piece> pieces = new ArrayList<>();
            has.forEach(value -> pieces.add(new Piece(gone.remove(value) ? Fate.KEPT : Fate.ADDED, tell.apply(value))));
            if (gone.isEmpty() && pieces.stream().allMatch(Piece::isKept)) {
                pieces.replaceAll(piece -> new Piece(Fate.ADDED, piece.said()));
                gone.addAll(had);
            }
            gone.forEach(value -> pieces.add(new Piece(Fate.REMOVED, tell.apply(value))));
            return pieces;
        }
    }

    private static Practice practice(ContentItem item) {
        return (Practice) item;
    }

    private static <T> List<T> one(@Nullable T value) {
        return value == null ? List.of() : List.of(value);
    }

    private static List<Term> type(ContentItem item) {
        return item instanceof Practice practice ? one(practice.type()) : one(((Resource) item).type());
    }

    private static Collection<PersonId> contributors(ContentItem item) {
        return item instanceof Practice practice ? practice.contributors() : ((Resource) item).contributors();
    }

    private static List<PersonId> contact(ContentItem item) {
        return item instanceof Practice practice ? one(practice.contact()) : one(((Resource) item).contact());
    }

    private static Said plain(String text) {
        return new Said(text, null, null);
    }

    private Said objective(Objective objective) {
        Said label = voice.label(objective);
        String text = objective.number().isPresent()
                ? voice.say("objective.titled", objective.number().getAsInt(), label.text())
                : label.text();
        return new Said(text, label.lang(), label.dir());
    }

    private Said person(PersonId person) {
        return Said.unknown(names.apply(person));
    }

    private Said organisation(OrganisationRef organisation) {
        String name = told(organisation.name(), organisation.office());
        return Said.unknown(organisation.id() == null ? name : voice.say("difference.registered", name));
    }

    private Said link(Link link) {
        return Said.unknown(told(link.label(), link.url(), name(link.language())));
    }

    private Said file(Attachment file) {
        String size = voice.say("difference.bytes", voice.number(file.size()));
        String digest = file.sha256().hex().substring(0, DIGITS);
        return Said.unknown(told(file.name(), file.description(), size, name(file.language()), digest));
    }

    private String name(@Nullable Language language) {
        return language == null ? "" : voice.name(language).text();
    }

    private static String told(@Nullable String... parts) {
        return Stream.of(parts)
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" – "));
    }
}
