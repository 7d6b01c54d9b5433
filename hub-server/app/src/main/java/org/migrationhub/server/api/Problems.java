package org.migrationhub.server.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.HubException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.server.account.OidcFailedException;
import org.migrationhub.server.account.Scope;
import org.migrationhub.server.account.TooManyTriesException;
import org.migrationhub.server.json.InvalidBodyException;
import org.migrationhub.server.json.MalformedJsonException;
import org.migrationhub.server.json.Tree;

/** Which problem each exception is told as. Stateless and thread-safe. */
final class Problems {

    /** What a 404 says: the same whether there is nothing, or nothing that this caller may know of. */
    private static final String NOTHING_HERE = "There is nothing with this id, or nothing that you may know of.";

    private static final String INVALID_TOKEN = "Bearer error=\"invalid_token\"";

    private static final String RETRY_SECONDS = "5";

    private Problems() {}

    /** What the core says no with. */
    static ProblemException of(HubException e, Actor actor) {
        if (e instanceof NotFoundException) {
            return notFound();
        }
        if (e instanceof ForbiddenException forbidden) {
            return forbidden(forbidden, actor);
        }
        if (e instanceof WrongStageException wrong) {
            return wrongStage(wrong);
        }
        if (e instanceof StaleVersionException) {
            return stale();
        }
        return violated(Problem.REFUSED, ((RefusedException) e).violations());
    }

    static ProblemException of(InvalidBodyException e) {
        return violated(Problem.BODY_INVALID, e.violations());
    }

    static ProblemException of(MalformedJsonException e) {
        return Problem.JSON_MALFORMED.plain(String.valueOf(e.getMessage()));
    }

    static ProblemException notFound() {
        return Problem.NOT_FOUND.plain(NOTHING_HERE);
    }

    static ProblemException stale() {
        return Problem.STALE_VERSION.plain("Read it again and decide anew.");
    }

    static ProblemException tokenRequired() {
        return Problem.TOKEN_REQUIRED
                .plain("Send \"Authorization: Bearer\" and a token.")
                .with("WWW-Authenticate", "Bearer");
    }

    static ProblemException tokenUnknown() {
        return Problem.TOKEN_UNKNOWN
                .plain("The header field Authorization holds no bearer token that is known here.")
                .with("WWW-Authenticate", INVALID_TOKEN);
    }

    /** A token that an identity provider gave to somebody who can't be taken in. */
    static ProblemException tokenOfNobody(HubException e) {
        String reasons = e instanceof RefusedException refused
                ? refused.violations().stream().map(Violation::message).collect(Collectors.joining(" "))
                : "They are not to be registered.";
        return Problem.TOKEN_UNKNOWN
                .plain("Of whom the token tells can't be taken in: " + reasons)
                .with("WWW-Authenticate", INVALID_TOKEN);
    }

    /** A personal token that isn't good for something about oneself (RFC 6750). */
    static ProblemException scopeMissing(List<Scope> scopes) {
        List<String> codes = scopes.stream().map(Scope::code).toList();
        return Problem.SCOPE_MISSING
                .plain("This needs a token with the scope %s.".formatted(String.join(" or ", codes)))
                .with("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(codes.get(0)));
    }

    static ProblemException loginFailed() {
        return Problem.LOGIN_FAILED
                .plain("There is no account with this address and this password.")
                .with("WWW-Authenticate", "Bearer");
    }

    static ProblemException tooManyTries(TooManyTriesException e) {
        return Problem.TOO_MANY_TRIES
                .plain("Wait for %d seconds, or try from a browser that has been let in before.".formatted(e.seconds()))
                .with("Retry-After", String.valueOf(e.seconds()));
    }

    static ProblemException oidcFailed(OidcFailedException e) {
        return Problem.OIDC_FAILED.plain(String.valueOf(e.getMessage())).with("WWW-Authenticate", "Bearer");
    }

    static ProblemException oidcUnavailable() {
        return Problem.UNAVAILABLE
                .plain("The identity provider doesn't answer; ask again in some seconds.")
                .with("Retry-After", RETRY_SECONDS);
    }

    static ProblemException busy() {
        return Problem.UNAVAILABLE
                .plain("Too many log in at once; ask again in some seconds.")
                .with("Retry-After", RETRY_SECONDS);
    }

    static ProblemException methodNotAllowed(Collection<String> allowed) {
        return Problem.METHOD_NOT_ALLOWED
                .plain("Possible here: " + String.join(", ", allowed) + ".")
                .with("Allow", String.join(", ", allowed));
    }

    /** A fault of this server: nothing is told of it but where the log tells the rest. */
    static ProblemException fault(String logId) {
        Tree body = Problem.FAULT
                .fields()
                .put("detail", "It is noted in the server's log under this id.")
                .put("logId", logId);
        return new ProblemException(Problem.FAULT, body);
    }

    /** What the storage can't take or give at the moment: the database is restarted, its disk is full. */
    static ProblemException storageUnavailable() {
        return Problem.STORAGE_UNAVAILABLE
                .plain("Ask again in some seconds. What you asked for was most likely not done.")
                .with("Retry-After", RETRY_SECONDS);
    }

    /** A parameter of the query that is wrong. */
    static ProblemException query(String parameter, String code, String sentence) {
        Map<String, Object> violation = new Tree()
                .put("parameter", parameter)
                .put("code", code)
                .put("detail", sentence)
                .done();
        return new ProblemException(
                Problem.QUERY_INVALID,
                Problem.QUERY_INVALID.fields().put("detail", sentence).put("violations", List.of(violation)));
    }

    private static ProblemException forbidden(ForbiddenException e, Actor actor) {
        return actor.person() == null
                ? tokenRequired()
                : new ProblemException(
                        Problem.FORBIDDEN,
                        Problem.FORBIDDEN.fields().put("detail", e.reason()).put("act", e.act()));
    }

    private static ProblemException wrongStage(WrongStageException e) {
        Tree body = Problem.WRONG_STAGE
                .fields()
                .put("detail", e.getMessage())
                .put("act", e.act())
                .put("stage", e.stage())
                .put("seat", e.seat())
                .put("possible", e.possible());
        return new ProblemException(Problem.WRONG_STAGE, body);
    }

    private static ProblemException violated(Problem problem, List<Violation> violations) {
        String detail = violations.size() == 1
                ? violations.get(0).message()
                : "%d reasons; see \"violations\".".formatted(violations.size());
        Tree body = problem.fields().put("detail", detail).list("violations", violations, Problems::violation);
        return new ProblemException(problem, body);
    }

    static Map<String, Object> violation(Violation violation) {
        return new Tree()
                .put("pointer", violation.path())
                .put("code", violation.code())
                .put("detail", violation.message())
                .done();
    }
}
