package org.migrationhub.server;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Not a test: takes a picture of every page, for people to look at. */
@EnabledIfSystemProperty(named = "hub.test.screenshots", matches = "true")
class ScreenshotsTest {

    private static final Path DIRECTORY = Path.of("target/screenshots");

    @Test
    void pictures() {
        try (Chromium chromium = Chromium.start();
                SitePages site = new SitePages()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(1280, 390)) {
                    NewContextOptions options = new NewContextOptions()
                            .setColorScheme(scheme)
                            .setReducedMotion(ReducedMotion.REDUCE)
                            .setViewportSize(width, 900);
                    try (BrowserContext context = chromium.browser().newContext(options)) {
                        pictures(context.newPage(), site, scheme.name().toLowerCase(Locale.ROOT) + "-" + width);
                    }
                }
            }
        }
    }

    private static void pictures(Page page, SitePages site, String how) {
        for (String language : List.of("en", "ar")) {
            for (String name : site.paths().keySet()) {
                page.navigate(site.address(language, name));
                Path file = DIRECTORY.resolve("%s-%s-%s.png".formatted(name, language, how));
                page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
            }
        }
    }
}
