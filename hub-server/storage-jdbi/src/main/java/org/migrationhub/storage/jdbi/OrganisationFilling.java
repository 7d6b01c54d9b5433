package org.migrationhub.storage.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.storage.OrganisationPlace;

/** Gives organisations that a program kept which listed them by their ids the places that they have by their names. */
final class OrganisationFilling extends Filling {

    private static final String PAGE =
            "select id, name from hub.organisation" + " where octet_length(place) = 0 and id > ? order by id limit 200";

    OrganisationFilling() {
        super("15", "places of organisations");
    }

    @Override
    String fill(Connection connection, String after) throws SQLException {
        String last = "";
        try (PreparedStatement statement = Statements.prepared(connection, PAGE, List.of(after));
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                last = rows.getString(1);
                Statements.update(
                        connection,
                        "update hub.organisation set place = ? where id = ?",
                        List.of(place(last, rows.getString(2)), last));
            }
        }
        return last;
    }

    private static byte[] place(String id, String name) {
        return OrganisationPlace.of(name, new OrganisationId(id)).key();
    }
}
