package org.migrationhub.server.site.secretariat;

import java.util.List;
import java.util.Map;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Seen;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/** The form of somebody's name and address. */
record ProfileForm(Visit visit) implements RecordForm {

    private static final String NAME = "name";
    private static final String EMAIL = "email";

    @Override
    public Typed filled(Person person) {
        Profile profile = person.profile();
        return Typed.of(Map.of(NAME, List.of(profile.name()), EMAIL, List.of(profile.email())));
    }

    @Override
    public Typed worded(Typed typed) {
        return typed;
    }

    @Override
    public boolean isDone(Person now, Typed typed) {
        return Seen.isSame(typed, filled(now));
    }

    @Override
    public boolean isApart(Person now, Typed typed) {
        return now.erased();
    }

    /** The former address is told: whoever keeps records could otherwise take somebody's place by an address of their own. */
    @Override
    public void save(PersonId id, long version, Typed typed) {
        visit.ask().correct(id, new Profile(typed.text(NAME), typed.text(EMAIL)), version);
    }

    @Override
    public Typed.Meanwhile told(String field, Map<String, List<String>> values) {
        String there = String.join("", values.getOrDefault(field, List.of()));
        String key = "secretariat.person." + field;
        return new Typed.Meanwhile(
                field,
                visit.voice().has(key) ? visit.voice().plain(key) : Said.unknown(field),
                field.equals(EMAIL) ? new Said(there, null, "ltr") : Said.unknown(there));
    }
}
