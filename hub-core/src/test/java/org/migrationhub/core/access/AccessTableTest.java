package org.migrationhub.core.access;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.TransitionTable;

/** Every cell of the table against {@code access-table.txt}, and what must hold whatever that file says. */
class AccessTableTest {

    private static final AccessTable TABLE = AccessTable.standard();
    private static final String HUB_WIDE = "hub-wide";
    private static final PersonId ANA = new PersonId("ana");

    /** By role and relation, as "role, relation": by right, the marks of the stages. */
    private static final Map<String, Map<String, String>> EXPECTED = read();

    private static final Set<Right> OF_THE_PANEL = EnumSet.of(
            Right.SEE_PANEL,
            Right.SEE_CANDIDATES,
            Right.SEE_JOURNAL,
            Right.RETURN,
            Right.DECLINE,
            Right.SEAT_PANEL,
            Right.FILL_SEAT,
            Right.REPLACE_SEAT,
            Right.SEAT_FURTHER,
            Right.CLOSE_ROUND,
            Right.FEATURE,
            Right.UNFEATURE,
            Right.RETRACT);

    @Test
    void everyRoleAndRelationIsStated() {
        Stream<String> pairs = Arrays.stream(Role.values())
                .flatMap(role -> Arrays.stream(Relation.values()).map(relation -> pair(role, relation)));
        assertThat(EXPECTED.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(pairs, Stream.of(HUB_WIDE)).toList());
    }

    @Test
    void everyCellIsAsStated() {
        int cells = 0;
        int granted = 0;
        for (Role role : Role.values()) {
            for (Relation relation : Relation.values()) {
                for (StageName stage : StageName.values()) {
                    for (Right right : Right.values()) {
                        boolean expected = isExpected(role, relation, stage, right);
                        assertThat(TABLE.permits(role, relation, stage, right))
                                .as("%s, %s, %s, %s", role, relation, stage, right)
                                .isEqualTo(expected);
                        cells++;
                        granted += expected ? 1 : 0;
                    }
                }
            }
        }
        System.out.println("access table: " + cells + " cells decided, " + granted + " of them granted");
        assertThat(cells).isEqualTo(7 * 7 * 11 * 36);
    }

    @Test
    void everyHubWideRightIsAsStated() {
        for (Role role : Role.values()) {
            Set<String> granted = Arrays.stream(Right.values())
                    .filter(right -> TABLE.permits(as(role), right))
                    .map(Right::code)
                    .collect(toCollection(TreeSet::new));
            Set<String> expected = new TreeSet<>(hubWide(role));
            expected.addAll(hubWide(Role.VISITOR));
            assertThat(granted).as("%s", role).isEqualTo(expected);
        }
    }

    @Test
    void thereIsOneTable() {
        assertThat(AccessTable.standard()).isNotNull().isSameAs(TABLE);
    }

    @Test
    void everyStatedRightExists() {
        Set<String> codes = Arrays.stream(Right.values()).map(Right::code).collect(toCollection(TreeSet::new));
        EXPECTED.forEach((pair, rights) -> {
            if (!pair.equals(HUB_WIDE)) {
                assertThat(codes).containsAll(rights.keySet());
            }
        });
    }

    @Test
    void aVisitorReadsWhatIsPublicAndNothingElse() {
        for (Relation relation : Relation.values()) {
            assertThat(rights(Role.VISITOR, relation)).isEmpty();
        }
        assertThat(Arrays.stream(Right.values()).filter(right -> TABLE.permits(Actor.visitor(), right)))
                .containsExactly(Right.READ_PUBLIC);
    }

    @Test
    void nobodyButTheSubmittersSideSeesADraft() {
        for (Role role : Role.values()) {
            for (Relation relation : Relation.values()) {
                boolean submits = role == Role.CONTRIBUTOR && relation == Relation.SUBMITTER
                        || role == Role.SECRETARIAT && relation == Relation.REPRESENTATIVE;
                for (Right right : Right.values()) {
                    assertThat(!submits && TABLE.permits(role, relation, StageName.DRAFT, right))
                            .as("%s, %s, %s in draft", role, relation, right)
                            .isFalse();
                }
                assertThat(rights(role, relation).contains(Right.SEE_DRAFT)).isEqualTo(submits);
            }
        }
    }

