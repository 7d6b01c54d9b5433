package org.migrationhub.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.OrganisationId;

class AffiliationsTest {

    private static final Duration MOMENT = Duration.ofNanos(1);
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2025-01-01T00:00:00Z");
    private static final OrganisationId AGENCY = new OrganisationId("agency");
    private static final OrganisationId CITY = new OrganisationId("city");

    private static final Affiliation AT_AGENCY = new Affiliation(AGENCY, Sector.UN, START, END);
    private static final Affiliation AT_CITY = new Affiliation(CITY, Sector.NON_UN, END, null);

    @Test
    void anAffiliationHoldsFromItsFirstInstantUntilJustBeforeItsEnd() {
        assertThat(AT_AGENCY.holdsAt(START.minus(MOMENT))).isFalse();
        assertThat(AT_AGENCY.holdsAt(START)).isTrue();
        assertThat(AT_AGENCY.holdsAt(END.minus(MOMENT))).isTrue();
        assertThat(AT_AGENCY.holdsAt(END)).isFalse();
    }

    @Test
    void anAffiliationWithoutAnEndGoesOn() {
        assertThat(AT_CITY.holdsAt(Instant.MAX)).isTrue();
        assertThat(AT_CITY.holdsAt(END.minus(MOMENT))).isFalse();
    }

