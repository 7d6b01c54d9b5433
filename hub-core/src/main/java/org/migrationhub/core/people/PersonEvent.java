package org.migrationhub.core.people;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.OrganisationId;

/** Something that happened to a person's record; never with a name or address. */
public sealed interface PersonEvent extends HubEvent {

    /** The Hub came to know the person. */
    record Registered() implements PersonEvent {}

    /** Name or address were corrected. */
    record ProfileChanged() implements PersonEvent {}

    /**
     * An affiliation was recorded, in place of those that held at its beginning or beside them.
     *
     * @param affiliation what was recorded
     * @param beside whether the others go on
     */
    record AffiliationRecorded(Affiliation affiliation, boolean beside) implements PersonEvent {}

    /**
     * An affiliation ended without a new one.
     *
     * @param organisation to whom the person belonged
     * @param until the first instant at which it no longer holds
     */
    record AffiliationEnded(OrganisationId organisation, Instant until) implements PersonEvent {}

    /**
     * The person joined the roster, changed what they declared there, or left it.
     *
     * @param entry what is declared from now on; null when the person left
     */
    record RosterChanged(@Nullable RosterEntry entry) implements PersonEvent {}

    /**
     * Somebody said what the person is to the Hub from now on. The Hub itself keeps no roles: whoever lets people act does,
     * and this tells what they go by.
     *
     * @param roles the codes of all that they are
     */
    record RolesChanged(SortedSet<String> roles) implements PersonEvent {

        /** Copies the roles. */
        public RolesChanged {
            roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        }
    }

    /** The person's name, address and notes were erased on request. */
    record Erased() implements PersonEvent {}
}
