package org.migrationhub.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Hub;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.api.Grant;

/**
 * Registers with the hub whom the configuration brings along, as the secretariat would. Provisional, as the table of tokens
 * is.
 *
 * <p>Ids are made of the keys of the configuration, so that each start, and each of several servers that start at once,
 * comes to the same ones; of two that register somebody, one succeeds. Who is registered already stays as they are: what the
 * hub has recorded since counts, not what the file said once.
 */
final class Register {

    private final PeopleDesk desk;
    private final List<String> reasons = new ArrayList<>();

    private Register(Hub hub) {
        this.desk = hub.as(Actor.secretariat(new PersonId("configuration"))).people();
    }

    /**
     * Registers everybody who isn't.
     *
     * @return who has which token
     * @throws StartRefusedException with everything that the hub refuses
     */
    static List<Grant> fill(Hub hub, Settings settings) {
        Register register = new Register(hub);
        settings.organisations().forEach(register::add);
        settings.users().forEach(register::add);
        StartRefusedException.throwIfAny(register.reasons);
        return settings.users().stream()
                .map(user -> new Grant(user.secret(), user.name(), new Actor(id(user), user.roles())))
                .toList();
    }

    private void add(DeclaredOrganisation declared) {
        String[] aliases = declared.aliases().toArray(String[]::new);
        once(
                "organisation." + declared.key(),
                () -> desk.addOrganisation(id(declared.key()), declared.name(), declared.sector(), aliases));
    }

    private void add(DeclaredUser user) {
        String key = "token." + user.key();
        once(
                key,
                () -> desk.register(
                        id(user),
                        new Profile(user.name(), user.email()),
                        user.organisation() == null ? null : id(user.organisation()),
                        entry(user)));
        if (reasons.isEmpty() && desk.person(id(user)).value().erased()) {
            reasons.add(key + ": this person's data was erased; remove the token, which still names them.");
        }
    }

    private void once(String key, Runnable act) {
        try {
            act.run();
        } catch (StaleVersionException e) {
            // registered at an earlier start, or by another server in this moment
        } catch (RefusedException e) {
            e.violations()
                    .forEach(violation ->
                            reasons.add(key + violation.path().replace('/', '.') + ": " + violation.message()));
        }
    }

    private static @Nullable RosterEntry entry(DeclaredUser user) {
        return user.languages().isEmpty()
                ? null
                : RosterEntry.in(user.languages().toArray(Language[]::new));
    }

    private static PersonId id(DeclaredUser user) {
        return new PersonId(made("token." + user.key()));
    }

    private static OrganisationId id(String organisation) {
        return new OrganisationId(made("organisation." + organisation));
    }

    /** A digest, since an id must not tell who it is. */
    private static String made(String key) {
        return UUID.nameUUIDFromBytes(("hub.properties/" + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
