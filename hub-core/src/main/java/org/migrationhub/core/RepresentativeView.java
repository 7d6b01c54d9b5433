package org.migrationhub.core;

import java.time.Instant;
import org.migrationhub.core.content.PersonId;

/**
 * Somebody of the secretariat who acts on a submitter's behalf. The submitter is told by name: it is somebody to whom they
 * have written or spoken, and who answers for what is done in their name.
 *
 * @param person who
 * @param name theirs; empty once erased
 * @param reason how the submitter asked for it; empty once erased
 * @param since when it began
 */
public record RepresentativeView(PersonId person, String name, String reason, Instant since) {}
