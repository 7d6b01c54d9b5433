package org.migrationhub.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;

class RosterEntryTest {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-02-01T00:00:00Z");
    private static final Absence JANUARY = new Absence(FROM, UNTIL);
    private static final OrganisationId CITY = new OrganisationId("city");

    @Test
    void anAbsenceBeginsAtItsFirstInstantAndEndsBeforeItsLast() {
        Duration moment = Duration.ofNanos(1);
        assertThat(JANUARY.includes(FROM.minus(moment))).isFalse();
        assertThat(JANUARY.includes(FROM)).isTrue();
        assertThat(JANUARY.includes(UNTIL.minus(moment))).isTrue();
        assertThat(JANUARY.includes(UNTIL)).isFalse();
    }

    @Test
    void anAbsenceThatEndsBeforeItBeginsDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Absence(UNTIL, FROM))
                .withMessage("An absence can't end (2026-01-01T00:00:00Z) before it begins (2026-02-01T00:00:00Z)");
        assertThat(new Absence(FROM, FROM).includes(FROM)).isFalse();
    }

    @Test
    void aReviewerNeedsALanguageAndRoomForOneItem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RosterEntry.in())
                .withMessage("A reviewer needs at least one language");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RosterEntry.in(Language.EN).withCapacity(0))
                .withMessage("A reviewer's capacity is at least 1, not 0");
        assertThat(RosterEntry.in(Language.EN).withCapacity(1).capacity()).isEqualTo(1);
    }

    @Test
    void whoDeclaresNothingElseJudgesTwoItemsAtATime() {
        RosterEntry entry = RosterEntry.in(Language.FR, Language.EN);
        assertThat(entry.languages()).containsExactly(Language.EN, Language.FR);
        assertThat(entry.capacity()).isEqualTo(2);
        assertThat(entry.expertise()).isEmpty();
        assertThat(entry.absences()).isEmpty();
        assertThat(entry.conflicts()).isEmpty();
    }

    @Test
    void eachChangeChangesOneThing() {
        RosterEntry full = RosterEntry.in(Language.EN)
                .expertIn(Objective.REMITTANCES, Objective.DATA)
                .withCapacity(4)
                .withConflicts(CITY)
                .withAbsences(JANUARY);
        assertThat(full)
                .isEqualTo(new RosterEntry(
                        new TreeSet<>(List.of(Objective.DATA, Objective.REMITTANCES)),
                        new TreeSet<>(List.of(Language.EN)),
                        4,
                        List.of(JANUARY),
                        new TreeSet<>(List.of(CITY))));
    }

    @Test
    void itsCollectionsCanNotBeChanged() {
        TreeSet<Objective> expertise = new TreeSet<>(List.of(Objective.DATA));
        TreeSet<Language> languages = new TreeSet<>(List.of(Language.EN));
        List<Absence> absences = new ArrayList<>(List.of(JANUARY));
        TreeSet<OrganisationId> conflicts = new TreeSet<>(List.of(CITY));
        RosterEntry copied = new RosterEntry(expertise, languages, 1, absences, conflicts);
        List.of(expertise, languages, absences, conflicts).forEach(given -> given.clear());
        assertThat(copied.expertise()).hasSize(1);
        assertThat(copied.languages()).hasSize(1);
        assertThat(copied.absences()).hasSize(1);
        assertThat(copied.conflicts()).hasSize(1);
        for (var held : List.of(copied.expertise(), copied.languages(), copied.absences(), copied.conflicts())) {
            assertThatThrownBy(held::clear).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void theSidesHaveStableCodes() {
        assertThat(Sector.values()).extracting(Sector::code).containsExactly("un", "non-un", "undetermined");
    }
}
