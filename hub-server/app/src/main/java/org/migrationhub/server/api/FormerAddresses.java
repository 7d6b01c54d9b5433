package org.migrationhub.server.api;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.storage.PersonQuery;

/** The addresses of people before many of them are changed at once, so that each former one is told. Not thread-safe. */
final class FormerAddresses {

    private static final int PAGE = 200;

    private final Ask ask;
    private final Map<PersonId, String> before = new HashMap<>();

    FormerAddresses(Ask ask) {
        this.ask = ask;
    }

    /** Notes them, if any of them may be changed. */
    void note(boolean mayChange) {
        if (mayChange) {
            each(before::put);
        }
    }

    /** Tells those that were noted and aren't the same any more. */
    void tell() {
        if (!before.isEmpty()) {
            each((person, present) ->
                    ask.door().accounts().addressReplaced(person, before.getOrDefault(person, ""), present));
        }
    }

    private void each(BiConsumer<PersonId, String> consumer) {
        PersonQuery query = PersonQuery.all().limit(PAGE);
        List<Person> page = ask.people().people(query);
        while (!page.isEmpty()) {
            page.forEach(person -> consumer.accept(person.id(), person.profile().email()));
            page = ask.people().people(query.after(page.get(page.size() - 1).id()));
        }
    }
}
