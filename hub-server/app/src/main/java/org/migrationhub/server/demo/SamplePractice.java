package org.migrationhub.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Link;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Labels;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;
import org.migrationhub.core.vocabulary.Region;
import org.migrationhub.core.vocabulary.Term;

/** Makes an item of the facts of one practice and the sample that goes with them. */
final class SamplePractice {

    private static final Map<String, PracticeType> TYPES = Map.of(
            "Project/Programme", PracticeType.PROJECT,
            "Partnership/Multistakeholder initiative", PracticeType.PARTNERSHIP,
            "Research Study", PracticeType.RESEARCH,
            "Other", PracticeType.OTHER);

    private final PracticeFacts facts;
    private final Sample sample;
    private final List<Organisation> register;
    private final Language language;
    private final SampleWords words;

    SamplePractice(PracticeFacts facts, Sample sample, List<Organisation> register) {
        this.facts = facts;
        this.sample = sample;
        this.register = register;
        this.language = new Language(facts.language());
        this.words = SampleWords.in(language);
    }

    /**
     * The item.
     *
     * @param focalPoint who answers for it at the main implementer; null if the submitter does
     */
    Practice item(@Nullable PersonId focalPoint) {
        Practice.Builder item = Practice.in(language)
                .title(facts.title())
                .summary(words.summary(sample.about(), made()))
                .type(type())
                .focalPoint(focalPoint);
        objectives(item);
        geography(item);
        years(item);
        organisations(item);
        if (facts.url() != null) {
            item.link(new Link(facts.url(), facts.title(), language));
        }
        sample.translations()
                .forEach((tag, text) -> item.text(new Language(tag), PracticeText.of(text.title(), text.summary())));
        return item.build();
    }

    /** The pictures that go with it. */
    List<Sample.Picture> pictures() {
        return sample.pictures();
    }

    /** What was made up because the facts lack it. */
    private List<String> made() {
        Sample.Assigned assigned = sample.assigned();
        List<String> made = new ArrayList<>();
        addIf(!assigned.objectives().isEmpty(), words.objectives(), made);
        addIf(assigned.type() != null, words.type(), made);
        addIf(assigned.startYear() != null, words.years(), made);
        addIf(assigned.implementer() != null, words.implementers(), made);
        addIf(assigned.global(), words.places(), made);
        return made;
    }

    private PracticeType type() {
        String assigned = sample.assigned().type();
        return assigned == null
                ? Objects.requireNonNull(TYPES.get(facts.type()), facts.title())
                : new PracticeType(assigned);
    }

    private void objectives(Practice.Builder item) {
        facts.objectivesViaCall().stream().map(Objective::numbered).forEach(item::objective);
        facts.objectivesSecondary().stream().map(Objective::numbered).forEach(item::secondary);
        sample.assigned().objectives().forEach(code -> item.objective(named(code)));
    }

    private static Objective named(String code) {
        return Objective.find(code).orElseThrow(() -> new IllegalStateException("No objective " + code));
    }

    private void geography(Practice.Builder item) {
        facts.countries().forEach(name -> item.country(called(name, Country.all())));
        facts.regions().forEach(name -> item.region(called(name, Region.all())));
        facts.local().forEach(item::place);
        if (sample.assigned().global() || "Global".equals(facts.geographicScope())) {
            item.worldwide();
        }
    }

    /** The term that has this English name. */
    private static <T extends Term> T called(String name, List<T> terms) {
        return terms.stream()
                .filter(term -> Labels.standard().label(term, List.of()).text().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No place is called " + name));
    }

    private void years(Practice.Builder item) {
        Integer start = facts.dateStart() == null ? sample.assigned().startYear() : facts.dateStart();
        if (start != null && facts.dateEnd() != null) {
            item.years(start, facts.dateEnd());
        } else if (start != null) {
            item.since(start);
        }
    }

    private void organisations(Practice.Builder item) {
        facts.mainImplementers().stream().map(this::reference).forEach(item::implementer);
        if (sample.assigned().implementer() != null) {
            item.implementer(reference(sample.assigned().implementer()));
        }
        facts.otherOrganizations().stream().map(this::reference).forEach(item::otherOrganisation);
        facts.partners().stream().map(this::reference).forEach(item::partner);
    }

    /** The organisation by its id, too, where exactly one of the register may be meant. */
    private OrganisationRef reference(String name) {
        OrganisationRef written = OrganisationRef.named(name);
        List<Organisation> meant =
                register.stream().filter(body -> body.mayBeMeantBy(written)).toList();
        return meant.size() == 1 ? OrganisationRef.of(meant.get(0).id(), name) : written;
    }

    private static void addIf(boolean holds, String word, List<String> words) {
        if (holds) {
            words.add(word);
        }
    }
}