    @Test
    void whoRepresentsTheSubmitterHasTheirRightsAndNoOther() {
        for (StageName stage : StageName.values()) {
            for (Right right : Right.values()) {
                boolean submitters = TABLE.permits(Role.CONTRIBUTOR, Relation.SUBMITTER, stage, right);
                for (Role role : Role.values()) {
                    assertThat(TABLE.permits(role, Relation.REPRESENTATIVE, stage, right))
                            .as("%s, %s, %s", role, stage, right)
                            .isEqualTo(role == Role.SECRETARIAT && submitters);
                }
            }
        }
    }

    @Test
    void onlyTheSecretariatActsOnSomebodysBehalf() {
        for (Role role : Role.values()) {
            assertThat(TABLE.permits(as(role), Right.START_ON_BEHALF)).isEqualTo(role == Role.SECRETARIAT);
            for (Relation relation : Relation.values()) {
                assertThat(rights(role, relation).contains(Right.REPRESENT))
                        .isEqualTo(role == Role.SECRETARIAT && relation == Relation.NONE);
            }
        }
    }

    @Test
    void nobodyCloseToAnItemHasAHandInItsPanel() {
        for (Role role : Role.values()) {
            for (Relation close : EnumSet.complementOf(EnumSet.of(Relation.NONE))) {
                assertThat(rights(role, close)).as("%s, %s", role, close).doesNotContainAnyElementsOf(OF_THE_PANEL);
            }
        }
    }

    @Test
    void onlyTheSubmittersSideAndTheSecretariatDecideAnythingButASeatAndWhatIsFeatured() {
        Set<Right> ofSubmitters = EnumSet.of(Right.SAVE_DRAFT, Right.SUBMIT, Right.REVISE, Right.WITHDRAW);
        Set<Right> onBehalf = EnumSet.copyOf(ofSubmitters);
        onBehalf.add(Right.REPRESENT);
        Set<Right> ofSeats = EnumSet.of(Right.ACCEPT_SEAT, Right.DECLINE_SEAT, Right.RECUSE, Right.REVIEW);
        assertThat(acts(Role.VISITOR)).isEmpty();
        assertThat(acts(Role.MODERATOR)).isEmpty();
        assertThat(acts(Role.EDITOR)).isEqualTo(EnumSet.of(Right.FEATURE, Right.UNFEATURE));
        assertThat(acts(Role.ADMINISTRATOR)).isEmpty();
        assertThat(acts(Role.REVIEWER)).isEqualTo(ofSeats);
        assertThat(acts(Role.CONTRIBUTOR)).isEqualTo(ofSubmitters);
        Set<Right> decisions = acts(Role.SECRETARIAT);
        assertThat(decisions).containsAll(onBehalf);
        decisions.removeAll(onBehalf);
        assertThat(decisions)
                .isEqualTo(EnumSet.of(
                        Right.RETURN,
                        Right.DECLINE,
                        Right.SEAT_PANEL,
                        Right.FILL_SEAT,
                        Right.REPLACE_SEAT,
                        Right.SEAT_FURTHER,
                        Right.CLOSE_ROUND,
                        Right.FEATURE,
                        Right.UNFEATURE,
                        Right.RETRACT));
    }

    @Test
    void aReviewerSeesContentOnlyAfterDeclaringNoConflict() {
        for (Relation relation : Relation.values()) {
            assertThat(rights(Role.REVIEWER, relation).contains(Right.SEE_CONTENT))
                    .isEqualTo(relation == Relation.SEATED);
        }
    }

    @Test
    void whoJudgesSeesNeitherThePanelNorItsOutcomes() {
        for (Relation relation : Relation.values()) {
            assertThat(rights(Role.REVIEWER, relation)).doesNotContain(Right.SEE_PANEL, Right.SEE_OUTCOMES);
        }
    }

    @Test
    void whoSeesAnythingKnowsThatTheItemExists() {
        for (Role role : Role.values()) {
            for (Relation relation : Relation.values()) {
                for (StageName stage : StageName.values()) {
                    boolean any = Arrays.stream(Right.values())
                            .anyMatch(right -> TABLE.permits(role, relation, stage, right));
                    assertThat(TABLE.permits(role, relation, stage, Right.SEE_STATUS))
                            .isEqualTo(any);
                }
            }
        }
    }

