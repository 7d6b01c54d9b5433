package org.migrationhub.server;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.account.Accounts;
import org.migrationhub.server.api.Grant;
import org.migrationhub.server.message.Recipients;

/**
 * What accounts and the tokens of the configuration say of those who get messages. Thread-safe.
 *
 * @param accounts of people
 * @param grants of the configuration
 */
record Correspondents(Accounts accounts, List<Grant> grants) implements Recipients {

    @Override
    public Optional<Language> language(PersonId person) {
        return accounts.language(person);
    }

    @Override
    public Set<Role> roles(PersonId person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(accounts.granted(person));
        configured(person).forEach(actor -> roles.addAll(actor.roles()));
        return roles;
    }

    @Override
    public boolean isNamedAdministrator(PersonId person) {
        return accounts.isNamedAdministrator(person)
                || configured(person).anyMatch(actor -> actor.roles().contains(Role.ADMINISTRATOR));
    }

    private Stream<Actor> configured(PersonId person) {
        return grants.stream().map(Grant::actor).filter(actor -> person.equals(actor.person()));
    }
}
