package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.migrationhub.core.kit.Samples.ADA;
import static org.migrationhub.core.kit.Samples.ANA;
import static org.migrationhub.core.kit.Samples.BEN;
import static org.migrationhub.core.kit.Samples.IDA;
import static org.migrationhub.core.kit.Samples.SAM;
import static org.migrationhub.core.kit.Samples.UMA;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.error.HubException;
import org.migrationhub.core.journal.JournalVerifier;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Policies;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.vocabulary.Language;

/**
 * Everybody does anything in any order, sensible or not. Whatever comes of it: only documented errors, nothing public that
 * a panel has not let through, searches that find exactly what is public, no reviewer's id before the submitter, lists
 * that can be read, a round with something left to do for somebody, and a journal that is sound and replays.
 */
class WanderTest {

    private static final int SEEDS = 4;
    private static final int ACTS = 200;
    private static final Set<Act> WORK_ON_A_ROUND =
            EnumSet.of(Act.FILL_SEAT, Act.SEAT_FURTHER, Act.CLOSE_ROUND, Act.ACCEPT_SEAT, Act.REVIEW);

    private static final Set<Act> COMMON = EnumSet.of(
            Act.SUBMIT, Act.SEAT_PANEL, Act.FILL_SEAT, Act.SEAT_FURTHER, Act.ACCEPT_SEAT, Act.REVIEW, Act.CLOSE_ROUND);

    static Stream<Wanderer> wanderers() {
        return Stream.of(ReviewPolicy.GCM_2022, ReviewPolicy.GCM_2020)
                .flatMap(policy -> IntStream.range(0, SEEDS).mapToObj(seed -> new Wanderer(policy, seed)));
    }

    @ParameterizedTest
    @MethodSource("wanderers")
    void whateverHappensTheInvariantsHold(Wanderer wanderer) throws IOException {
        for (int act = 0; act < ACTS; act++) {
            wanderer.step();
            wanderer.check();
        }
        wanderer.checkJournal();
    }

    /** One history, made from a seed. */
    static final class Wanderer {

        private final ReviewPolicy policy;
        private final int seed;
        private final Random random;
        private final World world;
        private final List<SubmissionId> items = new ArrayList<>();
        private final Map<String, ContentItem> everPublic = new HashMap<>();
        private String last = "";

        Wanderer(ReviewPolicy policy, int seed) {
            this.policy = policy;
            this.seed = seed;
            this.random = new Random(seed);
            this.world = World.of(parts -> parts.policy(policy).checkpointEvery(40));
            world.clock().advance(Duration.ofDays(30));
        }

        @Override
        public String toString() {
            return policy + ", seed " + seed;
        }

        void step() {
            if (items.isEmpty() || random.nextInt(40) == 0) {
                begin();
            } else if (random.nextInt(25) == 0) {
                happen();
            } else if (random.nextInt(4) == 0) {
                attempt(anybody(), item(), anything());
            } else {
                goOn(item());
            }
        }

        private void begin() {
            if (random.nextBoolean()) {
                items.add(world.submit(content()));
            } else {
                items.add(world.ana().saveDraft(content()).id());
            }
        }

        /** Something that is possible now, by somebody to whom it is offered. */
        private void goOn(SubmissionId id) {
            List<Actor> actors = new ArrayList<>(List.of(Actor.contributor(ANA.id()), Actor.secretariat(SAM.id())));
            Samples.reviewers().forEach(person -> actors.add(Actor.reviewer(person.id())));
            Collections.shuffle(actors, random);
            for (Actor actor : actors) {
                List<Act> possible = possible(actor, id).stream()
                        .filter(act -> COMMON.contains(act) || random.nextInt(15) == 0)
                        .toList();
                if (!possible.isEmpty()) {
                    attempt(actor, id, possible.get(random.nextInt(possible.size())));
                    return;
                }
            }
        }

        private Set<Act> possible(Actor actor, SubmissionId id) {
            try {
                return world.hub().as(actor).view(id).possible();
            } catch (HubException e) {
                return Set.of();
            }
        }

