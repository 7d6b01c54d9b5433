package org.migrationhub.core.kit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.Link;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.content.Submitting;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Affiliations;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;
import org.migrationhub.core.vocabulary.Principle;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.RegionalCommission;
import org.migrationhub.core.vocabulary.ResourceType;
import org.migrationhub.core.vocabulary.Sdg;

/**
 * The one set of samples: bodies and people of both sides, a practice and a resource in which every field is given.
 * None of them exists, and all say so. What a test wants otherwise it derives: {@code Samples.practice().toBuilder()},
 * {@link #person}, {@link #reviewer}.
 *
 * <p>Everybody's id is the first name in lower case. Reviewers whose name begins with U stand inside the UN, those with
 * N outside it. The values are immutable and thread-safe.
 */
public final class Samples {

    /** When the samples' stories begin. */
    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    /** Since when everybody belongs to where they belong. */
    public static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    /** A UN body. */
    public static final Organisation AGENCY =
            organisation("sample-agency", "Sample Agency for Migrants", Sector.UN, "SAFM", "ASPM");
    /** Another UN body. */
    public static final Organisation FUND = organisation("sample-fund", "Sample Fund for Children", Sector.UN, "SFFC");
    /** A country office of {@link #FUND}, part of it. */
    public static final Organisation FUND_OFFICE = new Organisation(
            new OrganisationId("sample-fund-office"), "Sample Fund Country Desk", none(), Sector.UN, FUND.id());
    /** A State's ministry, for which the samples are submitted. */
    public static final Organisation MINISTRY =
            organisation("sample-ministry", "Sample Ministry of Labour", Sector.NON_UN, "SMOL");
    /** A university. */
    public static final Organisation UNIVERSITY = organisation("sample-university", "Sample University", Sector.NON_UN);
    /** An association of migrants. */
    public static final Organisation ASSOCIATION =
            organisation("sample-association", "Sample Association of Families", Sector.NON_UN, "ASF");
    /** A city. */
    public static final Organisation CITY = organisation("sample-city", "City of Sampleton", Sector.NON_UN);

    /** Submits for {@link #MINISTRY}. */
    public static final Person ANA = person("ana", MINISTRY);
    /** Of {@link #MINISTRY}; named in the samples as their contact. */
    public static final Person BEN = person("ben", MINISTRY);
    /** Of {@link #CITY}; named in the samples as a contributor. */
    public static final Person CLEO = person("cleo", CITY);
    /** A reviewer of {@link #AGENCY}. */
    public static final Person UMA = reviewer("uma", AGENCY);
    /** A reviewer of {@link #FUND}. */
    public static final Person ULF = reviewer("ulf", FUND);
    /** A reviewer of {@link #UNIVERSITY}. */
    public static final Person NOEL = reviewer("noel", UNIVERSITY);
    /** A reviewer of {@link #ASSOCIATION}. */
    public static final Person NINA = reviewer("nina", ASSOCIATION);
    /** A second reviewer of {@link #UNIVERSITY}. */
    public static final Person NURI = reviewer("nuri", UNIVERSITY);
    /** On the roster, but nobody has recorded where this reviewer belongs. */
    public static final Person IDA = reviewer("ida", null);
    /** Of the secretariat. */
    public static final Person SAM = person("sam", AGENCY);
    /** Runs the installation. */
    public static final Person ADA = person("ada", null);

    /** What a form is judged by when {@link #ANA} submits it. */
    public static final Submitting BY_ANA = new Submitting(MINISTRY.id(), Set.of(MINISTRY.name(), "SMOL"), 2026);

    private Samples() {}

    /** All bodies. */
    public static List<Organisation> organisations() {
        return List.of(AGENCY, FUND, FUND_OFFICE, MINISTRY, UNIVERSITY, ASSOCIATION, CITY);
    }

    /** All persons. */
    public static List<Person> persons() {
        return List.of(ANA, BEN, CLEO, UMA, ULF, NOEL, NINA, NURI, IDA, SAM, ADA);
    }

    /** All on the roster who may fill a seat: two inside the UN, three outside it. */
    public static List<Person> reviewers() {
        return List.of(UMA, ULF, NOEL, NINA, NURI);
    }

    /**
     * A body of one's own.
     *
     * @param aliases further names and acronyms
     */
    public static Organisation organisation(String id, String name, Sector sector, String... aliases) {
        return new Organisation(new OrganisationId(id), name, new TreeSet<>(List.of(aliases)), sector, null);
    }

