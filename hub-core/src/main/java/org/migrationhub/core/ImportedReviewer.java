package org.migrationhub.core;

import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;

/**
 * Somebody from a roster that is kept elsewhere.
 *
 * @param id under which the person is, or is to be, registered here; it outlives an erasure, so it must not tell who it is
 * @param profile name and address; the address may be empty
 * @param organisation to which the person belongs, and to no other, on the side on which its people stand
 * @param entry what the person declares
 */
public record ImportedReviewer(PersonId id, Profile profile, OrganisationId organisation, RosterEntry entry) {}
