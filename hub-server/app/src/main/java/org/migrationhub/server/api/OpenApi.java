package org.migrationhub.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The hand-kept description of the API, in the form of OpenAPI 3.1. Thread-safe. */
final class OpenApi {

    static final String PATH = Api.at("openapi.json");

    private static final String RESOURCE = "/openapi.json";

    private OpenApi() {}

    static Answer answer() {
        return Answer.of(200, Answer.JSON, Document.BYTES).forAnybody();
    }

    static byte[] bytes() {
        return Document.BYTES.clone();
    }

    /** Read when it is first asked for. */
    private static final class Document {
        static final byte[] BYTES = read();

        private static byte[] read() {
            try (InputStream in = OpenApi.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException("The jar lacks " + RESOURCE);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
