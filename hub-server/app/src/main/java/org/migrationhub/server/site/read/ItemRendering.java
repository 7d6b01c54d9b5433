package org.migrationhub.server.site.read;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.Classification;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Geography;
import org.migrationhub.core.content.ItemText;
import org.migrationhub.core.content.Link;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.content.ResourceText;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.content.Texts;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Term;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;
import org.migrationhub.server.site.page.Words;

/**
 * Makes what the page of an item shows of it, be it public or yet to be looked at by somebody. Immutable.
 *
 * @param content of the item
 * @param shown the language whose text is shown
 * @param voice how the page speaks
 * @param at where the pages are
 * @param place where the page itself is, and the files
 */
public record ItemRendering(ContentItem content, Language shown, Voice voice, Addresses at, Place place) {

    /** The parameter that asks for one of an item's languages, where that isn't the language of the page. */
    public static final String TEXT = "text";

    /**
     * Where an item is shown.
     *
     * @param page its address, in the language of the page
     * @param file the address of each of its files
     */
    public record Place(String page, Function<Sha256, String> file) {}

    /** Everything that its page shows of the item itself. */
    public ItemBody body() {
        return new ItemBody(
                content.kind().code(),
                Card.type(content, voice),
                title(),
                outcome(),
                text() instanceof PracticeText practice ? parts(practice) : parts((ResourceText) text()),
                disclaimer(),
                variants(),
                voice.name(content.language()),
                content.texts().in(voice.language()).isEmpty(),
                !content.classification().principles().isEmpty(),
                facts(),
                content.classification().primary().stream()
                        .map(one -> Card.tag(one, voice, at))
                        .toList(),
                content.classification().secondary().stream()
                        .map(one -> Card.tag(one, voice, at))
                        .toList(),
                Gallery.of(content.attachments(), this::download, voice),
                content.attachments().stream()
                        .filter(file -> !file.isImage())
                        .map(this::download)
                        .toList(),
                content.links().stream()
                        .filter(ItemRendering::isWeb)
                        .map(ItemRendering::elsewhere)
                        .toList());
    }

    /**
     * In which of its languages an item is best shown: the one that is asked for, if there is text in it, or else the best
     * for a reader of the page.
     */
    public static Language shown(Visit visit, ContentItem content) {
        Texts<?> texts = content.texts();
        return visit.ask().query().all(TEXT).stream()
                .flatMap(tag -> Language.find(tag).stream())
                .filter(language -> texts.in(language).isPresent())
                .findFirst()
                .or(() -> texts.bestLanguage(List.of(visit.voice().language())))
                .orElse(content.language());
    }

    /** One or two sentences for whoever lists the page. */
    String teaser() {
        return Card.teaser(text());
    }

    private ItemText text() {
        return content.texts()
                .in(shown)
                .map(ItemText.class::cast)
                .orElse(content instanceof Practice ? PracticeText.EMPTY : ResourceText.EMPTY);
    }

    Said title() {
        return Said.in(shown, text().title());
    }

    private @Nullable Said outcome() {
        return text() instanceof PracticeText practice ? given(practice.outcome()) : null;
    }

    private @Nullable Said disclaimer() {
        return text() instanceof PracticeText practice ? given(practice.disclaimer()) : null;
    }

    private @Nullable Said given(String text) {
        return text.isBlank() ? null : Said.in(shown, text);
    }

    private List<ItemBody.Part> parts(PracticeText text) {
        return parts(
                part("item.summary", text.summary()),
                part("item.benefit", text.benefitAndImpact()),
                part("item.lessons", text.keyLessons()),
                part("item.recommendations", text.recommendations()),
                part("item.innovation", text.innovation()));
    }

    private List<ItemBody.Part> parts(ResourceText text) {
        return parts(
                part("item.glance", text.atAGlance()),
                part("item.offers", text.whatItOffers()),
                part("item.further", text.furtherInformation()));
    }

    private ItemBody.Part part(String key, String text) {
        return new ItemBody.Part(voice.say(key), Said.in(shown, text));
    }

    private static List<ItemBody.Part> parts(ItemBody.Part... all) {
        return Stream.of(all).filter(part -> !part.text().isBlank()).toList();
    }

