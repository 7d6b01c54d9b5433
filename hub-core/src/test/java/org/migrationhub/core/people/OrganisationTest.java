package org.migrationhub.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;

class OrganisationTest {

    private static final OrganisationId ID = new OrganisationId("sample-agency");
    private static final Organisation AGENCY = organisation("Sample Agency for Migrants", "SAFM", "МОМ");

    @Test
    void isMeantByItsIdWhateverTheName() {
        assertThat(AGENCY.mayBeMeantBy(OrganisationRef.of(ID, "Something else")))
                .isTrue();
        assertThat(AGENCY.mayBeMeantBy(OrganisationRef.of(new OrganisationId("other"), "Something else")))
                .isFalse();
    }

    @Test
    void isMeantByItsNameOrAnAliasWithinTheNameAsWritten() {
        assertThat(meant("Sample Agency for Migrants")).isTrue();
        assertThat(meant("SAMPLE AGENCY FOR MIGRANTS (Mali office)")).isTrue();
        assertThat(meant("safm México")).isTrue();
        assertThat(meant("МОМ")).isTrue();
        assertThat(meant("Sample Agency")).isFalse();
        assertThat(meant("SAFMx")).isFalse();
    }

    @Test
    void isMeantByItsNameEvenThoughTheIdSaysOtherwise() {
        assertThat(AGENCY.mayBeMeantBy(OrganisationRef.of(new OrganisationId("other"), "SAFM")))
                .isTrue();
    }

    @Test
    void isMeantByTheOfficeToo() {
        OrganisationRef umbrella = OrganisationRef.named("Country team");
        assertThat(AGENCY.mayBeMeantBy(umbrella)).isFalse();
        assertThat(AGENCY.mayBeMeantBy(umbrella.withOffice("SAFM Dakar"))).isTrue();
        assertThat(AGENCY.mayBeMeantBy(umbrella.withOffice("Dakar"))).isFalse();
    }

    @Test
    void anAliasOfSignsAloneMeansNothing() {
        assertThat(organisation("Sample Agency", "-").mayBeMeantBy(OrganisationRef.named("Country team")))
                .isFalse();
    }

    @Test
    void needsANameAndIsNoPartOfItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> organisation(" "))
                .withMessage("An organisation needs a name");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Organisation(ID, "Sample", none(), Sector.UN, new OrganisationId("sample-agency")))
                .withMessage("An organisation can't be part of itself: sample-agency");
    }

    @Test
    void namesAreKeptComposed() {
        Organisation written = organisation("E\u0301cole", "E\u0301", "É");
        assertThat(written.name()).isEqualTo("École");
        assertThat(written.aliases()).containsExactly("É");
    }

    @Test
    void canBePartOfAnother() {
        OrganisationId whole = new OrganisationId("whole");
        assertThat(new Organisation(ID, "Sample", none(), Sector.UN, whole).partOf())
                .isEqualTo(whole);
    }

    @Test
    void theAliasesCanNotBeChanged() {
        SortedSet<String> given = new TreeSet<>(List.of("A"));
        Organisation copied = new Organisation(ID, "Sample", given, Sector.UN, null);
        given.clear();
        assertThat(copied.aliases()).containsExactly("A");
        assertThatThrownBy(() -> copied.aliases().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static boolean meant(String written) {
        return AGENCY.mayBeMeantBy(OrganisationRef.named(written));
    }

    private static Organisation organisation(String name, String... aliases) {
        return new Organisation(ID, name, new TreeSet<>(List.of(aliases)), Sector.UN, null);
    }

    private static SortedSet<String> none() {
        return new TreeSet<>();
    }
}
