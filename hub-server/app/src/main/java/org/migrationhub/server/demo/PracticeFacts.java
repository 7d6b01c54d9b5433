package org.migrationhub.server.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a published practice, as {@code practices.json} has it. Missing is unknown. */
record PracticeFacts(
        String title,
        @Nullable String url,
        String language,
        List<String> countries,
        List<String> regions,
        List<String> local,
        @Nullable String geographicScope,
        List<Integer> objectivesSecondary,
        List<Integer> objectivesViaCall,
        @Nullable Integer dateStart,
        @Nullable Integer dateEnd,
        boolean ongoing,
        @Nullable String type,
        List<String> mainImplementers,
        List<String> otherOrganizations,
        List<String> partners) {

    PracticeFacts {
        countries = orNone(countries);
        regions = orNone(regions);
        local = orNone(local);
        objectivesSecondary = orNone(objectivesSecondary);
        objectivesViaCall = orNone(objectivesViaCall);
        mainImplementers = orNone(mainImplementers);
        otherOrganizations = orNone(otherOrganizations);
        partners = orNone(partners);
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
