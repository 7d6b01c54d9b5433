package org.migrationhub.server;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Not a test: takes a picture of every page, of forms that are refused, and of paper, for people to look at. */
@EnabledIfSystemProperty(named = "hub.test.screenshots", matches = "true")
class ScreenshotsTest {

    private static final Path DIRECTORY = Path.of("target/screenshots");

    @Test
    void pictures() {
        try (Chromium chromium = Chromium.start();
                SitePages site = new SitePages()) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(1200, 360)) {
                    NewContextOptions options = new NewContextOptions()
                            .setColorScheme(scheme)
                            .setReducedMotion(ReducedMotion.REDUCE)
                            .setViewportSize(width, 900);
                    try (BrowserContext context = chromium.browser().newContext(options)) {
                        pictures(context.newPage(), site, scheme.name().toLowerCase(Locale.ROOT) + "-" + width);
                    }
                    for (String user : users(site)) {
                        try (BrowserContext context = chromium.browser().newContext(options)) {
                            Page page = context.newPage();
                            site.logIn(page, user);
                            desks(page, site, user, scheme.name().toLowerCase(Locale.ROOT) + "-" + width);
                        }
                    }
                }
            }
        }
    }

    private static Set<String> users(SitePages site) {
        return site.desks().values().stream().map(SitePages.Desk::user).collect(Collectors.toSet());
    }

    private static void desks(Page page, SitePages site, String user, String how) {
        for (String language : List.of("en", "ar")) {
            site.desks().forEach((name, desk) -> {
                if (desk.user().equals(user)) {
                    picture(page, site.address(language, desk), "%s-%s-%s".formatted(name, language, how));
                    refused(page, name, language + "-" + how);
                }
            });
        }
    }

    private static void picture(Page page, String address, String name) {
        page.navigate(address);
        picture(page, name);
    }

    private static void refused(Page page, String name, String how) {
        if (SitePages.FORMS.contains(name)) {
            SitePages.sendEmpty(page);
            picture(page, name + "-refused-" + how);
        }
    }

    private static void onPaper(Page page, String how) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        picture(page, "paper-" + how);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static void picture(Page page, String name) {
        Path file = DIRECTORY.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    private static void pictures(Page page, SitePages site, String how) {
        for (String language : List.of("en", "ar")) {
            for (String name : site.paths().keySet()) {
                picture(page, site.address(language, name), "%s-%s-%s".formatted(name, language, how));
                refused(page, name, language + "-" + how);
            }
            page.navigate(site.address(language, "practice"));
            onPaper(page, language + "-" + how);
        }
    }
}
