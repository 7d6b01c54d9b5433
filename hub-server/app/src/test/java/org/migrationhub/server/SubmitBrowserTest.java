package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The script that helps at the submitter's desk, in a real browser. */
@Tag("browser")
class SubmitBrowserTest {

    private static final String MINE = "/desk/submissions";
    private static final String SAVED = "() => /^Kept at/.test(document.querySelector('[data-saved]').textContent)";

    @RegisterExtension
    static final InBrowser<RunningServer> IN = InBrowser.demo();

    private BrowserContext context;
    private Page page;

    @BeforeEach
    void logIn() {
        context = IN.calm();
        page = context.newPage();
        logIn(page);
    }

    private static void logIn(Page page) {
        page.navigate(IN.site().base() + "/en/account/login");
        page.fill("#email", "demo-contributor-2@example.org");
        page.fill("#password", Visitor.PASSWORD);
        page.click("main button");
    }

    @AfterEach
    void leave() {
        context.close();
    }

    @Test
    void whatIsWrittenIsKeptByItselfAndTwoWindowsDoNotOverwriteEachOther() {
        String draft = begun();
        page.navigate(IN.site().base() + "/en" + draft + "/edit/texts");
        Page other = context.newPage();
        other.navigate(page.url());
        page.fill(id("texts/en/title"), "Sample: kept by itself");
        assertThat(page.innerText(id("texts/en/title-count"))).isEqualTo("22 of at most 300 characters");
        page.waitForFunction(SAVED);
        other.fill(id("texts/en/title"), "Sample: of another window");
        other.waitForFunction("() => document.querySelector('[data-saved]').classList.contains('over')");
        assertThat(other.innerText("[data-saved]"))
                .startsWith("What you write is no longer kept: the draft was changed in another window.");
        other.fill(id("texts/en/title"), "Sample: of another window, typed on");
        assertThat(other.innerText("[data-saved]")).contains("no longer kept");
        other.click("button[value=next]");
        assertThat(other.innerText(".notice")).contains("Nothing of what you wrote is lost");
        assertThat(other.inputValue(id("texts/en/title"))).isEqualTo("Sample: of another window, typed on");
        page.reload();
        assertThat(page.inputValue(id("texts/en/title"))).isEqualTo("Sample: kept by itself");
        assertThat(page.innerText(".kept")).contains("haven’t saved yet");
    }

    @Test
    void whatIsWrittenFirstIsKeptAndFoundAfterGoingBack() {
        page.navigate(IN.site().base() + "/en" + MINE + "/new/practice");
        page.fill(id("mainImplementers/0/name"), "Sample harbour office");
        page.waitForFunction(SAVED);
        assertThat(page.url()).endsWith("/edit/about");
        page.fill(id("mainImplementers/0/name"), "Sample harbour offices");
        page.click("button[value=next]");
        assertThat(page.url()).endsWith("/edit/texts");
        page.goBack();
        assertThat(page.inputValue(id("mainImplementers/0/name"))).isEqualTo("Sample harbour offices");
    }

    @Test
    void whoeverGoesBackToAPageThatTheBrowserHasKeptWritesOnInWhatWasSaved() {
        String texts = IN.site().base() + "/en" + begun() + "/edit/texts";
        try (Chromium chromium = Chromium.keepingPages()) {
            Page kept = chromium.browser().newContext().newPage();
            logIn(kept);
            kept.navigate(texts);
            kept.fill(id("texts/en/title"), "Sample: sent");
            kept.click("button[value=next]");
            kept.evaluate("history.back()");
            kept.waitForFunction("() => document.getElementById('texts/en/title')?.value === 'Sample: sent'"
                    + " && performance.getEntriesByType('navigation')[0].type === 'reload'");
            kept.fill(id("texts/en/title"), "Sample: sent, and written on");
            kept.waitForFunction(SAVED);
            kept.click("button[value=next]");
            assertThat(kept.url()).endsWith("/edit/scope");
        }
    }

