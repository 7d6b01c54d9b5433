package org.migrationhub.core.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.vocabulary.Language;

class PersonTest {

    private static final PersonId ID = new PersonId("ana");
    private static final Profile PROFILE = new Profile("Ana", "ana@example.org");
    private static final RosterEntry ENTRY = RosterEntry.in(Language.FR);

    @Test
    void aNewPersonIsKnownByTheProfileAlone() {
        assertThat(new Person(ID, PROFILE)).isEqualTo(new Person(ID, PROFILE, Affiliations.NONE, null, false));
    }

    @Test
    void eachChangeChangesOneThing() {
        Person full = new Person(ID, PROFILE, Samples.UMA.affiliations(), ENTRY, false);
        Profile corrected = new Profile("Anna", "anna@example.org");
        assertThat(full.with(corrected)).isEqualTo(new Person(ID, corrected, full.affiliations(), ENTRY, false));
        assertThat(full.with(Affiliations.NONE)).isEqualTo(new Person(ID, PROFILE, Affiliations.NONE, ENTRY, false));
        assertThat(full.onRoster(null)).isEqualTo(new Person(ID, PROFILE, full.affiliations(), null, false));
        assertThat(full.onRoster(null).onRoster(ENTRY)).isEqualTo(full);
    }

    @Test
    void anErasureLeavesIdAndAffiliationsOnWhichDecisionsRest() {
        Person full = new Person(ID, PROFILE, Samples.UMA.affiliations(), ENTRY, false);
        assertThat(full.erase()).isEqualTo(new Person(ID, Profile.ERASED, full.affiliations(), null, true));
    }

    @Test
    void anErasedPersonStaysErased() {
        Person erased = Samples.UMA.erase();
        assertThat(erased.with(PROFILE).erased()).isTrue();
        assertThat(erased.with(Affiliations.NONE).erased()).isTrue();
        assertThat(erased.onRoster(ENTRY).erased()).isTrue();
    }

    @Test
    void eachEventMakesOfAPersonWhatItSays() {
        Affiliation first = new Affiliation(Samples.AGENCY.id(), Sector.UN, Samples.LONG_AGO, null);
        Affiliation beside = new Affiliation(Samples.CITY.id(), Sector.NON_UN, Samples.LONG_AGO, null);
        Affiliation next = new Affiliation(Samples.FUND.id(), Sector.UN, Samples.NOW, null);
        Person person = new Person(ID, PROFILE)
                .after(new PersonEvent.Registered())
                .after(new PersonEvent.AffiliationRecorded(first, false))
                .after(new PersonEvent.AffiliationRecorded(beside, true));
        assertThat(person.affiliations().history()).containsExactly(first, beside);

        Person ended = person.after(new PersonEvent.AffiliationEnded(Samples.CITY.id(), Samples.NOW));
        assertThat(ended.affiliations().history()).containsExactly(first, beside.endedBy(Samples.NOW));
        assertThat(person.after(new PersonEvent.AffiliationRecorded(next, false))
                        .affiliations()
                        .history())
                .containsExactly(first.endedBy(Samples.NOW), beside.endedBy(Samples.NOW), next);
        assertThat(person.after(new PersonEvent.ProfileChanged())).isEqualTo(person);
        assertThat(person.after(new PersonEvent.RosterChanged(ENTRY))).isEqualTo(person.onRoster(ENTRY));
        assertThat(person.after(new PersonEvent.RosterChanged(ENTRY)).after(new PersonEvent.RosterChanged(null)))
                .isEqualTo(person);
        assertThat(person.after(new PersonEvent.Erased())).isEqualTo(person.erase());
    }

    @Test
    void nothingHappensToWhoeverWasErased() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.UMA.erase().after(new PersonEvent.RosterChanged(ENTRY)));
    }
}
