package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every page in a real browser. */
@Tag("browser")
class BrowserTest {

    private static final int MOST_BYTES = 100_000;
    private static final int MOST_REQUESTS = 5;

    /** Languages in which every fourth desk is looked at. */
    private static final List<String> FURTHER = List.of("zh", "fr", "ru", "es");

    private static final String FIND_BARRIERS = """
            async rules => {
              const found = await axe.run(document, {resultTypes: ['violations'], runOnly: rules});
              return found.violations.flatMap(one => one.nodes.map(node =>
                one.id + ' ' + node.target.join(' ') + ' ' + (node.any[0] || node.all[0] || node.none[0] || {}).message));
            }
            """;

    /** The words that would be paler on white paper than texts may be (WCAG 1.4.3). */
    private static final String FIND_PALE = """
            theme => {
              document.documentElement.dataset.theme = theme;
              const light = color => color.match(/[0-9.]+/g).slice(0, 3).map(part => part / 255)
                .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
                .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
              return [...document.querySelectorAll('body *')]
                .filter(one => one.checkVisibility() && !one.closest('.unseen, .swatches'))
                .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
                .filter(one => 1.05 / (light(getComputedStyle(one).color) + 0.05) < 4.5)
                .map(one => one.className + ' ' + one.textContent.trim().slice(0, 40));
            }
            """;

    /** What is wrong with a field that isn't read together with it. */
    private static final String FIND_UNTIED = """
            () => [...document.querySelectorAll('.complaint')]
              .filter(one => !one.id || !document.querySelector('[aria-describedby~="' + CSS.escape(one.id) + '"]'))
              .map(one => 'nothing refers to: ' + one.textContent)
            """;

    private static final List<String> ALL_RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** What colours decide. The rest of a page is the same in every appearance. */
    private static final List<String> RULES_OF_COLOUR = List.of("color-contrast", "link-in-text-block");

    /** Something that a browser has loaded. */
    private record Loaded(String url, int bytes) {}

    @RegisterExtension
    static final InBrowser<SitePages> IN = InBrowser.pages();

    /** One visit of each page in each language for all of it, since visits take most of the time. */
    @Test
    void nothingKeepsAnybodyFromUsingAnyPageInAnyLanguageAppearanceAndWidth() {
        List<String> barriers = new ArrayList<>();
        int looked = 0;
        try (BrowserContext context = IN.calm()) {
            context.addInitScript(Chromium.axe());
            Page page = context.newPage();
            for (String language : SitePages.LANGUAGES) {
                for (String name : IN.site().paths().keySet()) {
                    looked += look(page, language + " " + name, IN.site().address(language, name), barriers);
                }
            }
        }
        System.out.printf("axe: %d pages x languages x appearances, %d violations%n", looked, barriers.size());
        assertThat(barriers).isEmpty();
        assertThat(looked).isEqualTo(IN.site().paths().size() * SitePages.LANGUAGES.size() * 2);
    }

    /**
     * In English and Arabic, the dark and the narrow too; of the other languages each desk in one, so that each language is
     * looked at on every fourth: there are many desks, a visit takes its time, and only words differ, which other tests hold.
     */
    @Test
    void nothingKeepsAnybodyFromWorkingAtADesk() {
        List<String> barriers = new ArrayList<>();
        Map<String, Page> pages = new HashMap<>();
        int looked = 0;
        int visited = 0;
        try {
            for (Map.Entry<String, SitePages.Desk> desk : IN.site().desks().entrySet()) {
                Page page = pages.computeIfAbsent(desk.getValue().user(), BrowserTest::loggedIn);
                for (String language : List.of("en", "ar", FURTHER.get(visited++ % FURTHER.size()))) {
                    String address = IN.site().address(language, desk.getValue());
                    String name = language + " " + desk.getKey();
                    looked += List.of("en", "ar").contains(language)
                            ? look(page, name, address, barriers)
                            : glance(page, name, address, barriers);
                    assertThat(page.url()).as("somebody who is logged in").isEqualTo(address);
                    assertThat(page.locator(".refused").count()).as(address).isZero();
                }
            }
        } finally {
            pages.values().forEach(page -> page.context().close());
        }
        System.out.printf("axe: %d looks at %d desks, %d violations%n", looked, visited, barriers.size());
        assertThat(barriers).isEmpty();
        assertThat(looked).isEqualTo(visited * 5);
    }

