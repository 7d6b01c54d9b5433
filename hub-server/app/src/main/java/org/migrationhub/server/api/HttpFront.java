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
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.PersonId;
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
public final class HttpFront implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpFront.class);

    /** Every method that anything is done by; others the framework refuses. */
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS");

    /** Where there is what is told by {@link Routes}, which find it sooner than the framework. */
    private static final String EVERYWHERE = "*";

    /** How many threads requests hold at most at the same time, but for the moment that it takes to refuse one. */
    public static final int MOST_THREADS = Doors.MOST_THREADS;

    private final Services services;
    private final Doorkeeper doorkeeper;
    private final Repeats repeats;
    private final Metrics metrics;
    private final Doors doors;
    private final List<Operation> open;
    private final List<Operation> api = Api.operations();
    private final PageFront pages;
    private final PublicAnswers answers;
    private final Routes<Route> routes = new Routes<>();

    /**
     * A front of a hub.
     *
     * @param services what handlers work with
     * @param doorkeeper finds out who asks
     * @param readiness whether requests should be sent here
     * @param pages what people see
     * @param settings what the installation says of its doors
     */
    public HttpFront(
            Services services, Doorkeeper doorkeeper, Readiness readiness, Pages pages, FrontSettings settings) {
        this.services = services;
        this.doorkeeper = doorkeeper;
        this.repeats = services.repeats();
        this.metrics = new Metrics(readiness, services.messages()::counts);
        this.open = Stream.concat(
                        new HealthHandlers(readiness).operations().stream(),
                        Stream.of(new Operation("readMetrics", "GET", "/metrics", this::metrics).producing()))
                .toList();
        this.pages = new PageFront(pages, services, doorkeeper);
        this.answers = new PublicAnswers(services.hub()::publicState, metrics);
        List<Operation> all = new ArrayList<>(open);
        all.addAll(api);
        all.addAll(pages.operations());
        this.doors = new Doors(settings, all, metrics);
        open.forEach(operation -> add(operation, called -> answer(called, operation, false)));
        api.forEach(operation -> add(operation, called -> answer(called, operation, true)));
        this.pages.operations().forEach(page -> add(page, this.pages.maker(page)));
    }

    private void add(Operation operation, Maker maker) {
        String path = operation.path();
        Route route = new Route(path, doors.admitting(path, answers.of(operation, maker)));
        Routes.methods(operation).forEach(method -> routes.add(method, path, route));
    }

    /**
     * Where an address leads.
     *
     * @param path with its parameters in braces
     */
    private record Route(String path, Maker maker) {}

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
        METHODS.forEach(
                method -> config.routes.addHttpHandler(HandlerType.findOrCreate(method), EVERYWHERE, this::serve));
        config.routes.exception(
                HttpResponseException.class,
                (e, context) -> serve(context, "-", doors.admitting("-", same -> refused(same, e))));
        config.routes.exception(Exception.class, (e, context) -> serve(context, "-", doors.admitting("-", failing(e))));
    }

    /** Something that makes an answer, or throws. */
    interface Maker {
        Answer of(Context context) throws Exception;
    }

    private void serve(Context context) {
        String method = context.method().name();
        Routes.Found<Route> found = routes.find(method, context.path());
        if (found != null) {
            context.attribute(Ask.PARAMETERS, found.parameters());
            serve(context, found.route().path(), found.route().maker());
        } else {
            serve(context, "-", doors.admitting("-", this::elsewhere));
        }
    }

    /** What is asked of a place where it isn't to be had. */
    private Answer elsewhere(Context context) {
        Collection<String> methods = routes.at(context.path());
        if (methods.isEmpty()) {
            throw Problem.ROUTE_UNKNOWN.plain("See " + Api.ROOT + " for what there is.");
        }
        if (context.method().name().equals("OPTIONS")) {
            return Answer.noContent().with("Allow", String.join(", ", methods));
        }
        throw Problems.methodNotAllowed(methods);
    }

    private void serve(Context context, String route, Maker maker) {
        try (RequestLog log = new RequestLog(context, route, metrics)) {
            Answer told = pages.forReader(context, answerOrProblem(context, maker, log), log.id());
            Answer answer = log.answered(doors.finish(context, told));
            send(context, answer, log.id(), doors.isIn(context) && Bodies.drain(context));
        } finally {
            doors.leave(context);
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
        Actor actor = asksWho ? whoAsks(context, operation) : Actor.visitor();
        requireSomebody(context, operation, actor);
        String type = type(context, operation.produces());
        Query query = query(context).allowing(operation.parameters());
        boolean tried = operation.is(Trait.TRIABLE) && query.flag(Operation.DRY_RUN);
        if (tried && asksWho) {
            context.attribute(
                    Ask.DOOR,
                    Objects.requireNonNull(context.<Door>attribute(Ask.DOOR)).rehearsing());
        }
        Version.require(operation, context.header("If-Match"));
        Ask ask = new Ask(context, tried ? services.rehearsing() : services, actor, query, type);
        try {
            return tried ? Trial.told(operation, operation.handler().answer(ask)) : done(context, operation, ask);
        } catch (HubException e) {
            throw Problems.of(e, actor);
        }
    }

    private Actor whoAsks(Context context, Operation operation) {
        try {
            Door door = doorkeeper.open(context, operation);
            context.attribute(Ask.DOOR, door);
            return door.caller().actor();
        } catch (HubException e) { // whoever comes for the first time by a token is registered here, and may be refused
            throw Problems.tokenOfNobody(e);
        } catch (OidcFailedException e) {
            LOG.warn("A token couldn't be verified: {}", e.getMessage());
            throw Problems.tokenUnknown();
        }
    }

    /**
     * Nobody's body is read where a person is needed. What is about an item says more, or less: there may be none for whoever
     * isn't known.
     */
    private static void requireSomebody(Context context, Operation operation, Actor actor) {
        if (actor.person() == null
                && !operation.method().equals("GET")
                && Bodies.isThere(context)
                && !operation.is(Trait.ENTRANCE)
                && !operation.path().startsWith(Api.at("submissions/{id}"))) {
            throw Problems.tokenRequired();
        }
    }

    private Answer done(Context context, Operation operation, Ask ask) {
        PersonId person = ask.actor().person();
        Optional<RequestKey> key = person != null && operation.is(Trait.REPEATABLE)
                ? RequestKey.of(context, operation, person)
                : Optional.empty();
        return key.isEmpty()
                ? operation.handler().answer(ask)
                : repeats.once(key.get(), reservation -> operation.handler().answer(ask.under(reservation)));
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

    static Query query(Context context) {
        try {
            return new Query(context.path(), context.queryParamMap());
        } catch (IllegalArgumentException e) {
            throw Problem.QUERY_INVALID.plain("The query isn't encoded as it should be.");
        }
    }

    /** What the framework refused by itself. */
    private Answer refused(Context context, HttpResponseException e) {
        if (e.getStatus() == 404 || e.getStatus() == 405) {
            return elsewhere(context);
        }
        throw Problem.ofStatus(e.getStatus()).plain("The request couldn't be read.");
    }

    private static Maker failing(Exception e) {
        return context -> {
            throw e;
        };
    }

    private Answer metrics(Ask ask) {
        return doors.metrics(ask.context());
    }

    /** Tells in the metrics whether a thread, which should never end, goes on. */
    public void watch(String thread, BooleanSupplier alive) {
        metrics.watch(thread, alive);
    }

    /** Forgets the kept answers of which nobody may ask again. */
    public void sweep() {
        repeats.sweep();
    }

    /** Ends what counts requests. */
    @Override
    public void close() {
        metrics.close();
    }

    private static void send(Context context, Answer answer, String id, boolean goesOn) {
        if (context.res().isCommitted()) {
            return; // it failed in the middle of an answer: nothing can be taken back, nothing may be added
        }
        context.status(answer.status());
        SecurityHeaders.ALL.forEach((name, value) -> {
            if (!answer.headers().containsKey(name)) {
                context.header(name, value);
            }
        });
        answer.headers().forEach(context::header);
        context.header("X-Request-Id", id);
        if (!goesOn) {
            context.header("Connection", "close");
        }
        if (answer.type().isEmpty()) {
            context.res().setContentType(null); // the framework has named one already
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
