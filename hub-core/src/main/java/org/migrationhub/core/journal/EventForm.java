package org.migrationhub.core.journal;

import java.util.function.BiConsumer;
import java.util.function.Function;
import org.migrationhub.core.people.HubEvent;

/**
 * How one kind of event is written.
 *
 * @param type its code: the field {@code type}
 * @param event its class
 * @param writer writes its other fields
 * @param reader reads them
 */
record EventForm<E extends HubEvent>(
        String type, Class<E> event, BiConsumer<E, FieldWriter> writer, Function<FieldReader, E> reader) {

    void write(HubEvent some, FieldWriter out) {
        writer.accept(event.cast(some), out.code("type", type));
    }
}
