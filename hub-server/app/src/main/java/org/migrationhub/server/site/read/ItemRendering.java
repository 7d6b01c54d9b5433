package org.migrationhub.server.site.read;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.PublicRecord;
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
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Term;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Voice;

/**
 * Makes the page of an item.
 *
 * @param item what is public
 * @param shown the language whose text is shown
 * @param voice how the page speaks
 * @param at where the pages are
 */
record ItemRendering(PublicRecord.Published item, Language shown, Voice voice, Addresses at) {

    private static final long KILO = 1024;

    /** How many organisations a citation names. */
    private static final int CITED = 3;

    ItemView view(String address, List<Card> related) {
        ContentItem content = item.content();
        return new ItemView(
                content.kind().code(),
                Card.type(content, voice),
                title(),
                outcome(),
                text() instanceof PracticeText practice ? parts(practice) : parts((ResourceText) text()),
                disclaimer(),
                content.languages().stream().map(this::variant).toList(),
                voice.name(content.language()),
                content.texts().in(voice.language()).isEmpty(),
                facts(),
                content.classification().primary().stream()
                        .map(one -> Card.tag(one, voice, at))
                        .toList(),
                content.classification().secondary().stream()
                        .map(one -> Card.tag(one, voice, at))
                        .toList(),
                content.attachments().stream().map(this::download).toList(),
                content.links().stream()
                        .filter(ItemRendering::isWeb)
                        .map(ItemRendering::elsewhere)
                        .toList(),
                review(),
                versions(),
                voice.date(item.submittedOn()),
                citation(),
                address,
                shares(address),
                related);
    }

    /** One or two sentences for whoever lists the page. */
    String teaser() {
        return Card.teaser(text());
    }

    private ItemText text() {
        return item.content()
                .texts()
                .in(shown)
                .map(ItemText.class::cast)
                .orElse(item.content() instanceof Practice ? PracticeText.EMPTY : ResourceText.EMPTY);
    }

    private Said title() {
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

    private List<ItemView.Part> parts(PracticeText text) {
        return parts(
                part("item.summary", text.summary()),
                part("item.benefit", text.benefitAndImpact()),
                part("item.lessons", text.keyLessons()),
                part("item.recommendations", text.recommendations()),
                part("item.innovation", text.innovation()));
    }

    private List<ItemView.Part> parts(ResourceText text) {
        return parts(
                part("item.glance", text.atAGlance()),
                part("item.offers", text.whatItOffers()),
                part("item.further", text.furtherInformation()));
    }

    private ItemView.Part part(String key, String text) {
        return new ItemView.Part(voice.say(key), Said.in(shown, text));
    }

    private static List<ItemView.Part> parts(ItemView.Part... all) {
        return Stream.of(all).filter(part -> !part.text().isBlank()).toList();
    }

    private ItemView.Variant variant(Language language) {
        String address = at.item(item.content().kind(), item.id());
        boolean asked = !language.equals(voice.language());
        String query = asked ? "?" + ItemPages.TEXT + "=" + Addresses.encoded(language.tag()) : "";
        return new ItemView.Variant(voice.ownName(language), address + query, language.equals(shown));
    }

    private List<ItemView.Fact> facts() {
        Classification about = item.content().classification();
        Geography where = item.content().geography();
        List<ItemView.Fact> facts = new ArrayList<>();
        add(facts, "fact.when", plain(Card.years(item.content(), voice)));
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

    private void organisations(List<ItemView.Fact> facts) {
        if (item.content() instanceof Practice practice) {
            add(facts, "fact.implementers", named(practice.mainImplementers()));
            add(facts, "fact.others", named(practice.otherOrganisations()));
        } else {
            add(facts, "fact.publishers", named(((Resource) item.content()).publishers()));
        }
        add(
                facts,
                "fact.partners",
                item.content().partners().stream()
                        .map(ItemRendering::name)
                        .map(Linked::plain)
                        .toList());
    }

    private void add(List<ItemView.Fact> facts, String key, List<Linked> values) {
        if (!values.isEmpty()) {
            facts.add(new ItemView.Fact(voice.say(key), values));
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

    private ItemView.Download download(Attachment file) {
        Language language = file.language();
        String ending = file.name().substring(file.name().lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return new ItemView.Download(
                Said.unknown(file.name()),
                Said.unknown(file.description()),
                Addresses.file(item.id(), file.sha256()),
                voice.say("file.format", ending, size(file.size())),
                language == null ? null : voice.name(language));
    }

    private String size(long bytes) {
        return bytes < KILO * KILO
                ? voice.say("file.kilo", voice.number(Math.max(1, bytes / KILO)))
                : voice.say("file.mega", voice.number(bytes / KILO / KILO));
    }

    /** A check of the form refuses any other; whatever else is in an old revision leads nowhere. */
    private static boolean isWeb(Link link) {
        return link.url().startsWith("https://") || link.url().startsWith("http://");
    }

    private static ItemView.Elsewhere elsewhere(Link link) {
        Language language = link.language();
        String host = host(link.url());
        String label = link.label().isBlank() ? host : link.label();
        Said said = language == null ? Said.unknown(label) : Said.in(language, label);
        return new ItemView.Elsewhere(said, link.url(), host, language == null ? null : language.tag());
    }

    private static String host(String url) {
        try {
            return Objects.requireNonNullElse(URI.create(url).getHost(), url);
        } catch (IllegalArgumentException e) {
            return url; // an address that only browsers understand stands for itself
        }
    }

    private ItemView.Review review() {
        PublicRecord.HowReviewed how = item.reviewed();
        return new ItemView.Review(
                how.approvals(),
                how.un(),
                how.nonUn(),
                voice.date(how.on()),
                how.policy().toString(),
                item.digest().toString());
    }

    private List<ItemView.Version> versions() {
        List<ItemView.Version> versions = new ArrayList<>();
        for (PublicRecord.Version version : item.versions()) {
            versions.add(
                    0,
                    new ItemView.Version(
                            voice.number(version.revision()),
                            voice.date(version.on()),
                            version.digest().toString(),
                            version.revision() == item.revision()));
        }
        return versions;
    }

    private ItemView.Citation citation() {
        String by = item.content().implementers().stream()
                .limit(CITED)
                .map(OrganisationRef::name)
                .collect(Collectors.joining("; "));
        LocalDate on = item.reviewed().on();
        return new ItemView.Citation(by, String.valueOf(on.getYear()), title(), on.toString());
    }

    private List<ItemView.Share> shares(String address) {
        String link = Addresses.encoded(address);
        String title = Addresses.encoded(text().title()).replace("+", "%20");
        return List.of(
                new ItemView.Share(voice.say("share.mail"), "mailto:?subject=" + title + "&body=" + link),
                new ItemView.Share("WhatsApp", "https://wa.me/?text=" + title + "%20" + link),
                new ItemView.Share("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url=" + link));
    }
}