    /** What went wrong is found, too: in a summary, and beside its field. */
    @Test
    void nothingKeepsAnybodyFromMendingAFormThatWasRefused() {
        List<String> barriers = new ArrayList<>();
        Map<String, Page> pages = new HashMap<>();
        try {
            for (String form : SitePages.FORMS) {
                SitePages.Desk desk = IN.site().desks().get(form);
                Page page = desk == null
                        ? pages.computeIfAbsent("", nobody -> visitor())
                        : pages.computeIfAbsent(desk.user(), BrowserTest::loggedIn);
                for (String language : List.of("en", "ar")) {
                    page.navigate(
                            desk == null
                                    ? IN.site().address(language, form)
                                    : IN.site().address(language, desk));
                    SitePages.sendEmpty(page);
                    ((List<?>) page.evaluate(FIND_UNTIED))
                            .forEach(one -> barriers.add(language + " " + form + " " + one));
                    for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                        barriers(page, scheme).forEach(one -> barriers.add(language + " " + form + " " + one));
                    }
                }
            }
        } finally {
            pages.values().forEach(page -> page.context().close());
        }
        assertThat(barriers).isEmpty();
    }

    private static Page loggedIn(String user) {
        Page page = visitor();
        IN.site().logIn(page, user);
        return page;
    }

    private static Page visitor() {
        BrowserContext context = IN.calm();
        context.addInitScript(Chromium.axe());
        return context.newPage();
    }

    /** Looks at a page in both appearances and at a phone's width; gives how often. */
    private static int look(Page page, String name, String address, List<String> barriers) {
        glance(page, name, address, barriers);
        barriers(page, ColorScheme.DARK).forEach(one -> barriers.add(name + " " + one));
        page.setViewportSize(320, 700);
        int width = (int) page.evaluate("document.documentElement.scrollWidth");
        if (width > 320) {
            barriers.add(name + " is " + width + " pixels wide");
        }
        return 2;
    }

    /** Looks at a page in the light and at the width of a desk; gives how often. */
    private static int glance(Page page, String name, String address, List<String> barriers) {
        page.setViewportSize(1280, 900);
        page.navigate(address);
        barriers(page, ColorScheme.LIGHT).forEach(one -> barriers.add(name + " " + one));
        return 1;
    }

    /** In Russian, whose letters take two bytes each. */
    @Test
    void everyPageIsLightAndAsksForLittleAndNothingFromElsewhere() {
        int heaviest = 0;
        int most = 0;
        try (BrowserContext context = IN.calm()) {
            context.route("**", Route::resume); // by which the browser keeps nothing from one page for the next
            for (String name : IN.site().paths().keySet()) {
                List<Loaded> loaded = firstView(context, IN.site().address("ru", name));
                int bytes = loaded.stream().mapToInt(Loaded::bytes).sum();
                assertThat(bytes).as(name).isLessThan(MOST_BYTES);
                assertThat(loaded)
                        .as(name)
                        .hasSizeLessThanOrEqualTo(MOST_REQUESTS)
                        .allMatch(one -> one.url().startsWith(IN.site().server().base()));
                heaviest = Math.max(heaviest, bytes);
                most = Math.max(most, loaded.size());
            }
        }
        System.out.printf("first view: at most %d bytes in %d requests%n", heaviest, most);
    }

    /** Though a file is given out to be kept, a page may show it. */
    @Test
    void lightPicturesAreSeenAtOnceAndHeavyOnesAreAskedForBySomebodyWhoWantsThem() {
        List<String> pictures = new ArrayList<>();
        try (BrowserContext context = IN.calm()) {
            Page page = context.newPage();
            page.navigate(IN.site().address("en", "practice-pictures"));
            page.locator("figure").last().scrollIntoViewIfNeeded();
            page.waitForFunction("[...document.images].every(one => one.naturalWidth === 640)");
            assertThat(page.locator("figure img").count()).isEqualTo(2);
            page.onRequest(request -> {
                if (request.resourceType().equals("image") && request.url().contains("/attachments/")) {
                    pictures.add(request.url());
                }
            });
            page.navigate(IN.site().address("en", "practice-heavy-pictures"));
            page.locator("footer").scrollIntoViewIfNeeded();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(pictures).isEmpty();
            page.click("summary:has-text('Show the pictures (3 in all, ')");
            page.locator("figure").last().scrollIntoViewIfNeeded();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.waitForCondition(() -> pictures.size() == 3);
        }
    }

    @Test
    void withoutScriptsSomebodyFindsReadsAndChangesLanguageAndAppearance() {
        NewContextOptions options =
                InBrowser.calmly().setJavaScriptEnabled(false).setColorScheme(ColorScheme.LIGHT);
        try (BrowserContext context = IN.chromium().browser().newContext(options)) {
            Page page = context.newPage();
            page.navigate(IN.site().address("en", "front"));
            page.fill("input[name=q]", "missing");
            page.click(".searchbox button");
            page.click("#filters a:has-text('South Africa')");
            assertThat(page.locator(".chips").innerText()).contains("South Africa");
            page.click(".card h3 a >> nth=0");
            assertThat(page.locator("#review").innerText()).contains("3 reviewers approved exactly this content.");
            page.click(".strip a[lang=ar]");
            assertThat(page.locator("html").getAttribute("dir")).isEqualTo("rtl");
            page.click(".appearance button >> nth=2");
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
            page.click(".brand >> nth=0");
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
        }
    }

    @Test
    void theFirstStopOfTheKeyboardLeadsToTheContent() {
        try (BrowserContext context = IN.calm()) {
            Page page = context.newPage();
            page.navigate(IN.site().address("en", "search"));
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
                    .isEqualTo("#main");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        }
    }

    @Test
    void fromTheNumberOfResultsTheKeyboardLeadsToTheFiltersWhichStandBehindThemOnTheScreenBeside() {
        try (BrowserContext context = IN.calm()) {
            Page page = context.newPage();
            page.navigate(IN.site().address("en", "search"));
            page.locator(".found .sorts a").last().focus();
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.getAttribute('href')"))
                    .isEqualTo("#filters");
            assertThat(page.evaluate("getComputedStyle(document.activeElement).opacity"))
                    .isEqualTo("1");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.evaluate("document.activeElement.closest('#filters') !== null"))
                    .isEqualTo(true);
        }
    }

    @Test
    void onPaperThereIsTheContentAlone() {
        try (BrowserContext context = IN.calm()) {
            Page page = context.newPage();
            page.navigate(IN.site().address("en", "practice"));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (String left : List.of(".strip", ".top nav", ".crumbs", ".appearance", ".share")) {
                assertThat(page.locator(left).isVisible()).as(left).isFalse();
            }
            assertThat(page.locator("#review").isVisible()).isTrue();
            assertThat(page.locator(".cite").isVisible()).isTrue();
        }
    }

    /** Browsers leave out what lies behind a text, so it must be dark by itself. */
    @Test
    void onPaperEveryWordIsDarkWhateverTheAppearance() {
        List<String> pale = new ArrayList<>();
        try (BrowserContext context = IN.calm()) {
            Page page = context.newPage();
            for (String name : IN.site().paths().keySet()) {
                page.navigate(IN.site().address("en", name));
                for (String theme : List.of("", "light", "dark")) {
                    page.emulateMedia(
                            new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
                    List<?> found = (List<?>) page.evaluate(FIND_PALE, theme);
                    found.forEach(one -> pale.add(name + " " + theme + ": " + one));
                }
            }
        }
        assertThat(pale).isEmpty();
    }

    private static List<String> barriers(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        List<?> found = (List<?>) page.evaluate(FIND_BARRIERS, rules(scheme));
        return found.stream().map(one -> scheme + ": " + one).toList();
    }

    /** What a browser asks for that has kept nothing; what comes in while bodies are read is left out. */
    private static List<Loaded> firstView(BrowserContext context, String address) {
        List<Response> responses = new ArrayList<>();
        try (Page page = context.newPage()) {
            page.onResponse(responses::add);
            page.navigate(address);
            return List.copyOf(responses).stream()
                    .map(response -> new Loaded(response.url(), response.body().length))
                    .toList();
        }
    }

    private static List<String> rules(ColorScheme scheme) {
        return scheme == ColorScheme.LIGHT ? ALL_RULES : RULES_OF_COLOUR;
    }
}
