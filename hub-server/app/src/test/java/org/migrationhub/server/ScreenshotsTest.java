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
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Not a test: takes a picture of every page, of forms that are refused, of what follows on acts at desks, and of paper, for
 * people to look at. Each is called after its page, language, appearance and width; {@code hub.test.screenshots.of} is a
 * pattern of the names to take, for other languages and widths, or for a few pages only.
 */
@EnabledIfSystemProperty(named = "hub.test.screenshots", matches = "true")
class ScreenshotsTest {

    private static final Path DIRECTORY = Path.of("target/screenshots");

    private static final Predicate<String> WANTED = Pattern.compile(
                    System.getProperty("hub.test.screenshots.of", ".*-(en|ar)-(light|dark)-(1200|360)"))
            .asMatchPredicate();

    private final Map<String, Page> pages = new TreeMap<>();

    @Test
    void pictures() {
        try (Chromium chromium = Chromium.start();
                SitePages site = new SitePages()) {
            DeskScenes scenes = new DeskScenes(site.server());
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(1200, 360, 320)) {
                    for (String language : SitePages.LANGUAGES) {
                        String how =
                                "-%s-%s-%d".formatted(language, scheme.name().toLowerCase(Locale.ROOT), width);
                        pictures(chromium, site, language, scheme, width, how);
                        scenes.all().forEach((name, scene) -> {
                            if (WANTED.test(name + how)) {
                                Page page = page(chromium, site, scene.user(), scheme, width);
                                scene.play(page, site.server().base() + "/" + language);
                                picture(page, name + how);
                            }
                        });
                    }
                }
            }
        }
    }

    private void pictures(
            Chromium chromium, SitePages site, String language, ColorScheme scheme, int width, String how) {
        site.paths().keySet().forEach(name -> {
            if (WANTED.test(name + how)) {
                Page page = page(chromium, site, "", scheme, width);
                page.navigate(site.address(language, name));
                picture(page, name + how);
                refused(page, name, how);
            }
        });
        if (WANTED.test("paper" + how)) {
            Page page = page(chromium, site, "", scheme, width);
            page.navigate(site.address(language, "practice"));
            onPaper(page, how);
        }
        if (WANTED.test("opened" + how)) {
            opened(page(chromium, site, "", scheme, width), site, language, how);
        }
        if (WANTED.test("faults" + how)) {
            faults(chromium, language, scheme, width, how);
        }
        site.desks().forEach((name, desk) -> {
            if (WANTED.test(name + how)) {
                Page page = page(chromium, site, desk.user(), scheme, width);
                page.navigate(site.address(language, desk));
                picture(page, name + how);
                refused(page, name, how);
            }
        });
    }

    /** The page of somebody who has logged in; nobody is a visitor. */
    private Page page(Chromium chromium, SitePages site, String user, ColorScheme scheme, int width) {
        return pages.computeIfAbsent(user + scheme + width, key -> {
            BrowserContext context = chromium.browser().newContext(options(scheme, width));
            Page page = context.newPage();
            if (!user.isEmpty()) {
                site.logIn(page, user);
            }
            return page;
        });
    }

    private static NewContextOptions options(ColorScheme scheme, int width) {
        return new NewContextOptions()
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, 900);
    }

    private static void refused(Page page, String name, String how) {
        if (SitePages.FORMS.contains(name)) {
            SitePages.sendEmpty(page);
            picture(page, name + "-refused" + how);
        }
    }

    private static void onPaper(Page page, String how) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        picture(page, "paper" + how);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    private static void picture(Page page, String name) {
        Path file = DIRECTORY.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    /** What is there only when somebody asks for it: every shelf of the search, and suggestions. */
    private static void opened(Page page, SitePages site, String language, String how) {
        page.navigate(site.address(language, "search"));
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
        picture(page, "search-opened" + how);
        page.navigate(site.address(language, "front"));
        page.locator("#q").pressSequentially("migra");
        page.locator("[role=option]").first().waitFor();
        picture(page, "front-suggestions" + how);
    }

    /** What nobody should see: too much is asked, a role is missing, and what is kept can't be reached. */
    private static void faults(Chromium chromium, String language, ColorScheme scheme, int width, String how) {
        try (RunningServer busy = RunningServer.start(Map.of("HUB_LIMIT_SEARCHES", "1"), "--demo", "--in-memory");
                Gallery broken = new Gallery();
                BrowserContext context = chromium.browser().newContext(options(scheme, width))) {
            Page page = context.newPage();
            page.setExtraHTTPHeaders(
                    Map.of("X-Forwarded-For", "203.0.113.7")); // this machine itself may ask for any number
            page.navigate(busy.base() + "/en/search");
            picture(page, busy.base() + "/" + language + "/search", "too-much" + how);
            broken.storage().close();
            picture(page, broken.base() + "/" + language + "/", "broken" + how);
            page.navigate(busy.base() + "/en/account/login");
            page.fill("#email", "demo-contributor-2@example.org");
            page.fill("#password", Visitor.PASSWORD);
            page.click(".form button");
            picture(page, busy.base() + "/" + language + "/desk/people", "forbidden" + how);
        }
    }

    private static void picture(Page page, String address, String name) {
        page.navigate(address);
        picture(page, name);
    }
}
