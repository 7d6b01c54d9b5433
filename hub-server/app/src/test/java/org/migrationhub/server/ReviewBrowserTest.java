package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the script does for reviewers, in a real browser. */
@Tag("browser")
class ReviewBrowserTest {

    @RegisterExtension
    static final InBrowser<RunningServer> IN = InBrowser.demo();

    @Test
    void aReviewIsKeptInTheBrowserUntilItIsFiled() {
        Story story = Story.inReview(IN.site(), "Sample: written for an hour").accept(2);
        try (BrowserContext context = IN.calm()) {
            Page page = loggedIn(context);
            String address = IN.site().base() + "/en/desk/reviews/" + story.id();
            page.navigate(address);
            page.fill("#text", "Sample: long thoughts");
            page.check("#outcome-request-changes");
            page.waitForFunction(
                    "() => /^Kept in this browser/.test(document.querySelector('[data-status]').textContent)");
            page.navigate(IN.site().base() + "/en/desk/reviews");
            page.navigate(address);
            assertThat(page.inputValue("#text")).isEqualTo("Sample: long thoughts");
            assertThat(page.isChecked("#outcome-request-changes")).isTrue();
            assertThat(page.innerText("[data-status]")).contains("isn’t filed yet");
            page.click("#form button");
            assertThat(page.innerText("main")).contains("Your review is filed.", "Sample: long thoughts");
            assertThat(kept(page)).isZero();
        }
    }

    @Test
    void whatIsKeptGoesWithWhoeverWroteIt() {
        Story story = Story.inReview(IN.site(), "Sample: written and left").accept(2);
        try (BrowserContext context = IN.calm()) {
            Page page = loggedIn(context);
            page.navigate(IN.site().base() + "/en/desk/reviews/" + story.id());
            page.fill("#text", "Sample: nobody else reads this");
            page.waitForFunction("() => localStorage.length > 0");
            page.click(".out button");
            page.waitForURL("**/en/");
            assertThat(kept(page)).isZero();
        }
    }

    private static int kept(Page page) {
        return (int) page.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('review ')).length");
    }

    private static Page loggedIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(IN.site().base() + "/en/account/login");
        page.fill("#email", "demo-reviewer-2@example.org");
        page.fill("#password", Visitor.PASSWORD);
        page.click("main button");
        return page;
    }
}
