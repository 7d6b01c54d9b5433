package org.migrationhub.server.site;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.server.api.Answer;

/** Makes pages of templates. Thread-safe. */
final class Rendering {

    static final String HTML = "text/html; charset=utf-8";

    /** A page may use what comes from here, and run nothing. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.migrationhub.server.site.view");

    private Rendering() {}

    /** A page. It is asked for again each time, since what it shows may cease to be public, but sent only if it changed. */
    static Answer page(int status, String template, Map<String, Object> values) {
        byte[] bytes = bytes(template, values);
        return Answer.of(status, HTML, bytes)
                .with("Content-Security-Policy", POLICY)
                .with("Cache-Control", "no-cache")
                .with("Vary", "Cookie")
                .with("ETag", "\"" + Sha256.of(bytes).hex().substring(0, 32) + "\"");
    }

    /** In place of a page that the reader has already. */
    static Answer unchanged(Answer page) {
        Answer answer = Answer.notModified();
        for (Map.Entry<String, String> header : page.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    /** Leads elsewhere. */
    static Answer redirect(int status, String address) {
        return Answer.of(status, "", new byte[0]).with("Location", address);
    }

    private static byte[] bytes(String template, Map<String, Object> values) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        ENGINE.render(template + ".jte", values, output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
