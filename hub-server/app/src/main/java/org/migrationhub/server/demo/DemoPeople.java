package org.migrationhub.server.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.migrationhub.core.Hub;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
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

    private final PeopleDesk desk;
    private final Map<String, OrganisationId> organisations = new LinkedHashMap<>();
    private final List<Grant> grants = new ArrayList<>();

    DemoPeople(Hub hub) {
        this.desk = hub.as(Actor.secretariat(new PersonId("demonstration"))).people();
    }

    /** Registers everybody. */
    DemoPeople register() {
        registerOrganisations();
        person("demo-contributor", "Sample contributor 1 (IOM)", "iom", Role.CONTRIBUTOR);
        person("demo-contributor-2", "Sample contributor 2 (sample ministry)", "ministry", Role.CONTRIBUTOR);
        person("demo-secretariat", "Sample member of the secretariat", "", Role.SECRETARIAT);
        person("demo-administrator", "Sample administrator", "", Role.ADMINISTRATOR);
        reviewer(1, "IOM, UN", "iom", Language.EN, Language.FR, Language.ES, Language.AR);
        reviewer(2, "UNHCR, UN", "unhcr", Language.EN, Language.FR, Language.AR);
        reviewer(3, "UNICEF, UN", "unicef", Language.EN, Language.ES, Language.RU);
        reviewer(4, "sample university, non-UN", "university", Language.EN, Language.ES, Language.ZH);
        reviewer(5, "sample city, non-UN", "city", Language.EN, Language.ES, Language.FR);
        reviewer(6, "sample association of migrants, non-UN", "association", Language.EN, Language.AR, Language.ES);
        reviewer(7, "IFRC, non-UN", "ifrc", Language.EN, Language.FR);
        undeterminedReviewer();
        return this;
    }

    /** Who was given which token. */
    List<Grant> grants() {
        return grants;
    }

    /** The actor with this token. */
    Actor actor(String token) {
        return grants.stream()
                .filter(grant -> grant.token().equals(token))
                .findFirst()
                .orElseThrow()
                .actor();
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
        organisations.put(key, desk.addOrganisation(name, sector, aliases));
    }

    private void person(String token, String name, String organisation, Role role) {
        PersonId id = desk.register(name, "");
        OrganisationId body = organisations.get(organisation);
        if (body != null) {
            desk.changeAffiliation(id, body, desk.organisation(body).value().sector());
        }
        grants.add(new Grant(token, name, Actor.of(id, role)));
    }

    private void reviewer(int number, String where, String organisation, Language... languages) {
        String name = "Sample reviewer %d (%s)".formatted(number, where);
        OrganisationId body = Objects.requireNonNull(organisations.get(organisation));
        PersonId id = desk.addReviewer(name, "", body, entry(languages));
        grants.add(new Grant("demo-reviewer-" + number, name, Actor.reviewer(id)));
    }

    /** On the roster, but nobody has recorded where this one belongs: may fill no seat. */
    private void undeterminedReviewer() {
        PersonId id = desk.register("Sample reviewer 8 (affiliation not recorded)", "");
        desk.enrol(id, entry(Language.EN));
        grants.add(new Grant("demo-reviewer-8", "Sample reviewer 8 (affiliation not recorded)", Actor.reviewer(id)));
    }

    private static RosterEntry entry(Language... languages) {
        return RosterEntry.in(languages)
                .expertIn(Objective.SAVE_LIVES, Objective.INTERNATIONAL_COOPERATION)
                .withCapacity(CAPACITY);
    }
}
