package org.migrationhub.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Hub;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.api.Grant;

/**
 * Registers with an empty hub whom the configuration brings along, as the secretariat would. Needed only while the storage
 * forgets everybody.
 */
final class Register {

    private final PeopleDesk desk;
    private final List<String> reasons = new ArrayList<>();
    private final Map<String, OrganisationId> organisations = new TreeMap<>();

    private Register(Hub hub) {
        this.desk = hub.as(Actor.secretariat(new PersonId("configuration"))).people();
    }

    /**
     * Registers everybody.
     *
     * @return who has which token
     * @throws StartRefusedException with everything that the hub refuses
     */
    static List<Grant> fill(Hub hub, Settings settings) {
        Register register = new Register(hub);
        settings.organisations().forEach(register::add);
        List<Grant> grants = new ArrayList<>();
        settings.users().forEach(user -> {
            PersonId person = register.add(user);
            if (person != null) {
                grants.add(new Grant(user.secret(), user.name(), new Actor(person, Set.copyOf(user.roles()))));
            }
        });
        StartRefusedException.throwIfAny(register.reasons);
        return grants;
    }

    private void add(DeclaredOrganisation declared) {
        String[] aliases = declared.aliases().toArray(String[]::new);
        OrganisationId id = orRefused(
                "organisation." + declared.key(),
                () -> desk.addOrganisation(declared.name(), declared.sector(), aliases));
        if (id != null) {
            organisations.put(declared.key(), id);
        }
    }

    private @Nullable PersonId add(DeclaredUser user) {
        return orRefused("token." + user.key(), () -> {
            PersonId person = desk.register(user.name(), user.email());
            OrganisationId body = user.organisation() == null ? null : organisations.get(user.organisation());
            if (body != null) {
                desk.changeAffiliation(
                        person, body, desk.organisation(body).value().sector());
            }
            if (!user.languages().isEmpty()) {
                desk.enrol(person, RosterEntry.in(user.languages().toArray(Language[]::new)));
            }
            return person;
        });
    }

    private <T> @Nullable T orRefused(String key, Supplier<T> act) {
        try {
            return act.get();
        } catch (RefusedException e) {
            e.violations()
                    .forEach(violation ->
                            reasons.add(key + violation.path().replace('/', '.') + ": " + violation.message()));
            return null;
        }
    }
}
