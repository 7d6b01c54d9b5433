package org.migrationhub.server.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Hub;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.server.api.Grant;

/**
 * The organisations of the demonstration, and people invented by role: nobody of these names exists, and the sample
 * reviewers of real organisations stand for nobody there.
 */
final class DemoPeople {

    private static final int CAPACITY = 3;

    /** Who can be told by one token. The last one takes no part: nobody has recorded where they belong. */
    private static final List<Somebody> ALL = List.of(
            person("demo-contributor", "Sample contributor 1 (IOM)", "iom", Role.CONTRIBUTOR),
            person("demo-contributor-2", "Sample contributor 2 (sample ministry)", "ministry", Role.CONTRIBUTOR),
            person("demo-secretariat", "Sample member of the secretariat", null, Role.SECRETARIAT),
            person("demo-administrator", "Sample administrator", null, Role.ADMINISTRATOR),
            reviewer(1, "IOM, UN", "iom", Language.EN, Language.FR, Language.ES, Language.AR),
            reviewer(2, "UNHCR, UN", "unhcr", Language.EN, Language.FR, Language.AR),
            reviewer(3, "UNICEF, UN", "unicef", Language.EN, Language.ES, Language.RU),
            reviewer(4, "sample university, non-UN", "university", Language.EN, Language.ES, Language.ZH),
            reviewer(5, "sample city, non-UN", "city", Language.EN, Language.ES, Language.FR),
            reviewer(6, "sample association of migrants, non-UN", "association", Language.EN, Language.AR, Language.ES),
            reviewer(7, "IFRC, non-UN", "ifrc", Language.EN, Language.FR),
            reviewer(8, "affiliation not recorded", null, Language.EN));

    private static final Somebody LAST = ALL.get(ALL.size() - 1);

    private final PeopleDesk desk;

    /**
     * Somebody of the demonstration.
     *
     * @param organisation the key of theirs; null if none is recorded
     * @param entry what a reviewer declares; null for others
     */
    private record Somebody(
            String token,
            String name,
            @Nullable String organisation,
            Role role,
            @Nullable RosterEntry entry) {

        /** The same at every start and on every server. It may tell who it is, since it is nobody. */
        PersonId id() {
            return new PersonId(token);
        }

        Grant grant() {
            return new Grant(token, name, Actor.of(id(), role));
        }
    }

    DemoPeople(Hub hub) {
        this.desk = hub.as(Actor.secretariat(new PersonId("demonstration"))).people();
    }

    /** Whether anybody of the demonstration is there. */
    static boolean areIn(HubStorage storage) {
        return storage.organisation(organisation("iom")).isPresent();
    }

    /** Whether the last one is there, who is registered when everything else has happened. */
    static boolean areAllIn(HubStorage storage) {
        return storage.person(LAST.id()).isPresent();
    }

    /** Who has which token. */
    static List<Grant> grants() {
        return ALL.stream().map(Somebody::grant).toList();
    }

    /** The actor with this token. */
    static Actor actor(String token) {
        return grants().stream()
                .filter(grant -> grant.token().equals(token))
                .findFirst()
                .orElseThrow()
                .actor();
    }

    /** Registers everybody but the last. */
    void register() {
        registerOrganisations();
        ALL.subList(0, ALL.size() - 1).forEach(this::register);
    }

    /** Registers the last one. */
    void registerLast() {
        register(LAST);
    }

    /** Everything in the register. */
    List<Organisation> organisations() {
        return desk.organisations(OrganisationQuery.all());
    }

    /** Registers somebody whom an item can name as focal point. */
    PersonId focalPoint() {
        return desk.register("Sample focal point", "");
    }

    private void registerOrganisations() {
        add(
                "iom",
                "International Organization for Migration",
                Sector.UN,
                "IOM",
                "OIM",
                "МОМ",
                "المنظمة الدولية للهجرة");
        add(
                "unhcr",
                "Office of the United Nations High Commissioner for Refugees",
                Sector.UN,
                "UNHCR",
                "ACNUR",
                "HCR",
                "УВКБ");
        add("undp", "United Nations Development Programme", Sector.UN, "UNDP", "PNUD", "ПРООН");
        add("unicef", "United Nations Children's Fund", Sector.UN, "UNICEF", "ЮНИСЕФ");
        add("ifrc", "International Federation of Red Cross and Red Crescent Societies", Sector.NON_UN, "IFRC", "FICR");
        add("icrc", "International Committee of the Red Cross", Sector.NON_UN, "ICRC", "CICR", "МККК");
        add("canada", "Government of Canada", Sector.NON_UN);
        add("ministry", "Sample ministry", Sector.NON_UN);
        add("university", "Sample university", Sector.NON_UN);
        add("city", "Sample city", Sector.NON_UN);
        add("association", "Sample association of migrants", Sector.NON_UN);
    }

    private void add(String key, String name, Sector sector, String... aliases) {
        desk.addOrganisation(organisation(key), name, sector, aliases);
    }

    private void register(Somebody somebody) {
        desk.register(
                somebody.id(),
                new Profile(somebody.name(), ""),
                somebody.organisation() == null ? null : organisation(somebody.organisation()),
                somebody.entry());
    }

    private static Somebody person(String token, String name, @Nullable String organisation, Role role) {
        return new Somebody(token, name, organisation, role, null);
    }

    private static Somebody reviewer(int number, String where, @Nullable String organisation, Language... languages) {
        RosterEntry entry = RosterEntry.in(languages)
                .expertIn(Objective.SAVE_LIVES, Objective.INTERNATIONAL_COOPERATION)
                .withCapacity(CAPACITY);
        String name = "Sample reviewer %d (%s)".formatted(number, where);
        return new Somebody("demo-reviewer-" + number, name, organisation, Role.REVIEWER, entry);
    }

    private static OrganisationId organisation(String key) {
        return new OrganisationId("demo-" + key);
    }
}
