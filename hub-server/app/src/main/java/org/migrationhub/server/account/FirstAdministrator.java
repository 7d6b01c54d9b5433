package org.migrationhub.server.account;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
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
        boolean has = parts.tables()
                .read(handle -> AccountTable.byAddress(handle, email))
                .isPresent();
        PersonId person = has ? id : registration.person(email, id, "Administrator");
        String hash = password.isEmpty() ? null : parts.passwords().hash(password);
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
}
