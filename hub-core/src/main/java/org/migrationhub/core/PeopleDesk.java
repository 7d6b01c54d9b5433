package org.migrationhub.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.AccessTable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.FormRules;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.OrganisationEvent;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.Stored;

/**
 * What one actor may do with the records of organisations and persons, and with the roster. Errors are as in
 * {@link Desk}. Affiliations count from the moment they are recorded, for seats given from then on; nobody records their
 * own. Immutable and thread-safe.
 */
public final class PeopleDesk {

    /** Wide on purpose: whether an address is good shows when it is written to. Nothing in it is invisible or parts a list. */
    private static final Pattern ADDRESS = Pattern.compile(
            "[^\\s@<>,;:\"()\\[\\]\\\\\\p{Cc}\\p{Cf}\\p{Cs}]{1,64}"
                    + "@[^\\s@<>,;:\"()\\[\\]\\\\\\p{Cc}\\p{Cf}\\p{Cs}]{1,255}",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** RFC 5321, erratum 1690. */
    private static final int LONGEST_ADDRESS = 254;

    private final Hub hub;
    private final Actor actor;
    private final @Nullable Long expected;
    private final @Nullable String given;

    PeopleDesk(Hub hub, Actor actor, @Nullable Long expected, @Nullable String given) {
        this.hub = hub;
        this.actor = actor;
        this.expected = expected;
        this.given = given;
    }

    /**
     * The same desk, which changes only a record that is still at this version: {@link ChainHead#sequence} of what
     * {@link #person} and {@link #organisation} show.
     */
    public PeopleDesk ifVersion(long version) {
        return new PeopleDesk(hub, actor, version, given);
    }

    /**
     * Registers an organisation.
     *
     * @param name as it writes it itself
     * @param sector the side of the review rule on which its people stand
     * @param aliases other names and acronyms, in any language
     */
    public OrganisationId addOrganisation(String name, Sector sector, String... aliases) {
        OrganisationId id = new OrganisationId(newId());
        addOrganisation(id, name, sector, aliases);
        return id;
    }

    /**
     * Registers an organisation under an id that it has elsewhere already.
     *
     * @param id which no other has here
     * @param name as it writes it itself
     * @param sector the side of the review rule on which its people stand
     * @param aliases other names and acronyms, in any language
     * @throws StaleVersionException if there is an organisation with this id
     */
    public void addOrganisation(OrganisationId id, String name, Sector sector, String... aliases) {
        requireKeeping();
        requireNames(name, List.of(aliases));
        store(
                new Organisation(id, name, new TreeSet<>(List.of(aliases)), sector, null),
                ChainHead.empty(ChainId.of(id)));
    }

    /** Corrects an organisation's record. Decisions made before rest on what was recorded then. */
    public void updateOrganisation(Organisation organisation) {
        requireKeeping();
        requireNames(organisation.name(), List.copyOf(organisation.aliases()));
        requireNoCircle(organisation);
        Contest contest = new Contest();
        while (true) {
            Stored<Organisation> stored = organisation(organisation.id());
            requireVersion("organisation", organisation.id().value(), stored);
            try {
                store(organisation, contest.on(stored.head()));
                return;
            } catch (StaleVersionException e) {
                // two corrections at once: the later one stands
            }
        }
    }

    /** An organisation's record, with its version. */
    public Stored<Organisation> organisation(OrganisationId id) {
        requireKnown();
        return hub.storage().organisation(id).orElseThrow(() -> new NotFoundException("organisation", id.value()));
    }

    /** The organisations that a query shows. Whoever is known to the Hub may look one up. */
    public List<Organisation> organisations(OrganisationQuery query) {
        requireKnown();
        return hub.storage().organisations(query);
    }

    /**
     * Registers somebody whom an item names, or who is to take part.
     *
     * @param name the full name
     * @param email where the Hub may write to them; may be empty
     */
    public PersonId register(String name, String email) {
        if (!may(Right.KEEP_PEOPLE) && !may(Right.START)) {
            throw new ForbiddenException(Right.KEEP_PEOPLE.code(), "Your role doesn't allow it.");
        }
        Profile profile = checked(new Profile(name, email));
        PersonId id = new PersonId(newId());
        store(new Person(id, profile), ChainHead.empty(ChainId.of(id)), new PersonEvent.Registered());
        return id;
    }

    /**
     * Registers a reviewer: the person, their affiliation from now on, and what they declare on the roster.
     *
     * @param name the full name
     * @param email where the Hub may write to them; may be empty
     * @param organisation to which the person belongs, on the side on which its people stand
     * @param entry what the person declares
     */
    public PersonId addReviewer(String name, String email, OrganisationId organisation, RosterEntry entry) {
        PersonId id = new PersonId(newId());
        register(id, new Profile(name, email), organisation, entry);
        return id;
    }

    /**
     * Registers somebody under an id that they have elsewhere already, with all that is known of them: in one step, so that
     * whoever finds the person finds the rest.
     *
     * @param id which nobody else has here; it outlives an erasure, so it must not tell who it is
     * @param profile name and address; the address may be empty
     * @param organisation to which the person belongs from now on, on the side on which its people stand; null for none
     * @param entry what a reviewer declares; null for somebody who isn't to be on the roster
     * @throws StaleVersionException if there is, or was, somebody with this id
     */
    public void register(
            PersonId id, Profile profile, @Nullable OrganisationId organisation, @Nullable RosterEntry entry) {
        requireKeepingOthers(id);
        List<Violation> violations = malformed(profile);
        violations.addAll(entry == null ? List.of() : unknownConflicts(entry, hub.storage()));
        refuse(violations);
        List<PersonEvent> events = new ArrayList<>(List.of(new PersonEvent.Registered()));
        if (organisation != null) {
            Sector sector = organisation(organisation).value().sector();
            events.add(new PersonEvent.AffiliationRecorded(affiliation(organisation, sector), false));
        }
        if (entry != null) {
            events.add(new PersonEvent.RosterChanged(entry));
        }
        store(new Person(id, profile), ChainHead.empty(ChainId.of(id)), events.toArray(PersonEvent[]::new));
    }

    /** Corrects name and address; one's own, or as one who keeps the records. */
    public void updateProfile(PersonId id, Profile profile) {
        requireSelfOrKeeping(id);
        Profile corrected = checked(profile);
        change(id, person -> person.with(corrected), new PersonEvent.ProfileChanged());
    }

    /** Records that a person belongs to an organisation from now on and to no other. */
    public void changeAffiliation(PersonId id, OrganisationId organisation, Sector sector) {
        requireKeepingOthers(id);
        organisation(organisation);
        Affiliation next = affiliation(organisation, sector);
        change(id, new PersonEvent.AffiliationRecorded(next, false));
    }

    /** Records that a person belongs to a further organisation from now on. */
    public void addAffiliation(PersonId id, OrganisationId organisation, Sector sector) {
        requireKeepingOthers(id);
        organisation(organisation);
        Affiliation next = affiliation(organisation, sector);
        change(id, new PersonEvent.AffiliationRecorded(next, true));
    }

    /**
     * Records that a person no longer belongs to an organisation from now on.
     *
     * @throws NotFoundException if they don't belong to it
     */
    public void endAffiliation(PersonId id, OrganisationId organisation) {
        requireKeepingOthers(id);
        Instant now = hub.now();
        if (!stored(id).value().affiliations().includes(organisation, now)) {
            throw new NotFoundException("affiliation", organisation.value());
        }
        change(id, new PersonEvent.AffiliationEnded(organisation, now));
    }

    /** Puts a person on the roster, or changes what they declare there. A reviewer may change their own declaration. */
    public void enrol(PersonId id, RosterEntry entry) {
        boolean ownEntry = id.equals(actor.person()) && person(id).value().roster() != null;
        if (!ownEntry) {
            requireKeepingOthers(id);
        }
        refuse(unknownConflicts(entry, hub.storage()));
        change(id, new PersonEvent.RosterChanged(entry));
    }

    /** Takes a person off the roster. A reviewer may leave it. */
    public void leaveRoster(PersonId id) {
        requireSelfOrKeeping(id);
        change(id, new PersonEvent.RosterChanged(null));
    }

    /**
     * Records what a person is to the Hub from now on, for whoever lets people act: so that who could do what, and who said
     * so, is found in the journal. The Hub keeps no roles itself, and goes by those of the {@link Actor} alone.
     *
     * @param roles all that the person is; that everybody is a visitor needn't be said
     */
    public void recordRoles(PersonId id, Set<Role> roles) {
        if (!may(Right.GRANT_ROLES)) {
            throw new ForbiddenException(Right.GRANT_ROLES.code(), "Your role doesn't allow it.");
        }
        TreeSet<String> codes = new TreeSet<>();
        roles.stream().filter(role -> role != Role.VISITOR).forEach(role -> codes.add(role.code()));
        change(id, new PersonEvent.RolesChanged(codes));
    }

    /** A person's record, with its version: one's own, or any for those who keep the records. */
    public Stored<Person> person(PersonId id) {
        requireSelfOrKeeping(id);
        return stored(id);
    }

    /** The persons that a query shows, for those who keep the records. */
    public List<Person> people(PersonQuery query) {
        requireKeeping();
        return hub.storage().people(query);
    }

    /**
     * Erases what identifies a person, every comment and reason that they wrote, and what they drafted and never handed in,
     * about which nobody has decided. Past decisions stay provable: they refer to the person by id. Should it be cut off,
     * {@link Hub#forgetDrafts} brings it to its end.
     */
    public void erase(PersonId id) {
        if (!may(Right.ERASE_PERSON)) {
            throw new ForbiddenException(Right.ERASE_PERSON.code(), "Your role doesn't allow it.");
        }
        change(id, new PersonEvent.Erased());
        hub.storage().forgetDrafts();
    }

    private void change(PersonId id, PersonEvent event) {
        change(id, UnaryOperator.identity(), event);
    }

    /** Stores what the event makes of the person, and beside it what no event says. */
    private void change(PersonId id, UnaryOperator<Person> correction, PersonEvent event) {
        Contest contest = new Contest();
        while (true) {
            Stored<Person> stored = stored(id);
            if (stored.value().erased()) {
                throw new NotFoundException("person", id.value());
            }
            requireVersion("person", id.value(), stored);
            try {
                store(correction.apply(stored.value()), contest.on(stored.head()), event);
                return;
            } catch (StaleVersionException e) {
                // somebody else corrected the record meanwhile: correct what it has become
            }
        }
    }

    private void requireVersion(String kind, String id, Stored<?> stored) {
        long present = stored.head().sequence();
        if (expected != null && expected != present) {
            throw new StaleVersionException(kind, id, expected, present);
        }
    }

    private String newId() {
        return given == null ? hub.newId() : given;
    }

    private Stored<Person> stored(PersonId id) {
        return hub.storage().person(id).orElseThrow(() -> new NotFoundException("person", id.value()));
    }

    private Affiliation affiliation(OrganisationId organisation, Sector sector) {
        return new Affiliation(organisation, sector, hub.now(), null);
    }

    private void store(Person before, ChainHead head, PersonEvent... events) {
        Person after = before;
        for (PersonEvent event : events) {
            after = after.after(event);
        }
        hub.commit(new Commit.OfPerson(after, head, Entry.next(head, actor, hub.now(), List.of(events))));
    }

    private void store(Organisation organisation, ChainHead head) {
        List<OrganisationEvent> events = List.of(new OrganisationEvent.Recorded(organisation));
        hub.commit(new Commit.OfOrganisation(organisation, head, Entry.next(head, actor, hub.now(), events)));
    }

    private boolean may(Right right) {
        hub.refuseErased(actor);
        return AccessTable.standard().permits(actor, right);
    }

    private void requireKeeping() {
        if (!may(Right.KEEP_PEOPLE)) {
            throw new ForbiddenException(Right.KEEP_PEOPLE.code(), "Your role doesn't allow it.");
        }
    }

    private void requireKeepingOthers(PersonId id) {
        requireKeeping();
        if (id.equals(actor.person())) {
            throw new ForbiddenException(
                    Right.KEEP_PEOPLE.code(), "Nobody records their own affiliation or enrolment.");
        }
    }

    private void requireSelfOrKeeping(PersonId id) {
        if (!id.equals(actor.person()) && !may(Right.KEEP_PEOPLE)) {
            throw new NotFoundException("person", id.value());
        }
    }

    private void requireKnown() {
        hub.refuseErased(actor);
        if (actor.person() == null) {
            throw new ForbiddenException(Right.KEEP_PEOPLE.code(), "Only somebody who is known can look this up.");
        }
    }

    /** A body must not be part of itself by way of others. */
    private void requireNoCircle(Organisation organisation) {
        Set<OrganisationId> passed = new HashSet<>();
        OrganisationId wider = organisation.partOf();
        while (wider != null && passed.add(wider)) {
            if (wider.equals(organisation.id())) {
                throw new RefusedException(
                        new Violation("/partOf", "organisation.circle", "It would be part of itself."));
            }
            wider = hub.storage()
                    .organisation(wider)
                    .orElseThrow(() -> new RefusedException(
                            new Violation("/partOf", "organisation.unknown", "No such organisation is registered.")))
                    .value()
                    .partOf();
        }
    }

    private static void requireNames(String name, List<String> aliases) {
        refuse(malformedNames(name, aliases));
    }

    static List<Violation> malformedNames(String name, List<String> aliases) {
        List<Violation> violations = new ArrayList<>(FormRules.malformedName("/name", name));
        for (int index = 0; index < aliases.size(); index++) {
            violations.addAll(FormRules.malformedName("/aliases/" + index, aliases.get(index)));
        }
        return violations;
    }

    /** A conflict that is declared with nobody would bar nobody. */
    static List<Violation> unknownConflicts(RosterEntry entry, HubStorage storage) {
        return entry.conflicts().stream()
                .filter(id -> storage.organisation(id).isEmpty())
                .map(id -> new Violation(
                        "/conflicts",
                        "organisation.unknown",
                        "No organisation with the id \"" + id.value() + "\" is registered."))
                .toList();
    }

    private static Profile checked(Profile profile) {
        refuse(malformed(profile));
        return profile;
    }

    static List<Violation> malformed(Profile profile) {
        List<Violation> violations = new ArrayList<>(FormRules.malformedName("/name", profile.name()));
        if (!profile.email().isEmpty() && !isAddress(profile.email())) {
            violations.add(new Violation("/email", "email.invalid", "Give an address such as name@example.org."));
        }
        return violations;
    }

    private static boolean isAddress(String text) {
        return text.length() <= LONGEST_ADDRESS && ADDRESS.matcher(text).matches();
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new RefusedException(violations);
        }
    }
}