    @Test
    void anAffiliationThatEndsBeforeItBeginsDoesNotExist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Affiliation(CITY, Sector.NON_UN, END, START))
                .withMessage("An affiliation can't end (2024-01-01T00:00:00Z) before it begins (2025-01-01T00:00:00Z)");
    }

    @Test
    void anAffiliationThatEndsAsItBeginsNeverHolds() {
        assertThat(new Affiliation(CITY, Sector.NON_UN, START, START).holdsAt(START))
                .isFalse();
    }

    @Test
    void theSideIsAskedForAsOfATime() {
        Affiliations both = new Affiliations(List.of(AT_AGENCY, AT_CITY));
        assertThat(both.sectorAt(START.minus(MOMENT))).isEqualTo(Sector.UNDETERMINED);
        assertThat(both.sectorAt(START)).isEqualTo(Sector.UN);
        assertThat(both.sectorAt(END.minus(MOMENT))).isEqualTo(Sector.UN);
        assertThat(both.sectorAt(END)).isEqualTo(Sector.NON_UN);
    }

    @Test
    void whoBelongsNowhereIsUndetermined() {
        assertThat(Affiliations.NONE.sectorAt(START)).isEqualTo(Sector.UNDETERMINED);
        assertThat(Affiliations.NONE.history()).isEmpty();
    }

    @Test
    void whoStandsOnBothSidesAtOnceIsUndetermined() {
        Affiliations both = Affiliations.NONE.with(from(AGENCY, Sector.UN)).with(from(CITY, Sector.NON_UN));
        assertThat(both.sectorAt(START)).isEqualTo(Sector.UNDETERMINED);
    }

    @Test
    void twoAffiliationsOnOneSideDetermineIt() {
        Affiliations both = Affiliations.NONE.with(from(AGENCY, Sector.UN)).with(from(CITY, Sector.UN));
        assertThat(both.sectorAt(START)).isEqualTo(Sector.UN);
    }

    @Test
    void anAffiliationThatIsItselfUndeterminedDeterminesNothing() {
        Affiliations unknown = Affiliations.NONE.with(from(CITY, Sector.UNDETERMINED));
        assertThat(unknown.sectorAt(START)).isEqualTo(Sector.UNDETERMINED);
        assertThat(unknown.with(from(AGENCY, Sector.UN)).sectorAt(START)).isEqualTo(Sector.UNDETERMINED);
        assertThat(Affiliations.NONE
                        .with(from(AGENCY, Sector.UN))
                        .with(from(CITY, Sector.UNDETERMINED))
                        .sectorAt(START))
                .isEqualTo(Sector.UNDETERMINED);
    }

    @Test
    void organisationsAreThoseOfTheInstant() {
        Affiliations both = new Affiliations(List.of(AT_AGENCY, AT_CITY));
        assertThat(both.organisationsAt(START.minus(MOMENT))).isEmpty();
        assertThat(both.organisationsAt(START)).containsExactly(AGENCY);
        assertThat(both.organisationsAt(END)).containsExactly(CITY);
        assertThat(both.includes(AGENCY, START)).isTrue();
        assertThat(both.includes(AGENCY, END)).isFalse();
        assertThat(both.includes(CITY, START)).isFalse();
    }

    @Test
    void anEndedAffiliationCountsWithinTheWindowOnly() {
        Affiliations both = new Affiliations(List.of(AT_AGENCY, AT_CITY));
        Instant later = END.plus(Duration.ofDays(10));
        assertThat(both.organisationsWithin(END.minus(MOMENT), later)).containsExactly(AGENCY, CITY);
        assertThat(both.organisationsWithin(END, later)).containsExactly(CITY);
        assertThat(both.organisationsWithin(later, later)).containsExactly(CITY);
    }

    @Test
    void anAffiliationStillToComeCountsForNothing() {
        Affiliations future = Affiliations.NONE.with(AT_CITY);
        assertThat(future.organisationsWithin(START, END.minus(MOMENT))).isEmpty();
        assertThat(future.organisationsWithin(START, END)).containsExactly(CITY);
    }

    @Test
    void aChangeOfEmployerEndsWhatHolds() {
        Affiliations changed = Affiliations.NONE
                .with(from(AGENCY, Sector.UN))
                .with(from(CITY, Sector.UN))
                .changedTo(new Affiliation(new OrganisationId("college"), Sector.NON_UN, END, null));
        assertThat(changed.sectorAt(END.minus(MOMENT))).isEqualTo(Sector.UN);
        assertThat(changed.sectorAt(END)).isEqualTo(Sector.NON_UN);
        assertThat(changed.organisationsAt(END)).containsExactly(new OrganisationId("college"));
        assertThat(changed.history())
                .startsWith(
                        new Affiliation(AGENCY, Sector.UN, START, END), new Affiliation(CITY, Sector.UN, START, END));
    }

    @Test
    void aChangeOfEmployerLeavesThePastAndTheFutureAsTheyWere() {
        Instant change = END.plus(MOMENT);
        Affiliation future = new Affiliation(AGENCY, Sector.UN, change.plus(MOMENT), null);
        Affiliation next = new Affiliation(CITY, Sector.NON_UN, change, null);
        Affiliations changed = new Affiliations(List.of(AT_AGENCY, future)).changedTo(next);
        assertThat(changed.history()).containsExactly(AT_AGENCY, future, next);
    }

    @Test
    void aChangeAtTheVeryBeginningOrEndOfAnAffiliationIsExact() {
        Affiliation ending = new Affiliation(AGENCY, Sector.UN, START, END.plus(MOMENT));
        assertThat(ending.endedBy(END)).isEqualTo(AT_AGENCY);
        assertThat(AT_AGENCY.endedBy(END)).isSameAs(AT_AGENCY);
        assertThat(AT_AGENCY.endedBy(START)).isEqualTo(new Affiliation(AGENCY, Sector.UN, START, START));
        assertThat(AT_CITY.endedBy(END.minus(MOMENT))).isSameAs(AT_CITY);
    }

    @Test
    void theHistoryCanNotBeChanged() {
        List<Affiliation> given = new ArrayList<>(List.of(AT_AGENCY));
        Affiliations copied = new Affiliations(given);
        given.clear();
        assertThat(copied.history()).containsExactly(AT_AGENCY);
        assertThatThrownBy(() -> copied.history().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static Affiliation from(OrganisationId organisation, Sector sector) {
        return new Affiliation(organisation, sector, START, null);
    }
}
