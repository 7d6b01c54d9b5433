package org.migrationhub.server.api;

import java.util.List;

/**
 * Something that can be asked for.
 *
 * @param id its stable name, the same as in the OpenAPI document
 * @param method of HTTP
 * @param path with parameters in braces
 * @param parameters which parameters its query takes; any other is refused
 * @param produces the media types of its answer, the usual one first; empty if it answers with whatever there is
 * @param handler what does it
 */
public record Operation(
        String id, String method, String path, List<String> parameters, List<String> produces, Handler handler) {

    /** Parses, asks the core, renders. */
    public interface Handler {
        /** What is answered. */
        Answer answer(Ask ask);
    }

    /** Copies the lists. */
    public Operation {
        parameters = List.copyOf(parameters);
        produces = List.copyOf(produces);
    }

    /** One without parameters that answers in JSON. */
    public Operation(String id, String method, String path, Handler handler) {
        this(id, method, path, List.of(), List.of(Answer.JSON), handler);
    }

    /** The same with these parameters. */
    public Operation taking(String... some) {
        return new Operation(id, method, path, List.of(some), produces, handler);
    }

    /** The same with answers of these types. */
    public Operation producing(String... types) {
        return new Operation(id, method, path, parameters, List.of(types), handler);
    }
}
