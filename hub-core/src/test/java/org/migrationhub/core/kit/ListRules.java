package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.Seat;
import org.migrationhub.core.review.SeatState;
import org.migrationhub.core.review.Seating;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.FeaturedPlace;
import org.migrationhub.core.storage.OrganisationPlace;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.StorageVerifier;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;
import org.migrationhub.core.vocabulary.Language;

/** Lists hold exactly what their query says, in its order, in pages of any size. */
abstract class ListRules extends StorageRules {

    private static final int SUBMISSIONS = 60;
    private static final int OTHERS = 50;
    private static final int QUERIES = 60;

    @Test
    void listsOfSubmissionsAreWhatTheirQueriesSay() {
        Population population = submissions(101);
        List<Submission> all = population.submissions();
        for (int number = 0; number < QUERIES; number++) {
            SubmissionQuery query = randomQuery(all, population);
            List<SubmissionSummary> expected =
                    population.matching(query).stream().map(population::summary).toList();
            assertThat(submissionsInPages(query)).as("%s", query).isEqualTo(expected);
        }
    }

    @Test
    void aListOfSubmissionsIsReadInPagesOfAnySize() {
        Population population = submissions(102);
        List<SubmissionSummary> all =
                population.submissions().stream().map(population::summary).toList();
        for (int size = 1; size <= all.size() + 1; size++) {
            assertThat(submissionsInPages(SubmissionQuery.all().limit(size)))
                    .as("by %d", size)
                    .isEqualTo(all);
        }
    }

    @Test
    void aPageOfSubmissionsMayBeginAfterAnIdThatIsNotThere() {
        Population population = submissions(103);
        List<SubmissionId> all =
                population.submissions().stream().map(Submission::id).toList();
        for (String id : population.ids(40)) {
            SubmissionId after = new SubmissionId(id);
            assertThat(storage().submissions(SubmissionQuery.all().after(after).limit(SubmissionQuery.MOST)))
                    .extracting(SubmissionSummary::id)
                    .isEqualTo(
                            all.stream().filter(one -> one.compareTo(after) < 0).toList());
        }
    }

    @Test
    void awaitedAndOverdueReviewsAreFoundToTheMicrosecond() {
        Population population = submissions(104);
        for (Submission submission : population.submissions()) {
            submission.openRound().stream()
                    .flatMap(round -> round.seats().stream())
                    .forEach(seat -> {
                        assertMatches(SubmissionQuery.all().awaiting(seat.person()), population);
                        Instant due = seat.seating().due();
                        assertMatches(SubmissionQuery.all().overdue(due), population);
                        assertMatches(SubmissionQuery.all().overdue(due.plusNanos(1_000)), population);
                    });
        }
    }

    @Test
    void whatSomebodyHasReviewedIsFound() {
        Population population = submissions(106);
        for (Person person : Samples.persons()) {
            assertMatches(SubmissionQuery.all().reviewedBy(person.id()), population);
        }
        assertThat(Samples.persons())
                .as("else nothing was tested")
                .anyMatch(person -> !storage()
                        .submissions(SubmissionQuery.all().reviewedBy(person.id()))
                        .isEmpty());
    }

    @Test
    void whatWasHandedInIsFoundByTheWordsOfItsTitles() {
        Population population = submissions(109);
        int found = 0;
        for (int number = 0; number < 3 * QUERIES; number++) {
            SubmissionQuery query = SubmissionQuery.all().titled(population.titleWords());
            assertMatches(query, population);
            found += storage().submissions(query).size();
        }
        assertThat(found).as("else nothing was tested").isGreaterThan(QUERIES);
    }

