package org.migrationhub.server;

import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The address of the site, as browsers know it: what was said, or else where the server listens. Thread-safe. */
final class SiteAddress implements Supplier<URI> {

    private final @Nullable URI said;
    private volatile int port;

    SiteAddress(@Nullable URI said) {
        this.said = said;
    }

    /** That the server listens at this port from now on. */
    void listening(int at) {
        port = at;
    }

    @Override
    public URI get() {
        return said == null ? URI.create("http://localhost:" + port) : said;
    }
}
