package org.migrationhub.server.json;

import org.jspecify.annotations.Nullable;

/**
 * One field of a form. Its value may be asked for once {@link Form#end()} has found nothing wrong.
 *
 * @param form to which it belongs
 * @param name of the field
 * @param given whether it was there, right or wrong
 * @param value what it held; null if it wasn't there or was wrong
 */
public record Field<T>(
        Form form, String name, boolean given, @Nullable T value) {

    /** Notes that it is missing, if it is. */
    public Field<T> required() {
        if (!given) {
            form.note(name, "field.required", "This field is required.");
        }
        return this;
    }

    /** What it holds; for a required field. */
    public T get() {
        if (value == null) {
            throw new IllegalStateException("The field " + name + " was not required");
        }
        return value;
    }

    /** What it holds, or something else if it wasn't there. */
    public T or(T otherwise) {
        return value == null ? otherwise : value;
    }
}