        private void attempt(Actor actor, SubmissionId id, Act act) {
            last = act.code() + " by " + actor + " of " + id;
            Throwable thrown = catchThrowable(() -> perform(world.hub().as(actor), id, act));
            if (thrown != null && !(thrown instanceof HubException)) {
                throw new AssertionError(this + ": " + last, thrown);
            }
        }

        private void perform(Desk desk, SubmissionId id, Act act) {
            switch (act) {
                case SAVE_DRAFT -> desk.saveDraft(id, content());
                case SUBMIT -> desk.submitDraft(id);
                case REVISE -> desk.revise(id, content());
                case WITHDRAW -> desk.withdraw(id, "");
                case RETURN -> desk.returnToSubmitter(id, "More.");
                case DECLINE -> desk.decline(id, "No.");
                case SEAT_PANEL -> desk.seatPanel(id, panel(desk, id));
                case FILL_SEAT -> desk.fillSeat(id, reviewer());
                case REPLACE_SEAT -> desk.replaceSeat(id, 1 + random.nextInt(5), reviewer());
                case SEAT_FURTHER -> desk.seatFurther(id, reviewer());
                case ACCEPT_SEAT -> desk.acceptSeat(id);
                case DECLINE_SEAT -> desk.declineSeat(id, random.nextBoolean() ? "" : "Too busy.");
                case RECUSE -> desk.recuse(id, "");
                case REVIEW -> desk.review(id, ContentDigest.of(desk.content(id)), outcome(), World.MEND);
                case CLOSE_ROUND -> desk.closeRound(id);
                case FEATURE -> desk.feature(id, World.SENTENCE);
                case UNFEATURE -> desk.unfeature(id);
                case RETRACT -> desk.retract(id, "Wrong.");
            }
        }

        /** The world changes beside the items. */
        private void happen() {
            PersonId person = reviewer();
            Organisation body = Samples.organisations().get(random.nextInt(7));
            last = "something with " + person;
            Refusals.told(() -> {
                switch (random.nextInt(8)) {
                    case 0 -> world.keeper().changeAffiliation(person, body.id(), body.sector());
                    case 1 -> world.keeper().addAffiliation(person, body.id(), Sector.NON_UN);
                    case 2 -> world.keeper().leaveRoster(person);
                    case 3, 4 ->
                        world.keeper().enrol(person, RosterEntry.in(Language.EN).withCapacity(9));
                    case 5 -> world.clock().advance(Duration.ofDays(random.nextInt(30)));
                    case 6 -> world.clock().advance(Duration.ofHours(-random.nextInt(3)));
                    default -> eraseSometimes(person);
                }
            });
        }

        private void eraseSometimes(PersonId person) {
            if (random.nextInt(4) == 0) {
                world.keeper().erase(person);
            }
        }

        void check() {
            Set<SubmissionId> isPublic = new TreeSet<>();
            for (SubmissionId id : items) {
                if (!Refusals.told(() -> world.visitor().published(id)).startsWith("no item")) {
                    checkPublic(id, isPublic);
                }
                checkItem(id);
            }
            assertThat(world.visitor()
                            .search(SearchQuery.everything().limit(100))
                            .items())
                    .as("%s: search after %s", this, last)
                    .extracting(PublicRecord::id)
                    .containsExactlyInAnyOrderElementsOf(isPublic);
            assertThat(world.ana().mySubmissions(SubmissionQuery.all().limit(200)))
                    .hasSameSizeAs(items);
            assertThat(world.sam().submissions(SubmissionQuery.all().limit(200)))
                    .hasSizeLessThanOrEqualTo(items.size());
        }