    @Test
    void whatGetsNoAnswerIsSentAgainAsItWasAndWhatIsNewerAfterIt() {
        String draft = begun();
        page.clock().install();
        page.navigate(IN.site().base() + "/en" + draft + "/edit/texts");
        List<String> sent = new ArrayList<>();
        page.route("**/autosave/**", route -> {
            sent.add(route.request().postData());
            route.fetch();
            if (sent.size() == 1) {
                route.abort(); // it has arrived, but its answer doesn't
            } else {
                route.resume();
            }
        });
        page.fill(id("texts/en/title"), "Sample: first");
        page.clock().runFor(4_000);
        page.waitForFunction("() => /tried again/.test(document.querySelector('[data-saved]').textContent)");
        page.fill(id("texts/en/title"), "Sample: second");
        page.waitForResponse("**/autosave/**", () -> page.clock().runFor(16_000));
        page.waitForFunction(SAVED);
        page.waitForResponse("**/autosave/**", () -> page.clock().runFor(16_000));
        page.waitForFunction(SAVED);
        assertThat(sent.get(1)).isEqualTo(sent.get(0)).contains("first");
        assertThat(sent.get(2)).contains("second");
        Page other = context.newPage();
        other.navigate(page.url());
        assertThat(other.inputValue(id("texts/en/title"))).isEqualTo("Sample: second");
    }

    @Test
    void whoeverIsLoggedOutIsToldThatNothingMoreIsKept() {
        page.navigate(IN.site().base() + "/en" + begun() + "/edit/texts");
        context.clearCookies();
        page.fill(id("texts/en/title"), "Sample: logged out");
        page.waitForFunction("() => document.querySelector('[data-saved]').classList.contains('over')");
        assertThat(page.innerText("[data-saved]")).contains("you aren’t logged in any more");
    }

    @Test
    void whatIsWrongWithWhatOneWritesIsToldAndReadWithItsField() {
        page.navigate(IN.site().base() + "/en" + begun() + "/edit/texts");
        String title = id("texts/en/title");
        String wrong = id("texts/en/title-wrong");
        page.fill(title, "x".repeat(1_000));
        page.waitForSelector(wrong);
        assertThat(page.getAttribute(wrong, "role")).isEqualTo("alert");
        assertThat(page.getAttribute(title, "aria-describedby").split(" ")).contains("texts/en/title-wrong");
        assertThat(page.getAttribute(title, "aria-invalid")).isEqualTo("true");

        page.fill(title, "Sample: a short title");
        page.waitForCondition(() -> page.locator(wrong).count() == 0);
        assertThat(page.getAttribute(title, "aria-describedby").split(" ")).doesNotContain("texts/en/title-wrong");
        assertThat(page.getAttribute(title, "aria-invalid")).isEqualTo("false");
    }

    @Test
    void aFileIsSentWhileThePageStaysAndWhatIsWrongWithItIsTold() {
        page.navigate(IN.site().base() + "/en" + begun() + "/edit/files");
        byte[] text = "A sample text.\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        page.setInputFiles("#upload", new FilePayload("sample.exe", "application/octet-stream", text));
        page.click("button[value=upload]");
        page.waitForSelector(".complaint");
        page.setInputFiles("#upload", new FilePayload("sample.txt", "text/plain", text));
        page.click("button[value=upload]");
        page.waitForSelector(".file");
        assertThat(page.innerText(".file")).contains("sample.txt");
        assertThat(page.innerText("#attached")).contains("Attached:", "sample.txt", "146");
    }

    /** The path behind the language of a draft in which nothing stands yet. */
    private String begun() {
        page.navigate(IN.site().base() + "/en" + MINE + "/new/practice");
        page.click("button[value=next]");
        return page.url().replaceFirst(".*(/desk/submissions/[^/]+)/.*", "$1");
    }

    private static String id(String field) {
        return "[id='" + field + "']";
    }
}
