package org.migrationhub.core.kit;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.content.ResourceText;
import org.migrationhub.core.people.Absence;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.vocabulary.Language;

/** The sentences on how the world is, and how it changes around the submission. */
final class ScriptFacts {

    private static final String REVIEWER = "([a-z][a-z0-9-]*) \\((UN|non-UN|undetermined)(?: of ([a-z][a-z0-9-]*))?\\)";
    private static final Pattern REVIEWERS = Pattern.compile(REVIEWER);

    private final ScriptWorld world;
    private final ScriptPeople people;

    ScriptFacts(ScriptWorld world) {
        this.world = world;
        this.people = world.people();
    }

    void teach(ScriptGrammar grammar) {
        teachBeginnings(grammar);
        for (String keyword : List.of("given", "when")) {
            teachPeople(grammar, keyword);
            teachRoster(grammar, keyword);
        }
    }

    private void teachBeginnings(ScriptGrammar grammar) {
        grammar.on("given", "a practice by NAME of ORG", words -> practice(words.group(1), words.group(2)))
                .on("given", "a resource by NAME of ORG", words -> resource(words.group(1), words.group(2)))
                .on("given", "reviewers? (" + REVIEWER + "(?:(?:, | and )" + REVIEWER + ")*)", this::reviewers)
                .on("given", "it names NAMES", words -> names(words.group(1)).forEach(this::contributor))
                .on("given", "it is implemented by ORG( by name)?", words -> implementer(reference(words)))
                .on("given", "it is partnered by ORG( by name)?", words -> partner(reference(words)))
                .on("given", "it is written in TAGS", words -> languages(words.group(1)))
                .on("given", "ORG is part of ORG", words -> people.isPartOf(words.group(1), words.group(2)));
    }

    private void teachPeople(ScriptGrammar grammar, String keyword) {
        grammar.on(
                        keyword,
                        "NAME moves to ORG \\(SIDE\\)",
                        words -> people.movesTo(words.group(1), words.group(2), side(words.group(3)), world.now()))
                .on(
                        keyword,
                        "NAME also joins ORG \\(SIDE\\)",
                        words -> people.belongsTo(words.group(1), words.group(2), side(words.group(3)), world.now()))
                .on(
                        keyword,
                        "NAME has the address of NAME",
                        words -> people.hasAddressOf(words.group(1), words.group(2)))
                .on(keyword, "NAME leaves the roster", words -> people.offRoster(words.group(1)))
                .on(keyword, "NAME leaves ORG", words -> people.leaves(words.group(1), words.group(2), world.now()))
                .on(
                        keyword,
                        "NAME holds N open seats?",
                        words -> people.holdsOpenSeats(words.group(1), Integer.parseInt(words.group(2))))
                .on(keyword, "N days? pass(?:es)?", passing(Duration.ofDays(1)))
                .on(keyword, "N hours? pass(?:es)?", passing(Duration.ofHours(1)))
                .on(keyword, "N seconds? pass(?:es)?", passing(Duration.ofSeconds(1)));
    }

    private void teachRoster(ScriptGrammar grammar, String keyword) {
        grammar.on(keyword, "NAME joins the roster", words -> people.onRoster(words.group(1), entry -> entry))
                .on(
                        keyword,
                        "NAME judges in TAGS",
                        words -> people.onRoster(
                                words.group(1), entry -> entryIn(words.group(2)).withCapacity(entry.capacity())))
                .on(
                        keyword,
                        "NAME declares a conflict with ORG",
                        words -> people.onRoster(
                                words.group(1),
                                entry -> entry.withConflicts(
                                        people.body(words.group(2)).id())))
                .on(
                        keyword,
                        "NAME takes N items? at a time",
                        words -> people.onRoster(
                                words.group(1), entry -> entry.withCapacity(Integer.parseInt(words.group(2)))))
                .on(
                        keyword,
                        "NAME is away for N days?",
                        words -> people.onRoster(
                                words.group(1),
                                entry -> entry.withAbsences(absence(Integer.parseInt(words.group(2))))));
    }

    private void practice(String submitter, String organisation) {
        OrganisationRef implementer = submitting(submitter, organisation);
        Practice item = Practice.in(Language.EN)
                .title("Sample practice")
                .summary("Sample text")
                .implementer(implementer)
                .build();
        world.start(item, submitter);
    }

    private void resource(String submitter, String organisation) {
        OrganisationRef publisher = submitting(submitter, organisation);
        Resource item = Resource.in(Language.EN)
                .title("Sample resource")
                .atAGlance("Sample text")
                .publisher(publisher)
                .build();
        world.start(item, submitter);
    }

    private OrganisationRef submitting(String submitter, String organisation) {
        people.introduce(submitter);
        people.belongsTo(submitter, organisation, Sector.NON_UN, Samples.LONG_AGO);
        return people.reference(organisation, false);
    }

    private void reviewers(MatchResult words) {
        Matcher each = REVIEWERS.matcher(words.group(1));
        while (each.find()) {
            String own = each.group(3) == null ? "of-" + each.group(1) : each.group(3);
            people.introduceReviewer(each.group(1), side(each.group(2)), own);
        }
    }

    private OrganisationRef reference(MatchResult words) {
        return people.reference(words.group(1), words.group(2) != null);
    }

    private void contributor(String name) {
        PersonId id = people.introduce(name).id();
        world.edit(
                practice -> practice.toBuilder().contributor(id).build(),
                resource -> resource.toBuilder().contributor(id).build());
    }

    private void implementer(OrganisationRef body) {
        world.edit(
                practice -> practice.toBuilder().implementer(body).build(),
                resource -> resource.toBuilder().publisher(body).build());
    }

    private void partner(OrganisationRef body) {
        world.edit(
                practice -> practice.toBuilder().partner(body).build(),
                resource -> resource.toBuilder().partner(body).build());
    }

    private void languages(String tags) {
        List<Language> languages = ScriptWorld.languages(tags);
        world.edit(practice -> practice(practice, languages), resource -> resource(resource, languages));
    }

    private static Practice practice(Practice was, List<Language> languages) {
        Practice.Builder builder = Practice.in(languages.get(0))
                .mainImplementers(was.mainImplementers())
                .partners(was.partners())
                .contributor(was.contributors().toArray(PersonId[]::new));
        languages.forEach(language -> builder.text(language, PracticeText.of("Sample practice", "Sample text")));
        return builder.build();
    }

    private static Resource resource(Resource was, List<Language> languages) {
        Resource.Builder builder = Resource.in(languages.get(0))
                .publishers(was.publishers())
                .partners(was.partners())
                .contributor(was.contributors().toArray(PersonId[]::new));
        languages.forEach(language -> builder.text(language, ResourceText.of("Sample resource", "Sample text")));
        return builder.build();
    }

    private static RosterEntry entryIn(String tags) {
        return RosterEntry.in(ScriptWorld.languages(tags).toArray(Language[]::new));
    }

    private Absence absence(int days) {
        return new Absence(world.now(), world.now().plus(Duration.ofDays(days)));
    }

    private Consumer<MatchResult> passing(Duration unit) {
        return words -> world.pass(unit.multipliedBy(Integer.parseInt(words.group(1))));
    }

    static List<String> names(String written) {
        return List.of(written.split(", | and "));
    }

    static Sector side(String written) {
        return switch (written) {
            case "UN" -> Sector.UN;
            case "non-UN" -> Sector.NON_UN;
            default -> Sector.UNDETERMINED;
        };
    }
}