        private void checkPublic(SubmissionId id, Set<SubmissionId> isPublic) {
            if (!(world.visitor().published(id) instanceof PublicRecord.Published published)) {
                return;
            }
            isPublic.add(id);
            ContentItem before = everPublic.putIfAbsent(id + "/" + published.revision(), published.content());
            assertThat(before == null || before.equals(published.content()))
                    .as("%s: %s", this, last)
                    .isTrue();
            assertThat(ContentDigest.of(published.content())).isEqualTo(published.digest());
            RoundView round = world.sam().view(id).rounds().stream()
                    .filter(each -> each.revision() == published.revision() && each.outcome() != null)
                    .reduce((first, second) -> second)
                    .orElseThrow();
            List<SeatView> approving = round.seats().stream()
                    .filter(seat -> seat.review() != null && seat.review().outcome() == ReviewOutcome.APPROVE)
                    .toList();
            assertThat(round.digest()).isEqualTo(published.digest());
            assertThat(approving)
                    .as("%s: %s", this, last)
                    .extracting(SeatView::person)
                    .hasSizeGreaterThanOrEqualTo(3);
            assertThat(approving)
                    .extracting(SeatView::person)
                    .doesNotHaveDuplicates()
                    .doesNotContain(ANA.id());
            assertThat(approving).extracting(SeatView::sector).contains(Sector.UN, Sector.NON_UN);
        }

        private void checkItem(SubmissionId id) {
            SubmissionView seen = world.ana().view(id);
            for (Person person : Samples.reviewers()) {
                assertThat(seen.toString())
                        .as("%s: %s", this, last)
                        .doesNotContain(
                                "person=" + person.id(), person.profile().name());
            }
            if (seen.stage() == StageName.IN_REVIEW || seen.stage() == StageName.UPDATE_IN_REVIEW) {
                Set<Act> possible = new TreeSet<>(world.sam().view(id).possible());
                Samples.reviewers().forEach(person -> possible.addAll(possible(Actor.reviewer(person.id()), id)));
                assertThat(possible).as("%s: left to do after %s", this, last).containsAnyElementsOf(WORK_ON_A_ROUND);
            }
        }

        void checkJournal() throws IOException {
            StringBuilder lines = new StringBuilder();
            world.ada().journal().checkpoint();
            world.ada().journal().export(lines);
            assertThat(new JournalVerifier()
                            .replaying(Policies.presets())
                            .verify(lines.toString().lines())
                            .fault())
                    .isEmpty();
            assertThat(world.hub().isCaughtUp()).isTrue();
        }

        private SubmissionId item() {
            return items.get(items.size() - 1 - random.nextInt(Math.min(3, items.size())));
        }

        private Actor anybody() {
            List<Person> people = new ArrayList<>(Samples.reviewers());
            people.addAll(List.of(ANA, ANA, BEN, SAM, SAM, ADA, IDA));
            Role[] roles = Role.values();
            Person person = people.get(random.nextInt(people.size()));
            return Actor.of(
                    person.id(), random.nextInt(4) == 0 ? roles : new Role[] {roles[random.nextInt(roles.length)]});
        }

        private static final Act[] ACTS = Act.values();

        private Act anything() {
            return ACTS[random.nextInt(ACTS.length)];
        }

        private PersonId reviewer() {
            List<Person> reviewers = Samples.reviewers();
            return reviewers.get(random.nextInt(reviewers.size())).id();
        }

        /** Mostly of those who are eligible. */
        private List<PersonId> panel(Desk desk, SubmissionId id) {
            List<PersonId> candidates = desk.candidates(id, PersonQuery.roster()).stream()
                    .filter(candidate -> candidate.isEligible() || random.nextInt(10) == 0)
                    .map(candidate -> candidate.person())
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(candidates, random);
            return candidates.subList(0, Math.min(3, candidates.size()));
        }

        private ReviewOutcome outcome() {
            return random.nextInt(5) > 0 ? ReviewOutcome.APPROVE : ReviewOutcome.values()[random.nextInt(3)];
        }

        private ContentItem content() {
            Practice item = Samples.practice("Sample " + random.nextInt(1000)).toBuilder()
                    .focalPoint(BEN.id())
                    .build();
            return random.nextInt(6) == 0
                    ? item.toBuilder().partner("SFFC").contributor(UMA.id()).build()
                    : item;
        }
    }
}
