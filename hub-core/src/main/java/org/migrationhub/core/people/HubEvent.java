package org.migrationhub.core.people;

/**
 * Something that happened to one aggregate (a submission, a person, an organisation): the journal writes it down and
 * the aggregate's state is what its events make of it.
 *
 * <p>Events carry ids, codes, digests and instants. They never carry names, addresses or free text, so that a person's
 * data can be erased without touching them.
 */
public interface HubEvent {}
