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
record Operation(
        String id, String method, String path, List<String> parameters, List<String> produces, Handler handler) {

    /** Parses, asks the core, renders. */
    interface Handler {
        Answer answer(Ask ask);
    }

    Operation {
        parameters = List.copyOf(parameters);
        produces = List.copyOf(produces);
    }

    Operation(String id, String method, String path, Handler handler) {
        this(id, method, path, List.of(), List.of(Answer.JSON), handler);
    }

    Operation taking(String... some) {
        return new Operation(id, method, path, List.of(some), produces, handler);
    }

    Operation producing(String... types) {
        return new Operation(id, method, path, parameters, List.of(types), handler);
    }
}
