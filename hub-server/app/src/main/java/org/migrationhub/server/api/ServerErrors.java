package org.migrationhub.server.api;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.migrationhub.server.json.Json;

/** Tells as a problem, too, what the web server refuses before any route is looked for. Thread-safe. */
public final class ServerErrors extends ErrorHandler {

    /** Errors without a page. */
    public ServerErrors() {
        setShowStacks(false);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        byte[] body = body(response.getStatus());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private static byte[] body(int status) {
        Problem problem = Problem.ofStatus(status);
        return Json.bytes(problem.fields()
                .put("status", status)
                .put("detail", "The request couldn't be answered as it was sent.")
                .done());
    }
}