    /**
     * Somebody who has belonged to the body since {@link #LONG_AGO}, on the body's side.
     *
     * @param id the first name in lower case; letters only
     * @param organisation null for somebody of whom nobody has recorded where they belong
     */
    public static Person person(String id, @Nullable Organisation organisation) {
        String name = Character.toUpperCase(id.charAt(0)) + id.substring(1) + " Sample";
        Person person = new Person(new PersonId(id), new Profile(name, id + "@example.org"));
        return organisation == null
                ? person
                : person.with(Affiliations.NONE.with(
                        new Affiliation(organisation.id(), organisation.sector(), LONG_AGO, null)));
    }

    /** The same on the roster, judging English, French and Spanish texts, two at a time. */
    public static Person reviewer(String id, @Nullable Organisation organisation) {
        return person(id, organisation)
                .onRoster(RosterEntry.in(Language.EN, Language.FR, Language.ES)
                        .expertIn(Objective.REGULAR_PATHWAYS, Objective.RECRUITMENT_AND_DECENT_WORK));
    }

    /** For whom {@link #ANA} submits. */
    public static SortedSet<OrganisationId> submitting() {
        return new TreeSet<>(Set.of(MINISTRY.id()));
    }

    /**
     * A practice of {@link #MINISTRY} in English with texts in all official languages and every field given. It can be
     * submitted as it is and raises no warning.
     */
    public static Practice practice() {
        Practice.Builder builder = Practice.in(Language.EN);
        SampleTexts.practice().forEach(builder::text);
        return builder.objective(Objective.REGULAR_PATHWAYS, Objective.RECRUITMENT_AND_DECENT_WORK)
                .secondary(Objective.INFORMATION_PROVISION)
                .principle(Principle.PEOPLE_CENTRED, Principle.WHOLE_OF_SOCIETY)
                .sdg(Sdg.goal(10), Sdg.target("8.8"))
                .country("NER", "MLI")
                .region(Region.of("002"))
                .commission(RegionalCommission.ECA)
                .place("Sampleton")
                .worldwide()
                .type(PracticeType.PARTNERSHIP)
                .years(2019, 2024)
                .implementer(OrganisationRef.of(MINISTRY.id(), MINISTRY.name()).withOffice("Sample Regional Desk"))
                .otherOrganisation(OrganisationRef.of(CITY.id(), CITY.name()))
                .partner("Sample Chamber of Commerce")
                .contributor(CLEO.id())
                .contact(BEN.id())
                .focalPoint(BEN.id())
                .link(new Link("https://example.org/sample-practice", "The sample's own page", Language.EN))
                .attachment(attachment("sample-report.pdf", Language.FR))
                .build();
    }

    /** A practice with this title in English and nothing else than it must have: quick to digest. */
    public static Practice practice(String title) {
        return Practice.in(Language.EN)
                .title(title)
                .summary(SampleTexts.summary())
                .objective(Objective.DATA)
                .type(PracticeType.PROJECT)
                .country("NER")
                .since(2021)
                .implementer(OrganisationRef.of(MINISTRY.id(), MINISTRY.name()))
                .build();
    }

    /**
     * A resource of {@link #MINISTRY} in French with texts in all official languages and every field given. It can be
     * submitted as it is and raises no warning.
     */
    public static Resource resource() {
        Resource.Builder builder = Resource.in(Language.FR);
        SampleTexts.resource().forEach(builder::text);
        return builder.objective(Objective.LEGAL_IDENTITY)
                .secondary(Objective.CONSULAR_PROTECTION)
                .principle(Principle.HUMAN_RIGHTS)
                .sdg(Sdg.target("16.9"))
                .country("NER")
                .region(Region.of("011"))
                .commission(RegionalCommission.ECA)
                .place("Sampleton")
                .worldwide()
                .type(ResourceType.GUIDANCE)
                .year(2025)
                .publisher(OrganisationRef.of(MINISTRY.id(), MINISTRY.name()))
                .partner(OrganisationRef.of(CITY.id(), CITY.name()))
                .contributor(CLEO.id())
                .contact(BEN.id())
                .link(new Link("https://example.org/sample-resource", "Page de l’exemple", Language.FR))
                .attachment(attachment("guide-exemple.pdf", Language.FR))
                .build();
    }

    /** A file whose bytes are those of {@link #file}. */
    public static Attachment attachment(String name, Language language) {
        return Attachment.of(name, "application/pdf", file(name)).in(language).describedAs("A sample file");
    }

    /** The bytes of the file of this name, which begin as a PDF and say that they are a sample. */
    public static byte[] file(String name) {
        return ("%PDF-1.7\n% This is a sample and no real file: " + name).getBytes(StandardCharsets.UTF_8);
    }

    /** All files that {@link #practice()} and {@link #resource()} refer to, each by its name. */
    public static List<String> files() {
        return Stream.of(practice(), resource())
                .flatMap(item -> item.attachments().stream())
                .map(Attachment::name)
                .toList();
    }

    private static SortedSet<String> none() {
        return new TreeSet<>();
    }
}
