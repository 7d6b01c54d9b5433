package org.migrationhub.server.message;

import java.util.Optional;
import java.util.Set;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.vocabulary.Language;

/** What is known of people beside the hub's records, as by their accounts. Thread-safe. */
public interface Recipients {

    /** The language in which somebody wants to be written to; empty if they haven't said so. */
    Optional<Language> language(PersonId person);

    /** What somebody is to the Hub at this moment, beside what the roster says. */
    Set<Role> roles(PersonId person);

    /** Whether the configuration itself says that somebody is an administrator. */
    boolean isNamedAdministrator(PersonId person);
}
