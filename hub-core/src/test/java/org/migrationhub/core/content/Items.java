package org.migrationhub.core.content;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;
import org.migrationhub.core.vocabulary.Principle;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.RegionalCommission;
import org.migrationhub.core.vocabulary.ResourceType;
import org.migrationhub.core.vocabulary.Sdg;

/** Items for the tests of this package. All texts are invented samples. */
final class Items {

    static final OrganisationId OWN_ID = new OrganisationId("shelter-network");
    static final String OWN_NAME = "Sample Shelter Network";

    /** Somebody of the organisation that carries the sample practice, in 2026. */
    static final Submitting OWN = new Submitting(OWN_ID, Set.of(OWN_NAME), 2026);

    static final String SUMMARY =
            "This is a sample text and describes no real project. ".repeat(8).strip();

    private Items() {}

    /** A practice with nothing to mend and nothing to doubt. */
    static Practice practice() {
        return Practice.in(Language.EN)
                .title("Sample: safe places along a migration route")
                .summary(SUMMARY)
                .objective(Objective.SAVE_LIVES)
                .principle(Principle.HUMAN_RIGHTS)
                .country("NER")
                .type(PracticeType.PROJECT)
                .since(2019)
                .implementer(OWN_NAME)
                .build();
    }

    /** A resource with nothing to mend and nothing to doubt. */
    static Resource resource() {
        return Resource.in(Language.FR)
                .title("Exemple : guide des lieux sûrs")
                .atAGlance("Ceci est un texte d’exemple.")
                .objective(Objective.REDUCE_VULNERABILITIES)
                .principle(Principle.PEOPLE_CENTRED)
                .type(ResourceType.GUIDANCE)
                .publisher("Réseau d’exemple")
                .build();
    }

    /** A practice in which every field of every language is given. */
    static Practice fullPractice() {
        Practice.Builder builder = Practice.in(Language.EN);
        for (Language language : Language.official()) {
            builder.text(language, fullText(language.tag()));
        }
        return everything(builder)
                .type(PracticeType.RESEARCH)
                .years(2019, 2023)
                .implementer(OrganisationRef.of(OWN_ID, OWN_NAME).withOffice("Niamey office"))
                .implementer("Second Sample Body")
                .otherOrganisation(OrganisationRef.of(new OrganisationId("other"), "Another Sample Body")
                        .withOffice("Agadez office"))
                .otherOrganisation("One More Sample Body")
                .focalPoint(new PersonId("focal-1"))
                .build();
    }

    /** A resource in which every field of every language is given. */
    static Resource fullResource() {
        Resource.Builder builder = Resource.in(Language.FR);
        for (Language language : Language.official()) {
            String tag = language.tag();
            builder.text(
                    language, new ResourceText("Title " + tag, "Glance " + tag, "Offers " + tag, "Further " + tag));
        }
        return everything(builder)
                .type(ResourceType.TRAINING)
                .year(2022)
                .publisher(OrganisationRef.of(OWN_ID, OWN_NAME).withOffice("Niamey office"))
                .publisher("Second Sample Body")
                .build();
    }

    static Attachment file(String name, String mediaType) {
        return Attachment.of(name, mediaType, name.getBytes(StandardCharsets.UTF_8));
    }

    private static PracticeText fullText(String tag) {
        return new PracticeText(
                "Title " + tag,
                "Summary " + tag,
                "Benefit " + tag,
                "Lessons " + tag,
                "Recommendations " + tag,
                "Innovation " + tag,
                "Outcome " + tag,
                "Disclaimer " + tag);
    }

    private static <B extends ItemBuilder<?, B>> B everything(B builder) {
        return builder.objective(Objective.DATA, Objective.REGULAR_PATHWAYS)
                .secondary(Objective.SAVE_LIVES, Objective.GENERAL)
                .principle(Principle.RULE_OF_LAW, Principle.CHILD_SENSITIVE)
                .sdg(Sdg.goal(8), Sdg.target("10.7"))
                .country("NER", "MLI")
                .region(Region.of("002"), Region.of("150"))
                .commission(RegionalCommission.ECA, RegionalCommission.ESCWA)
                .place("Agadez")
                .place("Arlit")
                .worldwide()
                .partner(OrganisationRef.of(new OrganisationId("partner"), "Sample Partner")
                        .withOffice("Gao office"))
                .partner("Further Sample Partner")
                .contributor(new PersonId("person-1"), new PersonId("person-2"))
                .contact(new PersonId("contact-1"))
                .link(new Link("https://example.org/a", "A page", Language.EN))
                .link(new Link("https://example.org/b", "Another page", Language.FR))
                .attachment(file("report.pdf", "application/pdf")
                        .describedAs("A report")
                        .in(Language.EN))
                .attachment(file("map.png", "image/png")
                        .describedAs("A map of the route")
                        .in(Language.ES));
    }
}
