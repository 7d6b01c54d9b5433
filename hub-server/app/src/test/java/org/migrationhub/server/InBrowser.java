package org.migrationhub.server;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a test class in a browser begins with, once for all its tests: a browser, and something with a server that it looks at;
 * and their end.
 *
 * @param <S> what is looked at
 */
final class InBrowser<S extends AutoCloseable> implements BeforeAllCallback, AfterAllCallback {

    private final Supplier<S> start;
    private @Nullable Chromium chromium;
    private @Nullable S site;

    private InBrowser(Supplier<S> start) {
        this.start = start;
    }

    /** With a demonstration. */
    static InBrowser<RunningServer> demo() {
        return new InBrowser<>(RunningServer::roomy);
    }

    /** With something on each kind of page. */
    static InBrowser<SitePages> pages() {
        return new InBrowser<>(SitePages::new);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        chromium = Chromium.start();
        site = start.get();
    }

    @Override
    public void afterAll(ExtensionContext context) throws Exception {
        if (site != null) {
            site.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    Chromium chromium() {
        if (chromium == null) {
            throw new IllegalStateException("No browser was started");
        }
        return chromium;
    }

    S site() {
        if (site == null) {
            throw new IllegalStateException("Nothing was started to look at");
        }
        return site;
    }

    /** A browser of its own, on a desk, in which nothing moves. */
    BrowserContext calm() {
        return chromium().browser().newContext(calmly());
    }

    static NewContextOptions calmly() {
        return new NewContextOptions().setReducedMotion(ReducedMotion.REDUCE).setViewportSize(1280, 900);
    }
}
