package org.migrationhub.core.kit;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.ItemText;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.people.Absence;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Affiliations;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;

/**
 * Random submissions, persons and organisations, the same for the same seed, with ids that a database may sort otherwise
 * than it should. Not thread-safe.
 */
final class Population {

    private static final List<Person> SUBMITTERS = List.of(Samples.ANA, Samples.CLEO, Samples.SAM, Samples.ADA);
    private static final int ROUNDS = 16;
    private static final String ID_LETTERS = "AaBbZz019._-";
    private static final List<String> NAME_PARTS = List.of(
            "International",
            "Organization",
            "Ministère",
            "des",
            "Migrations",
            "МОМ",
            "Служба",
            "ЮНИСЕФ",
            "منظمة",
            "الهجرة",
            "移民组织",
            "São",
            "Straße",
            "(IOM)",
            "O'Neill",
            "&",
            "50%",
            "_x_",
            "A\u030Angstrom",
            "ÅNGSTROM");

    private final Random random;
    private final RandomItems items;
    private final Map<SubmissionId, Journey> journeys = new LinkedHashMap<>();

    Population(long seed) {
        this.items = new RandomItems(seed);
        this.random = items.random();
    }

    Random random() {
        return random;
    }

    /** So many submissions, each led some way, one act of one of them after an act of another. */
    void submissions(int number, Consumer<Commit> committed) {
        SettableClock clock = new SettableClock();
        Wanderer wanderer = new Wanderer(items);
        for (String id : ids(number)) {
            Journey journey = journey(new SubmissionId(id), clock, committed);
            journey.start(items.item());
            journeys.put(new SubmissionId(id), journey);
        }
        for (int round = 0; round < ROUNDS; round++) {
            journeys.values().forEach(journey -> wanderer.wander(journey, random.nextInt(3)));
            clock.advance(Duration.ofDays(random.nextInt(9)));
        }
    }

    private Journey journey(SubmissionId id, SettableClock clock, Consumer<Commit> committed) {
        ChainHead[] head = {ChainHead.empty(ChainId.of(id))};
        ReviewPolicy policy = random.nextBoolean() ? ReviewPolicy.GCM_2022 : ReviewPolicy.GCM_2020;
        return new Journey(id, policy, items.pick(SUBMITTERS).id(), clock, step -> {
            Commit commit = Commits.of(step, head[0]);
            committed.accept(commit);
            head[0] = Commits.head(commit);
        });
    }

    /** As they stand now, the last id first. */
    List<Submission> submissions() {
        return journeys.values().stream()
                .map(Journey::now)
                .sorted(Comparator.comparing(Submission::id).reversed())
                .toList();
    }

    /** Those that a list shows, in its order. */
    List<Submission> matching(SubmissionQuery query) {
        return submissions().stream()
                .filter(submission -> query.matches(submission, shown(submission)))
                .toList();
    }

    SubmissionSummary summary(Submission submission) {
        return SubmissionSummary.of(submission, shown(submission));
    }

    private ContentItem shown(Submission submission) {
        return journeys.get(submission.id()).shown();
    }

    /** Words as they stand in some title, one after the other, or as a title has them in another order or not at all. */
    String titleWords() {
        List<ItemText> texts = new ArrayList<>(
                shown(items.pick(submissions())).texts().byLanguage().values());
        String title = items.pick(texts).title();
        List<String> words = List.of(title.split(" ", -1));
        int from = random.nextInt(words.size());
        int to = from + 1 + random.nextInt(words.size() - from);
        String some = String.join(" ", words.subList(from, to));
        return switch (random.nextInt(6)) {
            case 0 -> some.toUpperCase(Locale.ROOT);
            case 1 -> Normalizer.normalize(some, Normalizer.Form.NFD);
            case 2 -> title.substring(title.length() / 2);
            case 3 -> words.get(words.size() - 1) + " " + words.get(0);
            default -> some;
        };
    }

    /** Somebody with this id: on the roster or not, with or without affiliations, perhaps erased. */
    Person person(String id) {
        Person person =
                new Person(new PersonId(id), new Profile(name(), random.nextBoolean() ? "" : id + "@example.org"));
        for (int affiliations = random.nextInt(4); affiliations > 0; affiliations--) {
            Affiliations known = person.affiliations();
            person = person.with(random.nextBoolean() ? known.with(affiliation()) : known.changedTo(affiliation()));
        }
        Person enrolled = random.nextInt(3) == 0 ? person : person.onRoster(rosterEntry());
        return random.nextInt(6) == 0 ? enrolled.erase() : enrolled;
    }

    /** An organisation with this id, part of another or not. */
    Organisation organisation(String id, String wider) {
        SortedSet<String> aliases = new TreeSet<>();
        for (int number = random.nextInt(4); number > 0; number--) {
            aliases.add(name());
        }
        OrganisationId partOf = random.nextInt(3) == 0 && !wider.equals(id) ? new OrganisationId(wider) : null;
        return new Organisation(new OrganisationId(id), name(), aliases, pick(Sector.values()), partOf);
    }

    /** Words as they occur in names, whole or in part, or not at all. */
    String words() {
        String name = name();
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> name.substring(0, name.length() / 2);
            case 2 -> name.toUpperCase(Locale.ROOT);
            case 3 -> Normalizer.normalize(name, Normalizer.Form.NFD);
            case 4 -> items.pick(NAME_PARTS).toLowerCase(Locale.ROOT);
            default -> name;
        };
    }

    /** Different ids of upper and lower case, digits and signs, in no order. */
    List<String> ids(int number) {
        Set<String> ids = new LinkedHashSet<>();
        while (ids.size() < number) {
            StringBuilder id = new StringBuilder().append(ID_LETTERS.charAt(random.nextInt(9)));
            for (int letters = random.nextInt(4); letters > 0; letters--) {
                id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
            }
            ids.add(id.toString());
        }
        return new ArrayList<>(ids);
    }

    private String name() {
        List<String> parts = new ArrayList<>();
        for (int number = 1 + random.nextInt(4); number > 0; number--) {
            parts.add(items.pick(NAME_PARTS));
        }
        return "X" + random.nextInt(9) + " " + String.join(" ", parts);
    }

    private Affiliation affiliation() {
        Instant from =
                Samples.LONG_AGO.plusNanos(1_000L * random.nextInt()).plus(Duration.ofDays(random.nextInt(2_000)));
        Instant until = random.nextBoolean() ? null : from.plus(Duration.ofDays(random.nextInt(500)));
        return new Affiliation(new OrganisationId("body-" + random.nextInt(9)), pick(Sector.values()), from, until);
    }

    private RosterEntry rosterEntry() {
        RosterEntry entry = RosterEntry.in(
                        items.pick(RandomItems.LANGUAGES),
                        pick(Language.official().toArray(new Language[0])))
                .withCapacity(1 + random.nextInt(5))
                .expertIn(pick(Objective.values()));
        RosterEntry conflicted =
                random.nextBoolean() ? entry : entry.withConflicts(new OrganisationId("body-" + random.nextInt(9)));
        Absence absence = new Absence(Samples.NOW, Samples.NOW.plusNanos(1_000L + 1_000L * random.nextInt(1_000_000)));
        return random.nextBoolean() ? conflicted : conflicted.withAbsences(absence);
    }

    private <T> T pick(T[] choice) {
        return choice[random.nextInt(choice.length)];
    }
}
