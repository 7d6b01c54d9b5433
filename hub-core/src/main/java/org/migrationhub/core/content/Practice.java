package org.migrationhub.core.content;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.PracticeType;

/**
 * A practice of the repository: something that was done, by whom, where and when, and what came of it. The fields are
 * the union of those of the Hub's published pages and of its guidance for submitters. Lists are in the submitter's
 * order.
 *
 * @param texts its texts per language
 * @param classification what it is about
 * @param type what kind of undertaking it is, or null if not yet said
 * @param geography where it took place
 * @param period when it took place, or null if not yet said
 * @param mainImplementers the organisations that carried it
 * @param otherOrganisations further organisations that implemented it
 * @param partners organisations that worked with them
 * @param contributors persons who contributed to the practice or to this description of it
 * @param contact the person to ask about it, or null
 * @param focalPoint the person who answers for it at the main implementer, needed when somebody else submits it; or
 *     null
 * @param links pages elsewhere
 * @param attachments files that belong to it
 */
public record Practice(
        Texts<PracticeText> texts,
        Classification classification,
        @Nullable PracticeType type,
        Geography geography,
        @Nullable Period period,
        List<OrganisationRef> mainImplementers,
        List<OrganisationRef> otherOrganisations,
        List<OrganisationRef> partners,
        SortedSet<PersonId> contributors,
        @Nullable PersonId contact,
        @Nullable PersonId focalPoint,
        List<Link> links,
        List<Attachment> attachments)
        implements ContentItem {

    /** Copies the collections and refuses null where it is not declared. */
    public Practice {
        requireNonNull(texts, "texts");
        requireNonNull(classification, "classification");
        requireNonNull(geography, "geography");
        mainImplementers = List.copyOf(mainImplementers);
        otherOrganisations = List.copyOf(otherOrganisations);
        partners = List.copyOf(partners);
        contributors = Sorted.copyOf(contributors);
        links = List.copyOf(links);
        attachments = List.copyOf(attachments);
    }

    /** Begins a practice that is written in this language. */
    public static Builder in(Language original) {
        return new Builder(original);
    }

    /** Begins a changed copy: everything in it is as here until the builder is told otherwise. */
    public Builder toBuilder() {
        return new Builder(language())
                .from(this, texts, contributors, contact)
                .type(type)
                .period(period)
                .mainImplementers(mainImplementers)
                .otherOrganisations(otherOrganisations)
                .focalPoint(focalPoint);
    }

    @Override
    public Kind kind() {
        return Kind.PRACTICE;
    }

    /** Main implementers, then other organisations. */
    @Override
    public List<OrganisationRef> implementers() {
        return Stream.concat(mainImplementers.stream(), otherOrganisations.stream())
                .toList();
    }

    @Override
    public SortedSet<PersonId> namedPersons() {
        TreeSet<PersonId> persons = new TreeSet<>(contributors);
        if (contact != null) {
            persons.add(contact);
        }
        if (focalPoint != null) {
            persons.add(focalPoint);
        }
        return Sorted.copyOf(persons);
    }

    /** Builds a {@link Practice}; see {@link ItemBuilder} for what all its methods have in common. */
    public static final class Builder extends ItemBuilder<PracticeText, Builder> {

        private @Nullable PracticeType type;
        private @Nullable Period period;
        private List<OrganisationRef> mainImplementers = List.of();
        private List<OrganisationRef> otherOrganisations = List.of();
        private @Nullable PersonId focalPoint;

        private Builder(Language original) {
            super(original, PracticeText.EMPTY);
        }

        /** The practice as said so far. The builder can go on from here. */
        public Practice build() {
            return new Practice(
                    texts(),
                    classification(),
                    type,
                    geography(),
                    period,
                    mainImplementers,
                    otherOrganisations,
                    partners(),
                    contributors(),
                    contact(),
                    focalPoint,
                    links(),
                    attachments());
        }

        /** Sets the title in the original language. */
        public Builder title(String title) {
            return edit(text -> text.withTitle(title));
        }

        /** Sets the summary in the original language. */
        public Builder summary(String summary) {
            return edit(text -> text.withSummary(summary));
        }

        /** Sets benefit and impact in the original language. */
        public Builder benefitAndImpact(String benefitAndImpact) {
            return edit(text -> text.withBenefitAndImpact(benefitAndImpact));
        }

        /** Sets the key lessons in the original language. */
        public Builder keyLessons(String keyLessons) {
            return edit(text -> text.withKeyLessons(keyLessons));
        }

        /** Sets the recommendations in the original language. */
        public Builder recommendations(String recommendations) {
            return edit(text -> text.withRecommendations(recommendations));
        }

        /** Sets what is new about it, in the original language. */
        public Builder innovation(String innovation) {
            return edit(text -> text.withInnovation(innovation));
        }

        /** Sets the editor's one-sentence outcome in the original language. */
        public Builder outcome(String outcome) {
            return edit(text -> text.withOutcome(outcome));
        }

        /** Sets the disclaimer in the original language. */
        public Builder disclaimer(String disclaimer) {
            return edit(text -> text.withDisclaimer(disclaimer));
        }

        /** Says what kind of undertaking it is. */
        public Builder type(@Nullable PracticeType type) {
            this.type = type;
            return this;
        }

        /** Says from which to which year it ran. */
        public Builder years(int startYear, int endYear) {
            return period(new Period(startYear, endYear));
        }

        /** Says since which year it runs, without an end in sight. */
        public Builder since(int startYear) {
            return period(Period.since(startYear));
        }

        /** Says when it ran, or that this isn't known yet. */
        public Builder period(@Nullable Period period) {
            this.period = period;
            return this;
        }

        /** Adds a main implementer by name. */
        public Builder implementer(String name) {
            return implementer(OrganisationRef.named(name));
        }

        /** Adds a main implementer. */
        public Builder implementer(OrganisationRef implementer) {
            return mainImplementers(with(mainImplementers, implementer));
        }

        /** Replaces the main implementers. */
        public Builder mainImplementers(List<OrganisationRef> mainImplementers) {
            this.mainImplementers = List.copyOf(mainImplementers);
            return this;
        }

        /** Adds a further implementing organisation by name. */
        public Builder otherOrganisation(String name) {
            return otherOrganisation(OrganisationRef.named(name));
        }

        /** Adds a further implementing organisation. */
        public Builder otherOrganisation(OrganisationRef organisation) {
            return otherOrganisations(with(otherOrganisations, organisation));
        }

        /** Replaces the further implementing organisations. */
        public Builder otherOrganisations(List<OrganisationRef> otherOrganisations) {
            this.otherOrganisations = List.copyOf(otherOrganisations);
            return this;
        }

        /** Names the focal point of the main implementer, or nobody. */
        public Builder focalPoint(@Nullable PersonId focalPoint) {
            this.focalPoint = focalPoint;
            return this;
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
