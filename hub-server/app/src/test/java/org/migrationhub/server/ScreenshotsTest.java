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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Not a test: takes a picture of every page, of forms that are refused, of what goes wrong, and of paper, for people to look
 * at.
 */
@EnabledIfSystemProperty(named = "hub.test.screenshots", matches = "true")
class ScreenshotsTest {

    /** One that runs from left to right, and one that doesn't. */
    private static final List<String> TWO = List.of("en", "ar");

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
                        Page page = context.newPage();
                        String how = scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
                        pictures(page, site, scheme == ColorScheme.LIGHT ? SitePages.LANGUAGES : TWO, how);
                        faults(page, how);
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
        for (String language : TWO) {
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

    private static void pictures(Page page, SitePages site, List<String> languages, String how) {
        for (String language : languages) {
            for (String name : site.paths().keySet()) {
                picture(page, site.address(language, name), "%s-%s-%s".formatted(name, language, how));
                refused(page, name, language + "-" + how);
            }
            page.navigate(site.address(language, "practice"));
            onPaper(page, language + "-" + how);
            opened(page, site, language, language + "-" + how);
        }
    }

    /** What is there only when somebody asks for it: every shelf of the search, and suggestions. */
    private static void opened(Page page, SitePages site, String language, String how) {
        page.navigate(site.address(language, "search"));
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        picture(page, "search-opened-" + how);
        page.navigate(site.address(language, "front"));
        page.locator("#q").pressSequentially("migra");
        page.locator("[role=option]").first().waitFor();
        picture(page, "front-suggestions-" + how);
    }

    /** What nobody should see: too much is asked, a role is missing, and what is kept can't be reached. */
    private static void faults(Page page, String how) {
        try (RunningServer busy = RunningServer.start(Map.of("HUB_LIMIT_SEARCHES", "1"), "--demo", "--in-memory");
                Gallery broken = new Gallery()) {
            page.setExtraHTTPHeaders(
                    Map.of("X-Forwarded-For", "203.0.113.7")); // this machine itself may ask for any number
            page.navigate(busy.base() + "/en/search");
            broken.storage().close();
            for (String language : TWO) {
                picture(page, busy.base() + "/" + language + "/search", "too-much-" + language + "-" + how);
                picture(page, broken.base() + "/" + language + "/", "broken-" + language + "-" + how);
            }
            page.navigate(busy.base() + "/en/account/login");
            page.fill("#email", "demo-contributor-2@example.org");
            page.fill("#password", Visitor.PASSWORD);
            page.click(".form button");
            for (String language : TWO) {
                picture(page, busy.base() + "/" + language + "/desk/people", "forbidden-" + language + "-" + how);
            }
        }
    }
}
