package org.migrationhub.core.content;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.ResourceType;

/**
 * A resource of the tools and library: guidance, a tool, literature or multimedia that somebody published. Lists are in
 * the submitter's order.
 *
 * @param texts its texts per language
 * @param classification what it is about
 * @param type what kind of thing it is, or null if not yet said
 * @param geography where it applies
 * @param year the year in which it was published, or null if not known
 * @param publishers the organisations that published it
 * @param partners organisations that worked with them
 * @param contributors persons who contributed to it, such as authors, or to this description of it
 * @param contact the person to ask about it, or null
 * @param links pages elsewhere
 * @param attachments files that belong to it, each in its language
 */
public record Resource(
        Texts<ResourceText> texts,
        Classification classification,
        @Nullable ResourceType type,
        Geography geography,
        @Nullable Integer year,
        List<OrganisationRef> publishers,
        List<OrganisationRef> partners,
        SortedSet<PersonId> contributors,
        @Nullable PersonId contact,
        List<Link> links,
        List<Attachment> attachments)
        implements ContentItem {

    /** Copies the collections and refuses null where it is not declared. */
    public Resource {
        requireNonNull(texts, "texts");
        requireNonNull(classification, "classification");
        requireNonNull(geography, "geography");
        publishers = List.copyOf(publishers);
        partners = List.copyOf(partners);
        contributors = Sorted.copyOf(contributors);
        links = List.copyOf(links);
        attachments = List.copyOf(attachments);
    }

    /** Begins a resource that is described in this language. */
    public static Builder in(Language original) {
        return new Builder(original);
    }

    /** Begins a changed copy: everything in it is as here until the builder is told otherwise. */
    public Builder toBuilder() {
        return new Builder(language())
                .from(this, texts, contributors, contact)
                .type(type)
                .year(year)
                .publishers(publishers);
    }

    @Override
    public Kind kind() {
        return Kind.RESOURCE;
    }

    /** The publishers. */
    @Override
    public List<OrganisationRef> implementers() {
        return publishers;
    }

    @Override
    public SortedSet<PersonId> namedPersons() {
        TreeSet<PersonId> persons = new TreeSet<>(contributors);
        if (contact != null) {
            persons.add(contact);
        }
        return Sorted.copyOf(persons);
    }

    /** Builds a {@link Resource}; see {@link ItemBuilder} for what all its methods have in common. */
    public static final class Builder extends ItemBuilder<ResourceText, Builder> {

        private @Nullable ResourceType type;
        private @Nullable Integer year;
        private List<OrganisationRef> publishers = List.of();

        private Builder(Language original) {
            super(original, ResourceText.EMPTY);
        }

        /** The resource as said so far. The builder can go on from here. */
        public Resource build() {
            return new Resource(
                    texts(),
                    classification(),
                    type,
                    geography(),
                    year,
                    publishers,
                    partners(),
                    contributors(),
                    contact(),
                    links(),
                    attachments());
        }

        /** Sets the title in the original language. */
        public Builder title(String title) {
            return edit(text -> text.withTitle(title));
        }

        /** Sets the short description in the original language. */
        public Builder atAGlance(String atAGlance) {
            return edit(text -> text.withAtAGlance(atAGlance));
        }

        /** Sets what it offers, in the original language. */
        public Builder whatItOffers(String whatItOffers) {
            return edit(text -> text.withWhatItOffers(whatItOffers));
        }

        /** Sets further information in the original language. */
        public Builder furtherInformation(String furtherInformation) {
            return edit(text -> text.withFurtherInformation(furtherInformation));
        }

        /** Says what kind of thing it is. */
        public Builder type(@Nullable ResourceType type) {
            this.type = type;
            return this;
        }

        /** Says in which year it was published, or that this isn't known. */
        public Builder year(@Nullable Integer year) {
            this.year = year;
            return this;
        }

        /** Adds a publisher by name. */
        public Builder publisher(String name) {
            return publisher(OrganisationRef.named(name));
        }

        /** Adds a publisher. */
        public Builder publisher(OrganisationRef publisher) {
            return publishers(with(publishers, publisher));
        }

        /** Replaces the publishers. */
        public Builder publishers(List<OrganisationRef> publishers) {
            this.publishers = List.copyOf(publishers);
            return this;
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
