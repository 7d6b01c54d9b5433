package org.migrationhub.server.site;

import java.util.List;
import org.migrationhub.server.api.Answer;

/**
 * A page that there is in every language.
 *
 * @param method of HTTP
 * @param path behind the language
 * @param handler what makes it
 * @param parameters which parameters of the query it looks at
 */
record Route(String method, String path, Handler handler, List<String> parameters) {

    /** Makes the answer to a visit. */
    interface Handler {
        Answer answer(Visit visit);
    }

    Route {
        parameters = List.copyOf(parameters);
    }

    static Route of(String path, Handler handler, String... parameters) {
        return new Route("GET", path, handler, List.of(parameters));
    }
}
