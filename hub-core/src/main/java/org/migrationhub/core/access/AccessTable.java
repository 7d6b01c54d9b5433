package org.migrationhub.core.access;

import static org.migrationhub.core.access.Relation.FORMER;
import static org.migrationhub.core.access.Relation.INVITED;
import static org.migrationhub.core.access.Relation.NAMED;
import static org.migrationhub.core.access.Relation.NONE;
import static org.migrationhub.core.access.Relation.REPRESENTATIVE;
import static org.migrationhub.core.access.Relation.SEATED;
import static org.migrationhub.core.access.Relation.SUBMITTER;
import static org.migrationhub.core.access.Role.ADMINISTRATOR;
import static org.migrationhub.core.access.Role.CONTRIBUTOR;
import static org.migrationhub.core.access.Role.EDITOR;
import static org.migrationhub.core.access.Role.REVIEWER;
import static org.migrationhub.core.access.Role.SECRETARIAT;
import static org.migrationhub.core.access.Role.VISITOR;

import java.util.EnumSet;
import java.util.Set;
import org.migrationhub.core.review.StageName;

/**
 * The one table of who may do what, by role, relation to the item and stage of the item. What it doesn't grant is
 * denied. Whether an act is possible in a stage at all is the transition table's to say; here a stage matters only where
 * it changes who may see or do something.
 *
 * <p>Immutable and thread-safe; a look-up is one array read.
 */
public final class AccessTable {

    private static final Set<StageName> EVERY_STAGE = EnumSet.allOf(StageName.class);
    private static final Set<StageName> HANDED_IN = EnumSet.complementOf(EnumSet.of(StageName.DRAFT));
    private static final Set<StageName> WITH_PANEL = EnumSet.of(
            StageName.IN_REVIEW,
            StageName.CHANGES_REQUESTED,
            StageName.DECLINED,
            StageName.PUBLISHED,
            StageName.UPDATE_IN_REVIEW,
            StageName.UPDATE_CHANGES_REQUESTED);

    /** What the submitter may, and with them whoever acts on their behalf. */
    private static final Right[] OF_THE_SUBMITTER = {
        Right.SEE_STATUS,
        Right.SEE_DISCLOSURE,
        Right.SEE_CONTENT,
        Right.SEE_DRAFT,
        Right.SEE_OUTCOMES,
        Right.SAVE_DRAFT,
        Right.SUBMIT,
        Right.REVISE,
        Right.WITHDRAW
    };

    private static final Set<StageName> PUBLIC = EnumSet.of(
            StageName.PUBLISHED,
            StageName.UPDATE_SUBMITTED,
            StageName.UPDATE_IN_REVIEW,
            StageName.UPDATE_CHANGES_REQUESTED);

    private static final AccessTable STANDARD = new AccessTable()
            .grant(Set.of(VISITOR), Right.READ_PUBLIC)
            .grant(Set.of(CONTRIBUTOR), Right.START)
            .grant(Set.of(SECRETARIAT), Right.START_ON_BEHALF, Right.SEE_QUEUES, Right.KEEP_PEOPLE)
            .grant(
                    Set.of(ADMINISTRATOR),
                    Right.SEE_QUEUES,
                    Right.KEEP_PEOPLE,
                    Right.ERASE_PERSON,
                    Right.SEE_WHOLE_JOURNAL,
                    Right.KEEP_INDEX,
                    Right.GRANT_ROLES)
            .grant(Set.of(CONTRIBUTOR), Set.of(SUBMITTER), EVERY_STAGE, OF_THE_SUBMITTER)
            .grant(Set.of(SECRETARIAT), Set.of(REPRESENTATIVE), EVERY_STAGE, OF_THE_SUBMITTER)
            .grant(Set.of(SECRETARIAT), Set.of(NONE), HANDED_IN, Right.REPRESENT)
            .grant(
                    Set.of(REVIEWER),
                    Set.of(INVITED, SEATED),
                    WITH_PANEL,
                    Right.SEE_STATUS,
                    Right.SEE_DISCLOSURE,
                    Right.ACCEPT_SEAT,
                    Right.DECLINE_SEAT,
                    Right.RECUSE,
                    Right.REVIEW)
            .grant(Set.of(REVIEWER), Set.of(SEATED), WITH_PANEL, Right.SEE_CONTENT)
            .grant(
                    Set.of(SECRETARIAT),
                    Set.of(FORMER, NAMED, INVITED, SEATED),
                    HANDED_IN,
                    Right.SEE_STATUS,
                    Right.SEE_DISCLOSURE)
            .grant(
                    Set.of(SECRETARIAT),
                    Set.of(NONE),
                    HANDED_IN,
                    Right.SEE_STATUS,
                    Right.SEE_DISCLOSURE,
                    Right.SEE_CONTENT,
                    Right.SEE_OUTCOMES,
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
                    Right.RETRACT)
            .grant(Set.of(EDITOR), Set.of(NONE), PUBLIC, Right.SEE_STATUS, Right.FEATURE, Right.UNFEATURE)
            .grant(
                    Set.of(ADMINISTRATOR),
                    Set.of(NONE),
                    HANDED_IN,
                    Right.SEE_STATUS,
                    Right.SEE_DISCLOSURE,
                    Right.SEE_CONTENT,
                    Right.SEE_OUTCOMES,
                    Right.SEE_PANEL,
                    Right.SEE_JOURNAL);

    /** By role, relation and stage: one bit for each right. Hub-wide rights lie in the cells of no stage. */
    private final long[][][] cells =
            new long[Role.values().length][Relation.values().length][StageName.values().length];

    private final long[] hubWide = new long[Role.values().length];

    private AccessTable() {}

    /** The table by which the Hub works. */
    public static AccessTable standard() {
        return STANDARD;
    }

    /** Whether one of the actor's roles has this right on an item to which the actor stands in this relation. */
    public boolean permits(Actor actor, Relation relation, StageName stage, Right right) {
        for (Role role : actor.roles()) {
            if (permits(role, relation, stage, right)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the role has this right on an item at this relation and stage. */
    public boolean permits(Role role, Relation relation, StageName stage, Right right) {
        return has(cells[role.ordinal()][relation.ordinal()][stage.ordinal()], right);
    }

    /** Whether one of the actor's roles has this hub-wide right. */
    public boolean permits(Actor actor, Right right) {
        return actor.roles().stream().anyMatch(role -> has(hubWide[role.ordinal()], right));
    }

    private static boolean has(long cell, Right right) {
        return (cell & (1L << right.ordinal())) != 0;
    }

    private AccessTable grant(Set<Role> roles, Right... rights) {
        roles.forEach(role -> hubWide[role.ordinal()] |= mask(rights));
        return this;
    }

    private AccessTable grant(Set<Role> roles, Set<Relation> relations, Set<StageName> stages, Right... rights) {
        for (Role role : roles) {
            for (Relation relation : relations) {
                for (StageName stage : stages) {
                    cells[role.ordinal()][relation.ordinal()][stage.ordinal()] |= mask(rights);
                }
            }
        }
        return this;
    }

    private static long mask(Right... rights) {
        long mask = 0;
        for (Right right : rights) {
            mask |= 1L << right.ordinal();
        }
        return mask;
    }
}
