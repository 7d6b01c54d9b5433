package org.migrationhub.server.site.secretariat;

import java.util.List;
import java.util.Map;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Person;
import org.migrationhub.server.site.page.Typed;

/** A form that shows what stands in somebody's record, to be changed. */
interface RecordForm {

    /** The form with what is there. */
    Typed filled(Person person);

    /** What was typed as the form would show it once it is saved; as it is, where it can't be saved. */
    Typed worded(Typed typed);

    /** Whether the record is as the form would make it. */
    boolean isDone(Person now, Typed typed);

    /** Whether the record has become such that what was typed isn't brought together with it: whoever typed it must see that. */
    boolean isApart(Person now, Typed typed);

    /** Changes the record at this version to what was typed. */
    void save(PersonId id, long version, Typed typed);

    /** What somebody else has changed in a field. */
    Typed.Meanwhile told(String field, Map<String, List<String>> values);
}
