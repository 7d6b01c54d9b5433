package org.migrationhub.server.site.page;

import java.util.Set;
import org.migrationhub.core.access.AccessTable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Relation;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.review.StageName;
import org.migrationhub.server.api.Ask;
import org.migrationhub.server.api.Door;

/**
 * Who looks at a page: what the frame shows of it, and what its forms send along.
 *
 * @param actor who
 * @param formToken what shows that a form was made by this site for this session; empty for whoever isn't logged in
 */
public record Viewer(Actor actor, String formToken) {

    private static final Viewer NOBODY = new Viewer(Actor.visitor(), "");

    /** Who asks; nobody where that isn't known. */
    static Viewer of(Ask ask) {
        if (!ask.hasDoor() || ask.door().caller().session() == null) {
            return NOBODY;
        }
        Door door = ask.door();
        return new Viewer(door.caller().actor(), door.formToken());
    }

    /** Whether it is known who. */
    public boolean isIn() {
        return !formToken.isEmpty();
    }

    /** Whether they may submit. */
    public boolean submits() {
        return may(Right.START);
    }

    /** Whether they may act on somebody else's behalf. */
    public boolean represents() {
        return may(Right.START_ON_BEHALF);
    }

    /** Whether they are asked to review. */
    public boolean reviews() {
        return roles().contains(Role.REVIEWER);
    }

    /** Whether they see what waits for the secretariat. */
    public boolean screens() {
        return may(Right.SEE_QUEUES);
    }

    /** Whether they may say what is shown before others. */
    public boolean features() {
        return isIn() && AccessTable.standard().permits(actor, Relation.NONE, StageName.PUBLISHED, Right.FEATURE);
    }

    /** Whether they keep the records of people. */
    public boolean keepsPeople() {
        return may(Right.KEEP_PEOPLE);
    }

    private boolean may(Right right) {
        return isIn() && AccessTable.standard().permits(actor, right);
    }

    private Set<Role> roles() {
        return actor.roles();
    }
}