    @Test
    void aTitleIsFoundWholeInEveryLanguageUntilTheNextRevisionHasAnother() {
        Journey journey = journey(new SubmissionId("titled"), ReviewPolicy.GCM_2022, new SettableClock());
        journey.start(titled("Zentren für Rückkehrer", "Centres pour Élèves (CPE)"));
        assertThat(titled("Rückkehrer")).as("a draft").isEmpty();
        journey.submit();
        for (String words : List.of(
                "zentren fur ruckkehrer",
                "RÜCKKEHRER",
                "für Rückkehrer",
                "cpe",
                "Centres pour élèves (CPE)",
                "eleves, CPE",
                "移民组织",
                "民组",
                "织")) {
            assertThat(titled(words)).as(words).containsExactly("titled");
        }
        for (String words : List.of("Rück", "Zentren Rückkehrer", "Rückkehrer Centres", "pour CPE", "移组", "z e n")) {
            assertThat(titled(words)).as(words).isEmpty();
        }
        journey.sendBack("Please say for whom.");
        journey.revise(titled("Zentren für alle", "Centres"));
        assertThat(titled("Rückkehrer")).isEmpty();
        assertThat(titled("für Rückkehrer")).isEmpty();
        assertThat(titled("Zentren für")).containsExactly("titled");
        assertThat(titled("für alle")).containsExactly("titled");
        journey.withdraw(null);
        assertThat(titled("Zentren für alle")).containsExactly("titled");
    }

    private List<String> titled(String words) {
        return submissionsInPages(SubmissionQuery.all().titled(words)).stream()
                .map(line -> line.id().value())
                .toList();
    }

    private static Practice titled(String german, String french) {
        return Samples.practice("移民组织").toBuilder()
                .text(new Language("de"), PracticeText.of(german, SampleTexts.summary()))
                .text(Language.FR, PracticeText.of(french, SampleTexts.summary()))
                .build();
    }

    @Test
    void whatSomebodyActsOnForItsSubmitterIsFoundBesideWhatTheySubmitted() {
        Population population = submissions(108);
        for (Person person : Samples.persons()) {
            SubmissionQuery own = SubmissionQuery.all().by(person.id());
            assertMatches(own, population);
            assertMatches(own.in(EnumSet.of(StageName.IN_REVIEW, StageName.PUBLISHED)), population);
        }
        assertThat(population.submissions())
                .as("else nothing was tested")
                .filteredOn(submission -> submission.isRepresentedBy(Samples.BEN.id()))
                .hasSizeGreaterThan(1);
    }

    @Test
    void whatIsFeaturedIsListedTheLastFirstInPagesOfAnySize() {
        for (int number = 1; number <= 7; number++) {
            featured(number);
        }
        List<FeaturedPlace> all = featuredIn(100);
        assertThat(all).extracting(place -> place.id().value()).containsExactly("f-6", "f-5", "f-4", "f-3", "f-1");
        for (int size = 1; size <= all.size() + 1; size++) {
            assertThat(featuredIn(size)).as("by %d", size).isEqualTo(all);
        }
        for (FeaturedPlace place : all) {
            Submission now = storage().submission(place.id()).orElseThrow().value();
            assertThat(now.feature())
                    .hasValueSatisfying(feature -> assertThat(feature.at()).isEqualTo(place.at()));
        }
        assertThat(StorageVerifier.contradictions(storage())).isEmpty();
    }

    /** Of seven, the second is taken down and the last featured no longer, since another revision is public. */
    private void featured(int number) {
        SettableClock clock = new SettableClock();
        clock.advance(Duration.ofDays(number > 5 ? number : number / 2));
        Journey journey = journey(new SubmissionId("f-" + number), ReviewPolicy.GCM_2022, clock);
        Tours.published(journey, "Worth showing");
        journey.feature("At first.");
        journey.feature("Then more.");
        if (number == 2) {
            journey.retract("It was otherwise.");
        } else if (number == 7) {
            journey.revise(Samples.practice("Worth showing, second edition"));
            journey.seat(Samples.UMA, Samples.NOEL, Samples.NINA);
            Tours.judge(journey, Samples.UMA, Samples.NOEL, Samples.NINA);
        } else if (number == 3) {
            journey.unfeature();
            journey.feature("And again.");
        }
    }

