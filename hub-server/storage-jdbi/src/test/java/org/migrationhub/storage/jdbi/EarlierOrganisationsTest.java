package org.migrationhub.storage.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.Hub;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.storage.OrganisationPlace;
import org.migrationhub.core.storage.OrganisationQuery;

/** What a program kept that listed organisations by their ids. */
class EarlierOrganisationsTest {

    private static final int MANY = 450;

    @Test
    void organisationsOfAnEarlierH2AreListedByTheirNames() throws Exception {
        try (HikariDataSource pool = H2Url.inMemory()) {
            whatWasKeptEarlierIsListedByName(pool);
        }
    }

    @Test
    void organisationsOfAnEarlierPostgresAreListedByTheirNames() throws Exception {
        try (HikariDataSource pool = TestPostgres.newDatabase().pool()) {
            whatWasKeptEarlierIsListedByName(pool);
        }
    }

    private static void whatWasKeptEarlierIsListedByName(HikariDataSource pool) throws SQLException {
        try (JdbiStorage storage = JdbiStorage.on(pool)) {
            PeopleDesk desk = Hub.builder()
                    .storage(storage)
                    .build()
                    .as(Actor.secretariat(new PersonId("office")))
                    .people();
            desk.addOrganisation("…", Sector.UN);
            IntStream.range(0, MANY).forEach(number -> desk.addOrganisation(name(MANY - 1 - number), Sector.UN));
        }
        RawSql.execute(
                pool,
                "drop index hub.organisation_by_place",
                "alter table hub.organisation drop column place",
                "delete from hub.migration where \"version\" in ('14', '15')");
        try (JdbiStorage storage = JdbiStorage.on(pool)) {
            List<Organisation> first =
                    storage.organisations(OrganisationQuery.all().limit(200));
            OrganisationPlace end = OrganisationPlace.of(first.get(199));
            List<Organisation> second =
                    storage.organisations(OrganisationQuery.all().limit(200).after(end));

            assertThat(first).extracting(Organisation::name).startsWith("…", name(0), name(1));
            assertThat(second)
                    .extracting(Organisation::name)
                    .isEqualTo(IntStream.range(199, 399)
                            .mapToObj(EarlierOrganisationsTest::name)
                            .toList());
        }
    }

    private static String name(int number) {
        return (number % 2 == 0 ? "Sample-%03d" : "SÄMPLE %03d").formatted(number);
    }
}
