package org.migrationhub.core.people;

/** Something that happened to the record of an organisation. */
public sealed interface OrganisationEvent extends HubEvent {

    /**
     * The organisation was registered, or its record was corrected.
     *
     * @param organisation the record from now on
     */
    record Recorded(Organisation organisation) implements OrganisationEvent {}
}
