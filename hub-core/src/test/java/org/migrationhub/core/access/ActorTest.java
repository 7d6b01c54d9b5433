package org.migrationhub.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Act;

class ActorTest {

    private static final PersonId ANA = new PersonId("ana");

    @Test
    void everybodyIsAVisitorToo() {
        assertThat(Actor.visitor()).isEqualTo(new Actor(null, Set.of()));
        assertThat(Actor.visitor().person()).isNull();
        assertThat(Actor.visitor().roles()).containsExactly(Role.VISITOR);
        assertThat(new Actor(null, Set.of(Role.VISITOR))).isEqualTo(Actor.visitor());
        assertThat(Actor.of(ANA).roles()).containsExactly(Role.VISITOR);
        assertThat(Actor.of(ANA, Role.REVIEWER, Role.SECRETARIAT).roles())
                .containsExactly(Role.VISITOR, Role.REVIEWER, Role.SECRETARIAT);
    }

    @Test
    void thereIsAnActorOfEachRole() {
        assertThat(Actor.contributor(ANA)).isEqualTo(Actor.of(ANA, Role.CONTRIBUTOR));
        assertThat(Actor.reviewer(ANA)).isEqualTo(Actor.of(ANA, Role.REVIEWER));
        assertThat(Actor.secretariat(ANA)).isEqualTo(Actor.of(ANA, Role.SECRETARIAT));
        assertThat(Actor.administrator(ANA)).isEqualTo(Actor.of(ANA, Role.ADMINISTRATOR));
        assertThat(Actor.administrator(ANA).person()).isEqualTo(ANA);
    }

    @Test
    void nobodyIsMoreThanAVisitor() {
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.VISITOR))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Actor(null, Set.of(role)))
                    .withMessage("Only a person can be [" + role + "]");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Actor(null, EnumSet.of(Role.VISITOR, Role.SECRETARIAT)));
    }

    @Test
    void theRolesCanNotBeChanged() {
        EnumSet<Role> given = EnumSet.of(Role.REVIEWER);
        Actor copied = new Actor(ANA, given);
        given.clear();
        assertThat(copied.roles()).contains(Role.REVIEWER);
        assertThatThrownBy(() -> copied.roles().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aRoleIsFoundByItsCode() {
        assertThat(Arrays.stream(Role.values()).map(Role::code))
                .containsExactly(
                        "visitor", "contributor", "reviewer", "moderator", "editor", "secretariat", "administrator");
        for (Role role : Role.values()) {
            assertThat(Role.find(role.code())).contains(role);
        }
        assertThat(Role.find("none")).isEmpty();
    }

    @Test
    void everyActHasItsRightOfTheSameCode() {
        for (Act act : Act.values()) {
            assertThat(Right.to(act).code()).isEqualTo(act.code());
            assertThat(Right.to(act).isHubWide()).isFalse();
        }
        assertThat(Arrays.stream(Act.values()).map(Right::to)).doesNotHaveDuplicates();
    }

    @Test
    void theRightsThatAreNoActsHaveCodesToo() {
        assertThat(Arrays.stream(Right.values()).map(Right::code)).doesNotHaveDuplicates();
        assertThat(Right.SEE_STATUS.code()).isEqualTo("see-status");
        assertThat(Right.SEE_WHOLE_JOURNAL.code()).isEqualTo("see-whole-journal");
    }

    @Test
    void theHubWideRightsAreThose() {
        assertThat(Arrays.stream(Right.values()).filter(Right::isHubWide))
                .containsExactly(
                        Right.READ_PUBLIC,
                        Right.START,
                        Right.START_ON_BEHALF,
                        Right.SEE_QUEUES,
                        Right.KEEP_PEOPLE,
                        Right.ERASE_PERSON,
                        Right.SEE_WHOLE_JOURNAL,
                        Right.KEEP_INDEX,
                        Right.GRANT_ROLES);
    }
}
