package org.migrationhub.server.api;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.error.HubException;
import org.migrationhub.core.storage.StorageUnavailableException;
import org.migrationhub.server.account.LoginFailedException;
import org.migrationhub.server.account.OidcFailedException;
import org.migrationhub.server.account.OidcUnavailableException;
import org.migrationhub.server.account.Passwords;
import org.migrationhub.server.account.TooManyTriesException;
import org.migrationhub.server.json.InvalidBodyException;
import org.migrationhub.server.json.MalformedJsonException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the operations behind HTTP: finds out who asks, lets the handler answer, tells every exception as a problem, and
 * writes a line into the log. Thread-safe.
 */
public final class HttpFront {

    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);

    private final Services services;
    private final Doorkeeper doorkeeper;
    private final List<Operation> open;
    private final List<Operation> api = Api.operations();
    private final Pages pages;
    private final Routes routes;

    /**
     * A front of a hub.
     *
     * @param services what handlers work with
     * @param doorkeeper finds out who asks
     * @param readiness whether requests should be sent here
     * @param pages what people see
     */
    public HttpFront(Services services, Doorkeeper doorkeeper, Readiness readiness, Pages pages) {
        this.services = services;
        this.doorkeeper = doorkeeper;
        this.open = new HealthHandlers(readiness).operations();
        this.pages = pages;
        List<Operation> all = new ArrayList<>(open);
        all.addAll(api);
        all.addAll(pages.operations());
        this.routes = new Routes(all);
    }

    /** Installs everything. Nothing that the web framework or server would say by itself is left. */
    public void install(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.generateEtags = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.maxRequestSize = Bodies.MOST_BYTES;
        config.router.ignoreTrailingSlashes = false;
        config.router.javaLangErrorHandler((response, error) -> {
            LOG.error("The server has failed badly", error);
            response.setStatus(Problem.FAULT.status());
        });
        open.forEach(operation -> add(config, operation, false));
        api.forEach(operation -> add(config, operation, true));
        pages.operations().forEach(page -> add(config, page, called -> page(called, page)));
        routes.all()
                .forEach((path, methods) -> config.routes.addHttpHandler(
                        HandlerType.OPTIONS, path, context -> serve(context, path, options(methods))));
        config.routes.exception(HttpResponseException.class, (e, context) -> serve(context, "-", unrouted(e)));
        config.routes.exception(Exception.class, (e, context) -> serve(context, "-", failing(e)));
    }

    private void add(JavalinConfig config, Operation operation, boolean asksWho) {
        add(config, operation, called -> answer(called, operation, asksWho));
    }

    private void add(JavalinConfig config, Operation operation, Maker maker) {
        for (String method : Routes.methods(operation)) {
            config.routes.addHttpHandler(
                    HandlerType.findOrCreate(method),
                    operation.path(),
                    context -> serve(context, operation.path(), maker));
        }
    }

    /** Something that makes an answer, or throws. */
    private interface Maker {
        Answer of(Context context) throws Exception;
    }

    private void serve(Context context, String route, Maker maker) {
        try (RequestLog log = new RequestLog(context, route)) {
            Answer made = forReader(context, answerOrProblem(context, maker, log), log);
            Answer answer = log.answered(made).with("X-Request-Id", log.id());
            send(context, Bodies.drain(context) ? answer : answer.with("Connection", "close"));
        }
    }

    private Answer answerOrProblem(Context context, Maker maker, RequestLog log) {
        try {
            requireOwnMethod(context);
            return maker.of(context);
        } catch (ProblemException e) {
            return e.answer();
        } catch (MalformedJsonException e) {
            return Problems.of(e).answer();
        } catch (InvalidBodyException e) {
            return Problems.of(e).answer();
        } catch (LoginFailedException e) {
            return Problems.loginFailed().answer();
        } catch (OidcFailedException e) {
            LOG.warn("Somebody couldn't come in by an identity provider: {}", e.getMessage());
            return Problems.oidcFailed(e).answer();
        } catch (OidcUnavailableException e) {
            LOG.warn("An identity provider couldn't be reached: {}", String.valueOf(e.getCause()));
            return Problems.oidcUnavailable().answer();
        } catch (TooManyTriesException e) {
            return Problems.tooManyTries(e).answer();
        } catch (Passwords.BusyException e) {
            return Problems.busy().answer();
        } catch (StorageUnavailableException e) {
            LOG.warn("The storage couldn't be reached: {}", reason(e));
            return Problems.storageUnavailable().answer();
        } catch (Exception | StackOverflowError e) {
            LOG.error("The server has failed to answer", e);
            return Problems.fault(log.id()).answer();
        }
    }

    private Answer answer(Context context, Operation operation, boolean asksWho) {
        Actor actor = Actor.visitor();
        if (asksWho) {
            Door door = doorkeeper.open(context, operation);
            context.attribute(Ask.DOOR, door);
            actor = door.caller().actor();
        }
        String type = type(context, operation.produces());
        Query query = query(context).allowing(operation.parameters());
        try {
            return operation.handler().answer(new Ask(context, services, actor, query, type));
        } catch (HubException e) {
            throw Problems.of(e, actor);
        }
    }

    /** A page, which anybody sees alike, whatever else their browser sends. */
    private Answer page(Context context, Operation page) {
        Query query = query(context).keeping(page.parameters());
        try {
            return page.handler().answer(new Ask(context, services, Actor.visitor(), query, ""));
        } catch (HubException e) {
            throw Problems.of(e, Actor.visitor());
        }
    }

    /** A problem as a page, for somebody who came with a browser and not to the API. */
    private Answer forReader(Context context, Answer answer, RequestLog log) {
        if (!answer.type().equals(Problem.MEDIA_TYPE) || !wantsPages(context)) {
            return answer;
        }
        Query query = new Query(context.path(), Map.of());
        Ask ask = new Ask(context, services, Actor.visitor(), query, "");
        try {
            return pages.refusal(ask, answer, log.id());
        } catch (RuntimeException e) {
            LOG.error("The page that tells of a problem has failed", e);
            return answer;
        }
    }

    private static boolean wantsPages(Context context) {
        List<String> types = List.of(Problem.MEDIA_TYPE, Answer.JSON, Pages.HTML);
        return !(context.path() + "/").startsWith(Api.ROOT + "/")
                && Accept.best(context.header("Accept"), types)
                        .filter(Pages.HTML::equals)
                        .isPresent();
    }

    private static String type(Context context, List<String> produces) {
        return produces.isEmpty()
                ? ""
                : Accept.best(context.header("Accept"), produces)
                        .orElseThrow(() ->
                                Problem.NOT_ACCEPTABLE.plain("There is only " + String.join(" and ", produces) + "."));
    }

    /** What the system below said, in a line: an outage fails many requests. */
    private static String reason(StorageUnavailableException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }

    /** The framework would let a header field say that a POST is a DELETE. */
    private static void requireOwnMethod(Context context) {
        if (!context.req().getMethod().equals(context.method().name())) {
            throw Problem.HEADER_INVALID.plain("A header field can't change the method of a request here.");
        }
    }

    private static Query query(Context context) {
        try {
            return new Query(context.path(), context.queryParamMap());
        } catch (IllegalArgumentException e) {
            throw Problem.QUERY_INVALID.plain("The query isn't encoded as it should be.");
        }
    }

    private static Maker options(Collection<String> methods) {
        return context -> Answer.noContent().with("Allow", String.join(", ", methods));
    }

    /** What the framework found no route for, or refused by itself. */
    private Maker unrouted(HttpResponseException e) {
        return context -> {
            Collection<String> methods = routes.at(context.path());
            if (e.getStatus() == 404 || e.getStatus() == 405) {
                throw methods.isEmpty()
                        ? Problem.ROUTE_UNKNOWN.plain("See " + Api.ROOT + " for what there is.")
                        : Problems.methodNotAllowed(methods);
            }
            throw Problem.ofStatus(e.getStatus()).plain("The request couldn't be read.");
        };
    }

    private static Maker failing(Exception e) {
        return context -> {
            throw e;
        };
    }

    private static void send(Context context, Answer answer) {
        if (context.res().isCommitted()) {
            return; // it failed in the middle of an answer: nothing can be taken back, nothing may be added
        }
        context.status(answer.status());
        Map.of(
                        "Cache-Control", "no-store",
                        "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'",
                        "Referrer-Policy", "no-referrer",
                        "X-Content-Type-Options", "nosniff")
                .forEach(context::header);
        answer.headers().forEach(context::header);
        if (answer.type().isEmpty()) {
            return;
        }
        context.contentType(answer.type());
        if (answer.length() >= 0) {
            context.header("Content-Length", String.valueOf(answer.length()));
        }
        write(context, answer.body());
    }

    private static void write(Context context, Answer.Body body) {
        try {
            OutputStream out = context.outputStream();
            body.writeTo(out);
            out.flush();
        } catch (IOException e) {
            LOG.debug("The client has gone before it had the whole answer", e);
        } catch (RuntimeException e) {
            if (!context.res().isCommitted()) {
                context.res().reset(); // nobody has seen the beginning: a problem is told in its place
            }
            throw e;
        }
    }
}
