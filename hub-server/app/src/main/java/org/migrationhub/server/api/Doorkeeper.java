package org.migrationhub.server.api;

import io.javalin.http.Context;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.account.Accounts;
import org.migrationhub.server.account.Caller;
import org.migrationhub.server.account.Cookies;
import org.migrationhub.server.account.OpenSession;

/**
 * Finds out who asks: by a bearer token (RFC 6750), or else by the cookie of a session. A browser sends the cookie whoever
 * made the page that makes it ask, so whatever changes something must come from this site and, if a session authorises it,
 * show the session's form token. Thread-safe.
 */
public final class Doorkeeper {

    /** The header field with the form token of a session. */
    static final String FORM_TOKEN_HEADER = "X-Form-Token";

    /** The field of a form with it. */
    static final String FORM_TOKEN_FIELD = "formToken";

    private static final Pattern BEARER = Pattern.compile("[Bb]earer +([A-Za-z0-9._~+/-]{1,4096}=*) *");
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Tokens configured;
    private final Accounts accounts;
    private final Cookies cookies;
    private final Supplier<URI> base;

    /**
     * A doorkeeper.
     *
     * @param configured who has which token of the configuration
     * @param accounts who has which session or token of their own
     * @param cookies how they are called here
     * @param base the address of the site
     */
    public Doorkeeper(Tokens configured, Accounts accounts, Cookies cookies, Supplier<URI> base) {
        this.configured = configured;
        this.accounts = accounts;
        this.cookies = cookies;
        this.base = base;
    }

    /**
     * Who asks. Without token and session, or with one that has ended, a visitor.
     *
     * @throws ProblemException if there is a token and it is nobody's, since a mistyped one must not pass for none; or if
     *     something is to be changed that another site may have made a browser ask for
     */
    Door open(Context context, Operation operation) {
        return new Door(caller(context, operation), accounts, cookies);
    }

    /** Who looks at a page: only a session tells, whatever else the browser sends. */
    Door openPage(Context context) {
        return new Door(bySession(context), accounts, cookies);
    }

    /**
     * Holds that what a page is asked to do was asked for by a page of ours, in the session of whoever is logged in.
     *
     * @throws ProblemException if another site may have made a browser ask for it
     */
    void requireOwnPage(Context context, Operation page, Door door) {
        if (!reads(context)) {
            requireOwnSite(context);
            requireFormToken(context, page, door.caller());
        }
    }

    private Caller caller(Context context, Operation operation) {
        List<String> authorization = Collections.list(context.req().getHeaders("Authorization"));
        if (!authorization.isEmpty()) {
            return byToken(authorization, reads(context));
        }
        if (reads(context)) {
            return bySession(context);
        }
        requireOwnSite(context);
        Caller caller = bySession(context);
        requireFormToken(context, operation, caller);
        return caller;
    }

    private Caller bySession(Context context) {
        return Cookies.secret(context.cookie(cookies.session()))
                .flatMap(accounts::bySession)
                .orElse(Caller.visitor());
    }

    private static boolean reads(Context context) {
        return READING.contains(context.req().getMethod());
    }

    private Caller byToken(List<String> authorization, boolean reads) {
        Matcher form = BEARER.matcher(authorization.get(0));
        if (authorization.size() > 1 || !form.matches()) {
            throw Problems.tokenUnknown();
        }
        String token = form.group(1);
        return configured
                .find(token)
                .map(Caller::configured)
                .or(() -> accounts.byToken(token, reads))
                .orElseThrow(Problems::tokenUnknown);
    }

    private void requireOwnSite(Context context) {
        String site = context.header("Sec-Fetch-Site");
        String origin = context.header("Origin");
        boolean own = site == null ? origin == null || isOwn(origin, context) : isOwn(site);
        if (!own) {
            throw Problem.CROSS_SITE.plain("Another site has made your browser ask for this.");
        }
    }

    /** That nobody asked for it but the user. */
    private static boolean isOwn(String site) {
        return site.equals("same-origin") || site.equals("none");
    }

    private boolean isOwn(String origin, Context context) {
        URI own = base.get();
        String host = context.header("Host");
        return origin.equalsIgnoreCase(own.getScheme() + "://" + own.getAuthority())
                || (host != null && !cookies.secure() && origin.equalsIgnoreCase("http://" + host));
    }

    private static void requireFormToken(Context context, Operation operation, Caller caller) {
        OpenSession session = caller.session();
        if (session == null || operation.is(Trait.ENTRANCE)) {
            return;
        }
        boolean shown = Optional.ofNullable(shown(context))
                .filter(session::hasFormToken)
                .isPresent();
        if (!shown) {
            throw Problem.FORM_TOKEN_MISSING.plain(
                    "Send the session's form token in the header field %s, or as the field %s of a form."
                            .formatted(FORM_TOKEN_HEADER, FORM_TOKEN_FIELD));
        }
    }

    private static @Nullable String shown(Context context) {
        String header = context.header(FORM_TOKEN_HEADER);
        return header == null ? field(context) : header;
    }

    /** Of a form with files, what stands before the first: whoever doesn't show it there gets no file read. */
    private static @Nullable String field(Context context) {
        return switch (Bodies.declaredType(context)) {
            case Bodies.FORM_TYPE -> first(Bodies.fields(context));
            case Bodies.UPLOAD_TYPE -> first(Bodies.upload(context).fields());
            default -> null;
        };
    }

    private static String first(Map<String, List<String>> fields) {
        return fields.getOrDefault(FORM_TOKEN_FIELD, List.of("")).get(0);
    }
}
