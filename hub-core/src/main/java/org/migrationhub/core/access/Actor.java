package org.migrationhub.core.access;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;

/**
 * Who acts: a person in their roles, or an anonymous visitor. Whoever makes an actor vouches for it; the core doesn't
 * know passwords.
 *
 * @param person who; null for a visitor
 * @param roles what they are to the Hub; {@link Role#VISITOR} always among them
 */
public record Actor(@Nullable PersonId person, Set<Role> roles) {

    private static final Actor VISITOR = new Actor(null, Set.of());

    /** Adds the role that everybody has. Refuses other roles for nobody. */
    public Actor {
        if (person == null && !Set.of(Role.VISITOR).containsAll(roles)) {
            throw new IllegalArgumentException("Only a person can be " + roles);
        }
        EnumSet<Role> all = EnumSet.of(Role.VISITOR);
        all.addAll(roles);
        roles = Collections.unmodifiableSet(all);
    }

    /** Anybody. */
    public static Actor visitor() {
        return VISITOR;
    }

    /** A person in these roles. */
    public static Actor of(PersonId person, Role... roles) {
        return new Actor(person, Set.of(roles));
    }

    /** Somebody who submits. */
    public static Actor contributor(PersonId person) {
        return of(person, Role.CONTRIBUTOR);
    }

    /** Somebody who reviews. */
    public static Actor reviewer(PersonId person) {
        return of(person, Role.REVIEWER);
    }

    /** Somebody of the secretariat. */
    public static Actor secretariat(PersonId person) {
        return of(person, Role.SECRETARIAT);
    }

    /** Somebody who runs the installation. */
    public static Actor administrator(PersonId person) {
        return of(person, Role.ADMINISTRATOR);
    }
}