    @Test
    void everyPossibleActIsSomebodysToDo() {
        for (StageName stage : StageName.values()) {
            for (Act act : TransitionTable.standard().acts(stage)) {
                assertThat(isSomebodys(stage, Right.to(act)))
                        .as("%s in %s", act, stage)
                        .isTrue();
            }
        }
    }

    @Test
    void aHubWideRightConcernsNoItemAndTheReverse() {
        for (Right right : Right.values()) {
            boolean onItems = Arrays.stream(Role.values())
                    .anyMatch(role -> Arrays.stream(Relation.values())
                            .anyMatch(relation -> rights(role, relation).contains(right)));
            boolean wide = Arrays.stream(Role.values()).anyMatch(role -> TABLE.permits(as(role), right));
            assertThat(wide).as("%s", right).isEqualTo(right.isHubWide());
            assertThat(onItems).as("%s", right).isEqualTo(!right.isHubWide());
        }
    }

    @Test
    void anActorHasTheRightsOfAllTheirRoles() {
        Actor both = Actor.of(ANA, Role.CONTRIBUTOR, Role.ADMINISTRATOR);
        assertThat(TABLE.permits(both, Right.START)).isTrue();
        assertThat(TABLE.permits(both, Right.ERASE_PERSON)).isTrue();
        assertThat(TABLE.permits(both, Right.READ_PUBLIC)).isTrue();
        for (Relation relation : Relation.values()) {
            for (StageName stage : StageName.values()) {
                for (Right right : Right.values()) {
                    assertThat(TABLE.permits(both, relation, stage, right))
                            .isEqualTo(TABLE.permits(Role.CONTRIBUTOR, relation, stage, right)
                                    || TABLE.permits(Role.ADMINISTRATOR, relation, stage, right));
                }
            }
        }
    }

    private static boolean isExpected(Role role, Relation relation, StageName stage, Right right) {
        String marks = EXPECTED.get(pair(role, relation)).getOrDefault(right.code(), "");
        return !marks.isEmpty() && marks.charAt(stage.ordinal()) == 'x';
    }

    private static List<String> hubWide(Role role) {
        String rights = EXPECTED.get(HUB_WIDE).get(role.code());
        return rights.equals("nothing") ? List.of() : List.of(rights.split(" "));
    }

    private static boolean isSomebodys(StageName stage, Right right) {
        return Arrays.stream(Role.values())
                .anyMatch(role -> Arrays.stream(Relation.values())
                        .anyMatch(relation -> TABLE.permits(role, relation, stage, right)));
    }

    private static Set<Right> rights(Role role, Relation relation) {
        return Arrays.stream(Right.values())
                .filter(right -> Arrays.stream(StageName.values())
                        .anyMatch(stage -> TABLE.permits(role, relation, stage, right)))
                .collect(toCollection(() -> EnumSet.noneOf(Right.class)));
    }

    private static Set<Right> acts(Role role) {
        Set<Right> acts = EnumSet.noneOf(Right.class);
        for (Relation relation : Relation.values()) {
            acts.addAll(rights(role, relation));
        }
        acts.retainAll(Arrays.stream(Act.values()).map(Right::to).toList());
        return acts;
    }

    private static Actor as(Role role) {
        return Actor.of(ANA, role);
    }

    private static String pair(Role role, Relation relation) {
        return role.code() + ", " + relation.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Map<String, String>> read() {
        Map<String, Map<String, String>> pairs = new LinkedHashMap<>();
        String pair = "";
        for (String line : lines()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.strip().split(" {2,}");
            if (!line.startsWith(" ")) {
                pair = words[0];
                pairs.put(pair, new LinkedHashMap<>());
            } else if (pair.equals(HUB_WIDE)) {
                pairs.get(pair).put(words[0], words[1]);
            } else {
                pairs.get(pair).put(words[0], marks(words[1]));
            }
        }
        return pairs;
    }

    private static String marks(String written) {
        String marks = written.replace(" ", "");
        assertThat(marks).matches("[x.]{11}");
        return marks;
    }

    private static List<String> lines() {
        try (InputStream in = AccessTableTest.class.getResourceAsStream("access-table.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
