package org.migrationhub.server.account;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.server.account.AccountTable.Row;
import org.migrationhub.server.account.OneTimeSecrets.Kept;
import org.migrationhub.server.account.OneTimeSecrets.Purpose;

/**
 * Who says who everybody else is, named by the configuration. Once somebody is an administrator and has a password, the
 * configuration changes nothing more. Thread-safe; of several servers that start at once each comes to the same end.
 */
public final class FirstAdministrator {

    /** Who stands in the journal and beside roles where the configuration says something. */
    static final PersonId CONFIGURATION = new PersonId("configuration");

    private final Parts parts;
    private final Registration registration;

    FirstAdministrator(Parts parts, Registration registration) {
        this.parts = parts;
        this.registration = registration;
    }

    /**
     * Sees to it that there is one.
     *
     * @param email of the first
     * @param password theirs; empty if they are to choose it
     * @return the address of the page where they choose it, for them alone; empty if there is nothing to choose
     */
    public Optional<String> ensure(EmailAddress email, String password) {
        if (parts.tables().read(parts.roles()::isAdministered)) {
            return Optional.empty();
        }
        PersonId id = new PersonId(
                UUID.nameUUIDFromBytes(("hub.properties/admin." + email.key()).getBytes(StandardCharsets.UTF_8))
                        .toString());
        Account there = parts.tables()
                .read(handle -> AccountTable.byAddress(handle, email))
                .map(Row::account)
                .orElse(null);
        PersonId person = there == null ? registration.person(email, id, "Administrator") : there.person();
        tell(person, there);
        String hash =
                password.isEmpty() ? null : parts.passwords().hash(password, Place.ofAccount(CONFIGURATION.value()));
        return parts.tables().write(handle -> {
            Account account = AccountTable.byAddress(handle, email)
                    .map(Row::account)
                    .orElseGet(() -> registration.make(handle, person, email, Account.UNSAID, hash));
            parts.roles().add(handle, account, Role.ADMINISTRATOR, CONFIGURATION);
            if (account.hasPassword()) {
                return Optional.empty();
            }
            String token = parts.secrets()
                    .keep(
                            handle,
                            new Kept(
                                    Purpose.RESET,
                                    account.id(),
                                    account.person(),
                                    email,
                                    "",
                                    null,
                                    account.language()));
            return Optional.of(parts.links().to("reset", account.language(), token));
        });
    }

    /** Writes it into the journal before it holds. */
    private void tell(PersonId person, @Nullable Account there) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(there == null ? Set.of(Role.CONTRIBUTOR) : parts.roles().of(there));
        if (roles.add(Role.ADMINISTRATOR)) {
            parts.people().recordRoles(Actor.administrator(CONFIGURATION), person, roles);
        }
    }
}