    private List<FeaturedPlace> featuredIn(int size) {
        List<FeaturedPlace> all = new ArrayList<>();
        List<FeaturedPlace> page = storage().featured(null, size);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(size);
            all.addAll(page);
            page = storage().featured(page.get(page.size() - 1), size);
        }
        return all;
    }

    @Test
    void openSeatsAreThoseThatStandWithoutAReview() {
        Population population = submissions(105);
        Set<PersonId> asked = Samples.persons().stream().map(Person::id).collect(Collectors.toSet());
        asked.add(new PersonId("nobody"));

        Map<PersonId, Integer> counted = storage().openSeats(asked);

        assertThat(counted).isEqualTo(openSeats(population.submissions(), asked));
        assertThat(counted.values()).as("else nothing was tested").anyMatch(seats -> seats > 1);
        assertThat(storage().openSeats(Set.of())).isEmpty();
        asked.forEach(person ->
                assertThat(storage().openSeats(Set.of(person))).isEqualTo(Map.of(person, counted.get(person))));
    }

    @Test
    void whatIsKeptBesideTheJournalAgreesWithIt() {
        submissions(106);
        assertThat(StorageVerifier.contradictions(storage())).isEmpty();
    }

    @Test
    void listsOfPersonsAreWhatTheirQueriesSay() {
        Population population = new Population(106);
        List<Person> all = new ArrayList<>();
        population.ids(OTHERS).forEach(id -> all.add(population.person(id)));
        all.forEach(person -> commit(Commits.first(person)));
        all.sort(Comparator.comparing(Person::id));

        for (int size = 1; size <= OTHERS + 1; size++) {
            for (PersonQuery query :
                    List.of(PersonQuery.all().limit(size), PersonQuery.roster().limit(size))) {
                BiFunction<PersonQuery, PersonId, PersonQuery> next = PersonQuery::after;
                assertThat(inPages(query, next, storage()::people, Person::id, size))
                        .as("%s", query)
                        .isEqualTo(all.stream().filter(query::matches).toList());
            }
        }
    }

    @Test
    void listsOfOrganisationsAreWhatTheirQueriesSay() {
        Population population = new Population(107);
        List<Organisation> all = new ArrayList<>();
        List<String> ids = population.ids(OTHERS);
        ids.forEach(id -> all.add(population.organisation(id, ids.get(0))));
        all.forEach(organisation -> commit(Commits.first(organisation)));
        all.sort(Comparator.comparing(OrganisationPlace::of));

        for (int number = 0; number < 3 * QUERIES; number++) {
            int size = 1 + population.random().nextInt(OTHERS);
            OrganisationQuery words = number % 2 == 0
                    ? OrganisationQuery.all().named(population.words())
                    : OrganisationQuery.all().called(population.words());
            OrganisationQuery query = words.limit(size);
            assertThat(organisationsInPages(query))
                    .as("%s", query)
                    .isEqualTo(all.stream().filter(query::matches).toList());
        }
    }

    @Test
    void organisationsAreListedByTheirNamesWhateverTheCaseAndAccents() {
        List<String> names = List.of(
                "ASSOCIATION of samples",
                "École d’été",
                "ecole d'été",
                "Ecole d’hiver",
                "(Sample)",
                "sample " + "very ".repeat(30) + "long, the first",
                "Sample " + "very ".repeat(30) + "long",
                "Śląska sample",
                "Zoo",
                "Агентство",
                "北京",
                "\uFA0E",
                "\uD840\uDC00");
        List<Organisation> all = new ArrayList<>();
        for (String name : names) {
            String id = String.format("organisation-%02d", 3 * all.size() % names.size()); // another order
            all.add(new Organisation(new OrganisationId(id), name, new TreeSet<>(), Sector.UN, null));
        }
        List<Organisation> others = new ArrayList<>(all);
        Collections.shuffle(others, new Random(108));
        others.forEach(organisation -> commit(Commits.first(organisation)));

        for (int size = 1; size <= all.size(); size++) {
            assertThat(organisationsInPages(OrganisationQuery.all().limit(size)))
                    .as("in pages of %d", size)
                    .isEqualTo(all);
        }
        assertThat(organisationsInPages(OrganisationQuery.all().named("ecole").limit(1)))
                .isEqualTo(all.subList(1, 4));
    }

    @Test
    void anOrganisationIsListedByItsPresentNameAndAPageGoesOnFromItsFormerOne() {
        Organisation before = Samples.organisation("renamed", "A sample", Sector.UN);
        Organisation other = Samples.organisation("other", "B sample", Sector.UN);
        ChainHead head = commit(Commits.first(before));
        commit(Commits.first(other));
        OrganisationQuery second = OrganisationQuery.all().after(OrganisationPlace.of(before));

        Organisation renamed = Samples.organisation("renamed", "C sample", Sector.UN);
        commit(Commits.of(renamed, head, Samples.NOW));

        assertThat(storage().organisations(OrganisationQuery.all())).containsExactly(other, renamed);
        assertThat(storage().organisations(second)).containsExactly(other, renamed);
    }

    private List<Organisation> organisationsInPages(OrganisationQuery query) {
        return inPages(query, OrganisationQuery::after, storage()::organisations, OrganisationPlace::of, query.limit());
    }

    private Population submissions(long seed) {
        Population population = new Population(seed);
        population.submissions(SUBMISSIONS, this::commit);
        return population;
    }

    private void assertMatches(SubmissionQuery query, Population population) {
        assertThat(submissionsInPages(query.limit(SubmissionQuery.MOST)))
                .as("%s", query)
                .isEqualTo(population.matching(query).stream()
                        .map(population::summary)
                        .toList());
    }

    private List<SubmissionSummary> submissionsInPages(SubmissionQuery query) {
        return inPages(query, SubmissionQuery::after, storage()::submissions, SubmissionSummary::id, query.limit());
    }

    private static <Q, T, I> List<T> inPages(
            Q first, BiFunction<Q, I, Q> after, Function<Q, List<T>> list, Function<T, I> id, int size) {
        List<T> read = new ArrayList<>();
        Set<I> ids = new HashSet<>();
        List<T> page = list.apply(first);
        while (!page.isEmpty()) {
            assertThat(page).as("a page of %s", first).hasSizeLessThanOrEqualTo(size);
            page.forEach(one ->
                    assertThat(ids.add(id.apply(one))).as("comes once: %s", one).isTrue());
            read.addAll(page);
            page = list.apply(after.apply(first, id.apply(page.get(page.size() - 1))));
        }
        return read;
    }

    private static SubmissionQuery randomQuery(List<Submission> all, Population population) {
        Random random = population.random();
        SubmissionQuery query = SubmissionQuery.all().limit(1 + random.nextInt(20));
        List<PersonId> persons = Samples.persons().stream().map(Person::id).toList();
        if (random.nextInt(3) == 0) {
            query = query.by(persons.get(random.nextInt(persons.size())));
        }
        if (random.nextInt(3) == 0) {
            query = query.awaiting(persons.get(random.nextInt(persons.size())));
        }
        if (random.nextInt(3) == 0) {
            query = query.reviewedBy(persons.get(random.nextInt(persons.size())));
        }
        if (random.nextInt(3) == 0) {
            query = query.overdue(someTime(all, random));
        }
        if (random.nextInt(3) == 0) {
            query = query.titled(population.titleWords());
        }
        return random.nextBoolean() ? query : query.in(someStages(random));
    }

    private static Instant someTime(List<Submission> all, Random random) {
        List<Instant> dues = all.stream()
                .flatMap(submission -> submission.rounds().stream())
                .flatMap(round -> round.seats().stream())
                .map(Seat::seating)
                .map(Seating::due)
                .toList();
        return dues.get(random.nextInt(dues.size())).plusNanos(1_000L * (random.nextInt(3) - 1));
    }

    private static Set<StageName> someStages(Random random) {
        List<StageName> stages = new ArrayList<>(EnumSet.allOf(StageName.class));
        Collections.shuffle(stages, random);
        return new HashSet<>(stages.subList(0, random.nextInt(5)));
    }

    private static Map<PersonId, Integer> openSeats(List<Submission> all, Set<PersonId> persons) {
        return persons.stream().collect(Collectors.toMap(Function.identity(), person -> (int) all.stream()
                .flatMap(submission -> submission.openRound().stream())
                .flatMap(round -> openSeat(round.standing(), person))
                .count()));
    }

    private static Stream<Seat> openSeat(List<Seat> standing, PersonId person) {
        return standing.stream()
                .filter(seat -> seat.person().equals(person) && !(seat.state() instanceof SeatState.Reviewed));
    }
}
