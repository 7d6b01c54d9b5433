package org.migrationhub.server.site.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Budget;
import org.migrationhub.server.api.Operation;

/**
 * A page that there is in every language.
 *
 * @param method of HTTP
 * @param path behind the language
 * @param handler what makes it
 * @param parameters which parameters of the query it looks at
 * @param manner what else is to be said of the operation
 */
public record Route(
        String method, String path, Handler handler, List<String> parameters, UnaryOperator<Operation> manner) {

    /** Makes the answer to a visit. */
    public interface Handler {
        /** The page, or what leads to another. */
        Answer answer(Visit visit);
    }

    /** Copies the list. */
    public Route {
        parameters = List.copyOf(parameters);
    }

    /** A page to be read, the same whoever reads it. */
    public static Route of(String path, Handler handler, String... parameters) {
        return new Route("GET", path, handler, List.of(parameters), UnaryOperator.identity());
    }

    /** What the form of a page leads to. */
    public static Route post(String path, Handler handler, String... parameters) {
        return new Route("POST", path, handler, List.of(parameters), UnaryOperator.identity());
    }

    /** For whoever is logged in, as whom it is asked for; anybody else logs in first. It tells what was {@link Done} before. */
    public Route personal() {
        Route telling = telling();
        return new Route(
                method,
                path,
                handler,
                telling.parameters,
                operation -> manner.apply(operation).personal());
    }

    /** Tells what was {@link Done} before. */
    public Route telling() {
        List<String> more = new ArrayList<>(parameters);
        more.add(Done.PARAMETER);
        return new Route(method, path, handler, more, manner);
    }

    /** Whoever one is: no session has a say in it. */
    public Route entrance() {
        return new Route(
                method,
                path,
                handler,
                parameters,
                operation -> manner.apply(operation).entrance());
    }

    /** Is the same for all who don't show any cookie, as long as nothing happens in the hub. */
    public Route shared() {
        return new Route(
                method,
                path,
                handler,
                parameters,
                operation -> manner.apply(operation).shared());
    }

    /** Is taken from this budget, too. */
    public Route within(Budget budget) {
        return new Route(
                method,
                path,
                handler,
                parameters,
                operation -> manner.apply(operation).within(budget));
    }

    /** The operation at a path that does this. */
    public Operation operation(String at, Operation.Handler answering) {
        return manner.apply(
                new Operation("page " + at, method, at, answering).taking(parameters.toArray(String[]::new)));
    }
}
