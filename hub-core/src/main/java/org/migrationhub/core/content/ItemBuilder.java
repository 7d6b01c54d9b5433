package org.migrationhub.core.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.Principle;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.RegionalCommission;
import org.migrationhub.core.vocabulary.Sdg;

/**
 * Builds an item step by step: what practices and resources have in common. Methods in the singular add, methods in the
 * plural replace what is there. Whatever is not said stays empty, as in a draft. Not thread-safe.
 *
 * @param <T> the text of the item in one language
 * @param <B> the builder itself
 */
public abstract sealed class ItemBuilder<T extends ItemText, B extends ItemBuilder<T, B>>
        permits Practice.Builder, Resource.Builder {

    private final Language original;
    private final T noText;
    private final SortedMap<Language, T> texts = new TreeMap<>();
    private Classification classification = Classification.NONE;
    private Geography geography = Geography.NOWHERE;
    private List<OrganisationRef> partners = List.of();
    private List<PersonId> contributors = List.of();
    private @Nullable PersonId contact;
    private List<Link> links = List.of();
    private List<Attachment> attachments = List.of();

    ItemBuilder(Language original, T noText) {
        this.original = original;
        this.noText = noText;
    }

    abstract B self();

    /** Sets the whole text in one language, in place of what was there. */
    public B text(Language language, T text) {
        texts.put(language, text);
        return self();
    }

    /** Replaces what it is about. */
    public B classification(Classification classification) {
        this.classification = classification;
        return self();
    }

    /** Adds primary objectives. */
    public B objective(Objective... objectives) {
        return classification(new Classification(
                with(classification.primary(), objectives),
                classification.secondary(),
                classification.principles(),
                classification.sdgs()));
    }

    /** Adds secondary objectives. */
    public B secondary(Objective... objectives) {
        return classification(new Classification(
                classification.primary(),
                with(classification.secondary(), objectives),
                classification.principles(),
                classification.sdgs()));
    }

    /** Adds guiding principles that it particularly exemplifies. */
    public B principle(Principle... principles) {
        return classification(new Classification(
                classification.primary(),
                classification.secondary(),
                with(classification.principles(), principles),
                classification.sdgs()));
    }

    /** Adds Sustainable Development Goals or targets. */
    public B sdg(Sdg... sdgs) {
        return classification(new Classification(
                classification.primary(),
                classification.secondary(),
                classification.principles(),
                with(classification.sdgs(), sdgs)));
    }

    /** Replaces where it applies. */
    public B geography(Geography geography) {
        this.geography = geography;
        return self();
    }

    /** Adds countries. */
    public B country(Country... countries) {
        return geography(new Geography(
                with(geography.countries(), countries),
                geography.regions(),
                geography.commissions(),
                geography.localPlaces(),
                geography.global()));
    }

    /**
     * Adds countries by code.
     *
     * @param alpha3 codes of ISO 3166-1 alpha-3, such as {@code NER}
     * @throws IllegalArgumentException if there is no such country
     */
    public B country(String... alpha3) {
        return country(Arrays.stream(alpha3).map(Country::of).toArray(Country[]::new));
    }

    /** Adds regions of the standard M49. */
    public B region(Region... regions) {
        return geography(new Geography(
                geography.countries(),
                with(geography.regions(), regions),
                geography.commissions(),
                geography.localPlaces(),
                geography.global()));
    }

    /** Adds areas of Regional Commissions. */
    public B commission(RegionalCommission... commissions) {
        return geography(new Geography(
                geography.countries(),
                geography.regions(),
                with(geography.commissions(), commissions),
                geography.localPlaces(),
                geography.global()));
    }

    /** Adds a place within a country. */
    public B place(String place) {
        return geography(new Geography(
                geography.countries(),
                geography.regions(),
                geography.commissions(),
                with(geography.localPlaces(), place),
                geography.global()));
    }

    /** Says that the scope is global. */
    public B worldwide() {
        return geography(new Geography(
                geography.countries(), geography.regions(), geography.commissions(), geography.localPlaces(), true));
    }

    /** Adds a partner by name. */
    public B partner(String name) {
        return partner(OrganisationRef.named(name));
    }

    /** Adds a partner. */
    public B partner(OrganisationRef partner) {
        return partners(with(partners, partner));
    }

    /** Replaces the partners. */
    public B partners(List<OrganisationRef> partners) {
        this.partners = List.copyOf(partners);
        return self();
    }

    /** Adds persons who contributed to the item. */
    public B contributor(PersonId... contributors) {
        this.contributors = new ArrayList<>(this.contributors);
        this.contributors.addAll(Arrays.asList(contributors));
        return self();
    }

    /** Names the person to ask about the item, or nobody. */
    public B contact(@Nullable PersonId contact) {
        this.contact = contact;
        return self();
    }

    /** Adds a link to a page whose language is not known. */
    public B link(String url, String label) {
        return link(Link.to(url, label));
    }

    /** Adds a link. */
    public B link(Link link) {
        return links(with(links, link));
    }

    /** Replaces the links. */
    public B links(List<Link> links) {
        this.links = List.copyOf(links);
        return self();
    }

    /** Adds a file. */
    public B attachment(Attachment attachment) {
        return attachments(with(attachments, attachment));
    }

    /** Replaces the files. */
    public B attachments(List<Attachment> attachments) {
        this.attachments = List.copyOf(attachments);
        return self();
    }

    /** Changes the text in the original language. */
    B edit(UnaryOperator<T> change) {
        return text(
                original, change.apply(Optional.ofNullable(texts.get(original)).orElse(noText)));
    }

    /** Takes over what every item has. */
    B from(ContentItem item, Texts<T> itsTexts, SortedSet<PersonId> itsContributors, @Nullable PersonId itsContact) {
        texts.putAll(itsTexts.byLanguage());
        contributors = List.copyOf(itsContributors);
        return classification(item.classification())
                .geography(item.geography())
                .partners(item.partners())
                .contact(itsContact)
                .links(item.links())
                .attachments(item.attachments());
    }

    Texts<T> texts() {
        return new Texts<>(original, texts);
    }

    Classification classification() {
        return classification;
    }

    Geography geography() {
        return geography;
    }

    List<OrganisationRef> partners() {
        return partners;
    }

    SortedSet<PersonId> contributors() {
        return Sorted.copyOf(contributors);
    }

    @Nullable
    PersonId contact() {
        return contact;
    }

    List<Link> links() {
        return links;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    static <E> List<E> with(List<E> list, E element) {
        List<E> longer = new ArrayList<>(list);
        longer.add(element);
        return longer;
    }

    private static <E extends Comparable<? super E>> SortedSet<E> with(SortedSet<E> set, E[] elements) {
        TreeSet<E> larger = new TreeSet<>(set);
        Collections.addAll(larger, elements);
        return larger;
    }
}
