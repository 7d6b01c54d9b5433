package org.migrationhub.core.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.migrationhub.core.people.HubEvent;

/** Events as trees and back; {@code JOURNAL-FORMAT.md} lists their fields. Stateless and thread-safe. */
final class EventCodec {

    private static final List<EventForm<?>> FORMS = Stream.of(
                    SubmissionEventForms.all(), PeopleEventForms.all(), CheckpointForm.all())
            .flatMap(List::stream)
            .toList();
    private static final Map<String, EventForm<?>> BY_TYPE = by(EventForm::type);
    private static final Map<Class<?>, EventForm<?>> BY_CLASS = by(EventForm::event);

    private EventCodec() {}

    static List<EventForm<?>> forms() {
        return FORMS;
    }

    /** Refuses an event that the journal doesn't know. */
    static void write(HubEvent event, FieldWriter out) {
        EventForm<?> form = BY_CLASS.get(event.getClass());
        if (form == null) {
            throw new IllegalArgumentException("The journal has no form for " + event.getClass());
        }
        form.write(event, out);
    }

    /** Refuses an unknown type, and a missing, wrong or unknown field. */
    static HubEvent read(FieldReader in) {
        return in.<EventForm<?>>code("type", type -> Optional.ofNullable(BY_TYPE.get(type)))
                .reader()
                .apply(in);
    }

    private static <K> Map<K, EventForm<?>> by(Function<EventForm<?>, K> key) {
        Map<K, EventForm<?>> found = new LinkedHashMap<>();
        FORMS.forEach(form -> found.put(key.apply(form), form));
        return found;
    }
}
