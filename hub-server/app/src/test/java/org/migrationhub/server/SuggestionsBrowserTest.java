package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the search box suggests while one types, in a real browser. */
@Tag("browser")
class SuggestionsBrowserTest {

    private static final String OPEN = "#q[aria-expanded=true]";
    private static final String CLOSED = "#q[aria-expanded=false]";
    private static final String CHOSEN = "[role=option][aria-selected=true]";

    private static Chromium chromium;
    private static RunningServer server;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        server = RunningServer.demo();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @BeforeEach
    void open() {
        context = chromium.browser()
                .newContext(new NewContextOptions()
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setViewportSize(1280, 900));
        page = context.newPage();
        page.navigate(server.base() + "/en/");
    }

    @AfterEach
    void leave() {
        context.close();
    }

    @Test
    void aTermIsChosenWithTheKeyboardAndLeadsToWhatHasIt() {
        typed("save li");
        page.press("#q", "ArrowDown");
        assertThat(page.innerText(CHOSEN)).contains("Save lives");
        assertThat(page.getAttribute("#q", "aria-activedescendant")).isEqualTo(page.getAttribute(CHOSEN, "id"));
        page.press("#q", "Enter");
        page.waitForURL(Pattern.compile("/en/search\\?.*objective=objective-8"));
    }

    @Test
    void goingUpFromTheBoxChoosesTheLastAndBeyondTheFirstNothing() {
        typed("mi");
        page.press("#q", "ArrowUp");
        int count = page.locator("[role=option]").count();
        assertThat(page.getAttribute("#q", "aria-activedescendant")).isEqualTo("suggestion-" + (count - 1));
        page.press("#q", "ArrowDown");
        assertThat(page.getAttribute("#q", "aria-activedescendant")).isNull();
        assertThat(page.locator(CHOSEN).count()).isZero();
    }

    @Test
    void escapeAndLeavingCloseTheListAndWhatWasTypedStays() {
        typed("save li");
        page.press("#q", "Escape");
        page.waitForSelector(CLOSED);
        assertThat(page.inputValue("#q")).isEqualTo("save li");
        page.fill("#q", "");
        typed("save li");
        page.press("#q", "Tab");
        page.waitForSelector(CLOSED);
    }

    @Test
    void withoutAChoiceEnterSearchesForWhatIsTyped() {
        typed("save li");
        page.press("#q", "Enter");
        page.waitForURL(Pattern.compile("/en/search\\?q=save\\+li"));
    }

    @Test
    void inArabicTheyRunFromTheRightAndAreChosenWithThePointer() {
        page.navigate(server.base() + "/ar/");
        typed("إنقا");
        assertThat(page.locator("[role=option] bdi").first().getAttribute("lang"))
                .isEqualTo("ar");
        assertThat(page.evalOnSelector("[role=listbox]", "list => getComputedStyle(list).direction"))
                .isEqualTo("rtl");
        assertThat(page.locator("[role=option] span").first().textContent()).isNotBlank();
        page.locator("[role=option]").first().click();
        page.waitForURL(Pattern.compile("/ar/search\\?.*objective=objective-8"));
    }

    @Test
    void whatIsTypedWhileAnEmptyAnswerIsOnItsWayIsAskedForAfterIt() {
        page.clock().install();
        page.clock().pauseAt(System.currentTimeMillis() + 60_000);
        page.locator("#q").pressSequentially("save");
        afterAPause();
        page.waitForSelector(OPEN);
        List<Route> held = held("**/suggestions?q=save+l&*");
        page.locator("#q").pressSequentially(" l");
        afterAPause();
        page.waitForCondition(() -> !held.isEmpty());
        page.locator("#q").pressSequentially("i");
        held.get(0).resume();
        page.waitForSelector(CLOSED); // nothing begins with a single letter
        afterAPause();
        page.waitForSelector(OPEN);
        assertThat(page.innerText("[role=option] >> nth=0")).contains("Save lives");
    }

    @Test
    void noOtherListComesUnderWhoeverChooses() {
        typed("save");
        List<Route> held = held("**/suggestions?q=save+li&*");
        List<String> given = new ArrayList<>();
        page.onRequestFailed(request -> given.add(request.url()));
        page.keyboard().insertText(" li");
        page.waitForCondition(() -> !held.isEmpty());
        page.press("#q", "ArrowDown");
        page.waitForCondition(() -> !given.isEmpty());
        assertThat(given).singleElement().asString().contains("q=save+li");
        assertThat(page.locator(CHOSEN).count()).isOne();
    }

    @Test
    void whatIsTypedBeforeTheScriptIsThereIsAskedForOnceItIs() {
        List<Route> held = held("**/assets/search-*.js");
        page.navigate(server.base() + "/es/", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.waitForCondition(() -> !held.isEmpty());
        page.locator("#q").pressSequentially("salvar");
        held.get(0).resume();
        page.waitForSelector(OPEN);
        assertThat(page.inputValue("#q")).isEqualTo("salvar");
    }

    /** Whole, so that it is asked for once. */
    private void typed(String text) {
        page.focus("#q");
        page.keyboard().insertText(text);
        page.waitForSelector(OPEN);
    }

    /** What the script waits for before it asks, on a clock that stands still otherwise. */
    private void afterAPause() {
        page.clock().runFor(150);
    }

    /** What is asked for at an address from now on, and gets no answer yet. */
    private List<Route> held(String address) {
        List<Route> held = new ArrayList<>();
        page.route(address, held::add);
        return held;
    }
}
