package org.migrationhub.server.form;

import java.util.Arrays;
import java.util.Optional;
import org.migrationhub.core.people.Sector;
import org.migrationhub.server.json.Field;
import org.migrationhub.server.json.Form;

/** Reads on which side of the review rule somebody stands. Stateless and thread-safe. */
public final class SectorForm {

    private SectorForm() {}

    /** The side that a form names. */
    public static Field<Sector> of(Form form) {
        return form.code("sector", SectorForm::find, "un, non-un or undetermined");
    }

    private static Optional<Sector> find(String code) {
        return Arrays.stream(Sector.values())
                .filter(sector -> sector.code().equals(code))
                .findFirst();
    }
}
