package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.ContentDigest;

class PanelVerdictTest {

    private static final Round ROUND = Rounds.of("U+ N+ N+");
    private static final PolicyRef POLICY = ReviewPolicy.GCM_2022.ref();
    private static final PanelVerdict APPROVING = verdict(ROUND, VerdictOutcome.APPROVED);
    private static final Revision OTHER_REVISION = new Revision(2, Rounds.OTHER, Rounds.NOTE, Rounds.AT);

    @Test
    void nobodyOutsideThePackageCanMakeAVerdictAPublicationOrAPanel() {
        for (Class<?> guarded :
                List.of(PanelVerdict.class, Publication.class, Panel.class, Round.class, Submission.class)) {
            assertThat(Modifier.isFinal(guarded.getModifiers())).isTrue();
            assertThat(Stream.of(guarded.getDeclaredConstructors()).map(Constructor::getModifiers))
                    .noneMatch(modifiers -> Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers));
        }
    }

    @Test
    void verdictsAreEqualExactlyIfEveryPartIs() {
        List<Seat> seats = ROUND.seats();
        assertThat(verdict(Rounds.of("U+ N+ N+"), VerdictOutcome.APPROVED))
                .isEqualTo(APPROVING)
                .hasSameHashCodeAs(APPROVING);
        Revision same = Rounds.REVISION;
        SubmissionId otherId = new SubmissionId("s-0002");
        List<PanelVerdict> others = List.of(
                verdict(new Round(otherId, 1, same, Rounds.AT, seats), VerdictOutcome.APPROVED),
                verdict(new Round(Rounds.ID, 2, same, Rounds.AT, seats), VerdictOutcome.APPROVED),
                verdict(new Round(Rounds.ID, 1, OTHER_REVISION, Rounds.AT, seats), VerdictOutcome.APPROVED),
                verdict(ROUND, VerdictOutcome.DECLINED),
                new PanelVerdict(ROUND, new PolicyRef("gcm-2022", 2), VerdictOutcome.APPROVED, seats, Rounds.AT),
                new PanelVerdict(ROUND, POLICY, VerdictOutcome.APPROVED, seats.subList(0, 2), Rounds.AT),
                new PanelVerdict(ROUND, POLICY, VerdictOutcome.APPROVED, seats, Rounds.DUE));
        assertThat(others).doesNotContain(APPROVING).doesNotHaveDuplicates();
        assertThat(APPROVING).isNotEqualTo("approved");
        assertThat(APPROVING.hashCode()).isNotEqualTo(others.get(0).hashCode());
    }

    @Test
    void aVerdictSaysWhatItIs() {
        assertThat(APPROVING).hasToString("approved by gcm-2022/1 in round 1 of s-0001");
    }

    @Test
    void theApprovalsCanNotBeChanged() {
        List<Seat> given = new ArrayList<>(ROUND.seats());
        PanelVerdict verdict = new PanelVerdict(ROUND, POLICY, VerdictOutcome.APPROVED, given, Rounds.AT);
        given.clear();
        assertThat(verdict.approvals()).hasSize(3);
        assertThatThrownBy(() -> verdict.approvals().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void onlyAnApprovingVerdictPublishes() {
        for (VerdictOutcome outcome : List.of(VerdictOutcome.CHANGES_REQUESTED, VerdictOutcome.DECLINED)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> new Publication(verdict(ROUND, outcome), Rounds.REVISION))
                    .withMessage("A verdict that doesn't approve can't publish: " + outcome.code()
                            + " by gcm-2022/1 in round 1 of s-0001");
        }
    }

    @Test
    void aVerdictPublishesExactlyTheContentThatWasJudged() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new Publication(APPROVING, OTHER_REVISION))
                .withMessage("The verdict is on other content than revision 2");
    }

    @Test
    void aPublicationHoldsItsVerdict() {
        Publication publication = new Publication(APPROVING, Rounds.REVISION);
        assertThat(publication.verdict()).isEqualTo(APPROVING);
        assertThat(publication.revision()).isEqualTo(1);
        assertThat(publication.digest()).isEqualTo(Rounds.DIGEST);
        assertThat(publication.at()).isEqualTo(Rounds.AT);
        assertThat(publication).hasToString("revision 1, approved by gcm-2022/1 in round 1 of s-0001");
    }

    @Test
    void publicationsAreEqualIfVerdictAndRevisionAre() {
        Publication publication = new Publication(APPROVING, Rounds.REVISION);
        ContentDigest same = Rounds.DIGEST;
        PanelVerdict later = new PanelVerdict(ROUND, POLICY, VerdictOutcome.APPROVED, ROUND.seats(), Rounds.DUE);
        Publication equal = new Publication(verdict(ROUND, VerdictOutcome.APPROVED), Rounds.REVISION);
        assertThat(publication).isEqualTo(equal).hasSameHashCodeAs(equal);
        assertThat(publication).isNotEqualTo(new Publication(later, Rounds.REVISION));
        Publication again = new Publication(APPROVING, new Revision(3, same, Rounds.NOTE, Rounds.AT));
        assertThat(publication).isNotEqualTo(again).isNotEqualTo("revision 1");
        assertThat(publication.hashCode()).isNotEqualTo(again.hashCode());
    }

    private static PanelVerdict verdict(Round round, VerdictOutcome outcome) {
        return new PanelVerdict(round, POLICY, outcome, round.seats(), Rounds.AT);
    }
}
