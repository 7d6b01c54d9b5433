package org.migrationhub.server.api;

import java.util.Map;
import org.migrationhub.server.json.Tree;

/**
 * The one table of errors: every answer that says no is one of these, as {@code application/problem+json} (RFC 9457).
 * Codes are stable; titles are for people.
 */
enum Problem {
    JSON_MALFORMED(400, "json-malformed", "The body is no JSON that is accepted here"),
    BODY_INVALID(400, "body-invalid", "The body is not of the form that is asked for"),
    QUERY_INVALID(400, "query-invalid", "A parameter of the query is wrong"),
    HEADER_INVALID(400, "header-invalid", "A header field is wrong"),
    REQUEST_MALFORMED(400, "request-malformed", "The request is malformed"),
    TOKEN_REQUIRED(401, "token-required", "Say who you are"),
    TOKEN_UNKNOWN(401, "token-unknown", "Nobody has this token"),
    LOGIN_FAILED(401, "login-failed", "Address and password don't belong together"),
    OIDC_FAILED(401, "oidc-failed", "The identity provider doesn't let you in"),
    FORM_TOKEN_MISSING(403, "form-token-missing", "The form token of your session is missing"),
    CROSS_SITE(403, "cross-site", "This didn't come from here"),
    SESSION_REQUIRED(403, "session-required", "Log in for this"),
    SCOPE_MISSING(403, "scope-missing", "Your token isn't good for this"),
    FORBIDDEN(403, "forbidden", "You may not do this"),
    NOT_FOUND(404, "not-found", "There is no such thing"),
    ROUTE_UNKNOWN(404, "route-unknown", "There is nothing at this address"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This can't be done at this address"),
    NOT_ACCEPTABLE(406, "not-acceptable", "There is no such form of the answer"),
    REQUEST_TIMEOUT(408, "request-timeout", "The request took too long to come"),
    WRONG_STAGE(409, "wrong-stage", "This is not possible now"),
    KEY_IN_USE(409, "idempotency-key-in-use", "The first request under this key isn't answered yet"),
    GONE(410, "gone", "The item was taken down"),
    STALE_VERSION(412, "stale-version", "It has changed since you read it"),
    BODY_TOO_LARGE(413, "body-too-large", "The body is too large"),
    URI_TOO_LONG(414, "uri-too-long", "The address is too long"),
    MEDIA_TYPE_UNSUPPORTED(415, "media-type-unsupported", "The body is not of a type that is accepted here"),
    REFUSED(422, "refused", "Rules speak against it"),
    KEY_REUSED(422, "idempotency-key-reused", "Something else was asked for under this key"),
    VERSION_REQUIRED(428, "version-required", "Say which version you have seen"),
    TOO_MANY_REQUESTS(429, "too-many-requests", "You ask too often"),
    TOO_MANY_TRIES(429, "too-many-tries", "This was tried too often"),
    HEADERS_TOO_LARGE(431, "headers-too-large", "The header fields are too large"),
    FAULT(500, "fault", "The server has failed"),
    STORAGE_UNAVAILABLE(503, "storage-unavailable", "What is kept can't be reached now"),
    UNAVAILABLE(503, "unavailable", "The server can't answer now");

    /** Where the kinds of problem are described. */
    static final String PATH = "/api/v1/problems";

    static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String code;
    private final String title;

    Problem(int status, String code, String title) {
        this.status = status;
        this.code = code;
        this.title = title;
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** The kind of problem, as it is listed at {@link #PATH}. */
    Map<String, Object> described() {
        return fields().done();
    }

    /** The start of an answer: type, title, status and code. */
    Tree fields() {
        return new Tree()
                .put("type", PATH + "#" + code)
                .put("title", title)
                .put("status", status)
                .put("code", code);
    }

    /** An answer of this kind that says nothing more. */
    ProblemException plain(String detail) {
        return new ProblemException(this, fields().put("detail", detail));
    }

    /** The kind by which something that the web server itself refused is told. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> ROUTE_UNKNOWN;
            case 405 -> METHOD_NOT_ALLOWED;
            case 408 -> REQUEST_TIMEOUT;
            case 413 -> BODY_TOO_LARGE;
            case 414 -> URI_TOO_LONG;
            case 415 -> MEDIA_TYPE_UNSUPPORTED;
            case 431 -> HEADERS_TOO_LARGE;
            case 503 -> UNAVAILABLE;
            case 505 -> REQUEST_MALFORMED;
            default -> status >= 500 ? FAULT : REQUEST_MALFORMED;
        };
    }
}