    /** The official languages as every page's bar has them, and behind them others. */
    private List<ItemBody.Variant> variants() {
        List<Language> others = new ArrayList<>(content.languages());
        others.removeAll(Words.LANGUAGES);
        return Stream.concat(Words.LANGUAGES.stream().filter(content.languages()::contains), others.stream())
                .map(this::variant)
                .toList();
    }

    private ItemBody.Variant variant(Language language) {
        boolean asked = !language.equals(voice.language());
        String query = asked ? "?" + TEXT + "=" + Addresses.encoded(language.tag()) : "";
        return new ItemBody.Variant(voice.ownName(language), place.page() + query, language.equals(shown));
    }

    private List<ItemBody.Fact> facts() {
        Classification about = content.classification();
        Geography where = content.geography();
        List<ItemBody.Fact> facts = new ArrayList<>();
        add(facts, "fact.when", plain(Card.years(content, voice)));
        add(facts, "fact.countries", terms(where.countries()));
        add(
                facts,
                "fact.regions",
                Stream.concat(terms(where.regions()).stream(), terms(where.commissions()).stream())
                        .toList());
        add(
                facts,
                "fact.local",
                where.localPlaces().stream()
                        .map(Said::unknown)
                        .map(Linked::plain)
                        .toList());
        add(facts, "fact.scope", plain(where.global() ? voice.say("place.global") : ""));
        organisations(facts);
        add(facts, "fact.principles", searches(Facet.PRINCIPLE, about.principles()));
        add(facts, "fact.sdgs", searches(Facet.SDG, about.sdgs()));
        return facts;
    }

    private void organisations(List<ItemBody.Fact> facts) {
        if (content instanceof Practice practice) {
            add(facts, "fact.implementers", named(practice.mainImplementers()));
            add(facts, "fact.others", named(practice.otherOrganisations()));
        } else {
            add(facts, "fact.publishers", named(((Resource) content).publishers()));
        }
        add(
                facts,
                "fact.partners",
                content.partners().stream()
                        .map(ItemRendering::name)
                        .map(Linked::plain)
                        .toList());
    }

    private void add(List<ItemBody.Fact> facts, String key, List<Linked> values) {
        if (!values.isEmpty()) {
            facts.add(new ItemBody.Fact(voice.say(key), values));
        }
    }

    private static List<Linked> plain(String text) {
        return text.isEmpty() ? List.of() : List.of(Linked.plain(new Said(text, null, null)));
    }

    private List<Linked> terms(Collection<? extends Term> places) {
        return places.stream()
                .map(place -> new Linked(voice.label(place), at.place(place)))
                .toList();
    }

    private List<Linked> searches(Facet facet, Collection<? extends Term> terms) {
        return terms.stream()
                .map(term -> new Linked(voice.label(term), at.search(facet, term.code())))
                .toList();
    }

    /** Each leads to what else the same organisation has carried. */
    private List<Linked> named(List<OrganisationRef> organisations) {
        return organisations.stream()
                .map(one -> new Linked(name(one), at.search(Facet.ORGANISATION, Organisations.value(one))))
                .toList();
    }

    private static Said name(OrganisationRef organisation) {
        String office = organisation.office();
        return Said.unknown(office == null ? organisation.name() : organisation.name() + " – " + office);
    }

    private ItemBody.Download download(Attachment file) {
        Language language = file.language();
        return new ItemBody.Download(
                Said.unknown(file.name()),
                Said.unknown(file.description()),
                place.file().apply(file.sha256()),
                FileSizes.format(voice, file),
                language == null ? null : voice.name(language));
    }

    /** A check of the form refuses any other; whatever else is in an old revision leads nowhere. */
    private static boolean isWeb(Link link) {
        return link.url().startsWith("https://") || link.url().startsWith("http://");
    }

    private static ItemBody.Elsewhere elsewhere(Link link) {
        Language language = link.language();
        String host = host(link.url());
        String label = link.label().isBlank() ? host : link.label();
        Said said = language == null ? Said.unknown(label) : Said.in(language, label);
        return new ItemBody.Elsewhere(said, link.url(), host, language == null ? null : language.tag());
    }

    private static String host(String url) {
        try {
            return Objects.requireNonNullElse(URI.create(url).getHost(), url);
        } catch (IllegalArgumentException e) {
            return url; // an address that only browsers understand stands for itself
        }
    }
}
