package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.core.kit.Samples.ANA;
import static org.migrationhub.core.kit.Samples.CLEO;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.NURI;
import static org.migrationhub.core.kit.Samples.ULF;
import static org.migrationhub.core.kit.Samples.UMA;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.review.Eligibility;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.SubmissionQuery;

/**
 * How much is asked of a reviewer tells nobody who sits on a panel that is hidden from them, such as a member of the
 * secretariat who submitted the item, is named in it, or sits on the panel. Everybody here judges one item at a time, so that a
 * hidden seat would speak against whoever has it.
 */
class HiddenLoadTest {

    private static final Person NADIR = Samples.reviewer("nadir", Samples.ASSOCIATION);

    /** Uma and Nina have a seat on a panel that is hidden from the viewers in one world; Ulf and Nuri in the other. */
    private final Staged one = new Staged(UMA, NOEL, NINA);

    private final Staged other = new Staged(ULF, NOEL, NURI);

    static Stream<Actor> tooClose() {
        return Stream.of(
                Actor.of(ANA.id(), Role.CONTRIBUTOR, Role.SECRETARIAT),
                Actor.of(CLEO.id(), Role.SECRETARIAT),
                Actor.of(NOEL.id(), Role.REVIEWER, Role.SECRETARIAT));
    }

    @ParameterizedTest
    @MethodSource("tooClose")
    void whoeverMayNotSeeThePanelSeesTheSameWhoeverSitsOnIt(Actor viewer) {
        Map<String, String> seen = one.everythingSeenBy(viewer);

        assertThat(seen).hasSizeGreaterThan(40).isEqualTo(other.everythingSeenBy(viewer));
    }

    @Test
    void whatIsShownIsWhatTheObjectionCounts() {
        Desk sam = one.world.sam();
        assertThat(sam.openSeats(Set.of(UMA.id(), ULF.id()))).isEqualTo(Map.of(UMA.id(), 1, ULF.id(), 0));
        assertThat(one.loads(sam)).containsEntry(UMA.id(), 1).containsEntry(ULF.id(), 0);
        assertThat(one.objections(sam, UMA)).contains("1 of 1");
        assertThat(one.objections(sam, ULF)).isEmpty();

        Desk ana = one.world.hub().as(tooClose().findFirst().orElseThrow());
        assertThat(ana.openSeats(Set.of(UMA.id(), ULF.id()))).isEqualTo(Map.of(UMA.id(), 0, ULF.id(), 0));
        assertThat(one.loads(ana)).containsEntry(UMA.id(), 0).containsEntry(ULF.id(), 0);
        assertThat(one.objections(ana, UMA)).isEmpty();
    }

    @Test
    void aSeatThatTheViewerMayKnowOfCountsForThemToo() {
        Desk ana = one.world.hub().as(tooClose().findFirst().orElseThrow());
        one.world.seat(one.third, ULF, NURI, NADIR);

        assertThat(ana.openSeats(Set.of(ULF.id()))).isEqualTo(Map.of(ULF.id(), 1));
        assertThat(one.objections(ana, ULF)).contains("1 of 1");
    }

    @Test
    void whoeverMayKnowIsToldThatItIsTooMuch() {
        assertThat(Refusals.reasons(() -> one.world.seat(one.open, UMA, NOEL, NURI)))
                .contains("/reviewers/0 over-load");
    }

    /** A world in which these sit on the panel of Ana's item, and two items of somebody else's wait for a panel. */
    private static final class Staged {

        private final World world = World.standard();
        private final SubmissionId hidden;
        private final SubmissionId open;
        private final SubmissionId third;

        Staged(Person... panel) {
            world.add(NADIR);
            for (Person person : everybody()) {
                world.keeper().enrol(person.id(), person.roster().withCapacity(1));
            }
            Person otto = Samples.person("otto", null);
            world.add(otto);
            hidden = world.inReview(Samples.practice(), panel);
            Desk ottos = world.as(otto, Role.CONTRIBUTOR);
            open = ottos.submit(of(otto, "Sample: another")).id();
            third = ottos.submit(of(otto, "Sample: a third")).id();
        }

        private static Practice of(Person otto, String title) {
            return Samples.practice(title).toBuilder().focalPoint(otto.id()).build();
        }

        private static List<Person> everybody() {
            return Stream.concat(Samples.reviewers().stream(), Stream.of(NADIR)).toList();
        }

        Map<PersonId, Integer> loads(Desk desk) {
            return desk.candidates(open, PersonQuery.roster()).stream()
                    .collect(Collectors.toMap(Eligibility::person, Eligibility::openSeats));
        }

        String objections(Desk desk, Person person) {
            return desk.candidates(open, PersonQuery.roster()).stream()
                    .filter(found -> found.person().equals(person.id()))
                    .flatMap(found -> found.reasons().stream())
                    .filter(reason -> reason.code().equals("over-load"))
                    .map(reason -> reason.evidence())
                    .collect(Collectors.joining());
        }

        /** All that a member of the secretariat can read or try about items, people and panels. */
        Map<String, String> everythingSeenBy(Actor viewer) {
            Desk desk = world.hub().as(viewer);
            Set<PersonId> ids = everybody().stream().map(Person::id).collect(Collectors.toSet());
            Map<String, String> seen = new LinkedHashMap<>();
            seen.put("loads", String.valueOf(new TreeMap<>(desk.openSeats(ids))));
            seen.put("candidates", String.valueOf(desk.candidates(open, PersonQuery.roster())));
            seen.put("roster", String.valueOf(desk.people().people(PersonQuery.roster())));
            seen.put("queue", String.valueOf(desk.submissions(SubmissionQuery.all())));
            seen.put("overdue", String.valueOf(desk.submissions(overdue())));
            seen.put("own", String.valueOf(desk.mySubmissions(SubmissionQuery.all())));
            for (Person person : everybody()) {
                SubmissionQuery all = SubmissionQuery.all();
                seen.put(person.id() + " awaited", String.valueOf(desk.submissions(all.awaiting(person.id()))));
                seen.put(person.id() + " reviewed", String.valueOf(desk.submissions(all.reviewedBy(person.id()))));
                seen.put(person.id() + " record", String.valueOf(desk.people().person(person.id())));
            }
            for (SubmissionId id : List.of(hidden, open)) {
                seen.put(id + " view", String.valueOf(desk.view(id)));
                seen.put(id + " journal", Refusals.told(() -> desk.journal(id, 0, 100)));
                seen.put(id + " disclosure", String.valueOf(desk.disclosure(id)));
            }
            Desk tries = world.hub().rehearsal().as(viewer);
            panels().forEach(panel -> seen.put("seating " + panel, Refusals.told(() -> tries.seatPanel(open, panel))));
            return seen;
        }

        private SubmissionQuery overdue() {
            return SubmissionQuery.all().overdue(world.clock().instant().plus(Duration.ofDays(99)));
        }

        private static List<List<PersonId>> panels() {
            List<List<PersonId>> panels = new ArrayList<>();
            List<Person> all = everybody();
            for (int first = 0; first < all.size(); first++) {
                for (int second = first + 1; second < all.size(); second++) {
                    for (int third = second + 1; third < all.size(); third++) {
                        panels.add(World.ids(all.get(first), all.get(second), all.get(third)));
                    }
                }
            }
            return panels;
        }
    }
}
