package org.migrationhub.server.site.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;
import org.migrationhub.server.api.Answer;

/** Makes pages of templates. Thread-safe. */
public final class Rendering {

    public static final String HTML = "text/html; charset=utf-8";

    /** A page may use what comes from here, and run nothing. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    /** A page of the desk may run the site's own scripts, and have them ask the site. */
    private static final String OWN_POLICY = POLICY + "; script-src 'self'; connect-src 'self'";

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.migrationhub.server.site.view");

    /** Of how many pieces a page consists, as a beginning. */
    private static final int PIECES = 2_048;

    private Rendering() {}

    /** A page. It is asked for again each time, since what it shows may cease to be public, but sent only if it changed. */
    public static Answer page(int status, String template, Map<String, Object> values) {
        byte[] bytes = bytes(template, values);
        return Answer.of(status, HTML, bytes)
                .with("Content-Security-Policy", POLICY)
                .forVisitors();
    }

    /** The same page, which may run the site's own scripts, and have them ask the site. */
    static Answer running(Answer page) {
        return page.with("Content-Security-Policy", OWN_POLICY);
    }

    /** A page for one person's eyes: no cache keeps it, and the browser forgets it when they log out. */
    static Answer own(int status, String template, Map<String, Object> values) {
        return Answer.of(status, HTML, bytes(template, values))
                .with("Content-Security-Policy", OWN_POLICY)
                .with("Cache-Control", "no-store")
                .with("Referrer-Policy", "same-origin");
    }

    /** Leads elsewhere. */
    public static Answer redirect(int status, String address) {
        return Answer.of(status, "", new byte[0]).with("Location", address);
    }

    private static byte[] bytes(String template, Map<String, Object> values) {
        Utf8ByteOutput output = new Utf8ByteOutput(PIECES);
        ENGINE.render(template + ".jte", values, output);
        return output.toByteArray();
    }
}
