package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.site.page.Voice;

/**
 * Somebody at a browser of their own, who reads pages in one language, and finds what to press and to follow by the words
 * on it.
 */
final class Somebody implements AutoCloseable {

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final Voice voice;
    private List<String> secrets = List.of();
    private int arrivals;

    Somebody(Chromium chromium, RunningServer server, Language language, boolean scripts) {
        this.context = chromium.browser()
                .newContext(new NewContextOptions()
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(scripts));
        this.page = context.newPage();
        this.base = server.base();
        this.voice = Voice.in(language);
        page.setDefaultTimeout(10_000);
        page.onDOMContentLoaded(loaded -> arrivals++);
    }

    /** The tag of their language. */
    String tag() {
        return voice.tag();
    }

    /** From now on no page that they see may hold any of these. */
    Somebody mustNotLearn(List<String> words) {
        secrets = words;
        return this;
    }

    /** Opens a page of the site in their language; gives the status of the answer. */
    int opens(String path) {
        return goesTo(base + "/" + voice.tag() + path);
    }

    /** Opens an address, such as that in a letter; gives the status of the answer. */
    int goesTo(String address) {
        Response response = page.navigate(address);
        looks();
        return response.status();
    }

    /** Follows the first link with these words of the site. */
    Somebody follows(String key, Object... values) {
        return clicks(
                page.getByRole(AriaRole.LINK, named(voice.say(key, values))).first());
    }

    /** Follows the first link with this text, which is no word of the site. */
    Somebody followsTitle(String title) {
        return clicks(page.getByRole(AriaRole.LINK, named(title)).first());
    }

    /** Presses the one button with these words of the site. */
    Somebody presses(String key) {
        return clicks(page.getByRole(AriaRole.BUTTON, named(voice.say(key))));
    }

    /** Writes into a field. */
    Somebody writes(String field, String text) {
        page.fill("[name='" + field + "']", text);
        return this;
    }

    /** Chooses one of a field's values. */
    Somebody chooses(String field, String value) {
        Locator option = page.locator("[name='" + field + "'][value='" + value + "']");
        unfold(option);
        option.check();
        return this;
    }

    /** Chooses what has this label. */
    Somebody chooses(String label) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
        return this;
    }

    /** What stands in a field. */
    String reads(String field) {
        return page.inputValue("[name='" + field + "']");
    }

    /** Sees words of the site. */
    Somebody sees(String key, Object... values) {
        return seesText(voice.say(key, values));
    }

    Somebody seesText(String text) {
        assertThat(plain(shown())).as(page.url()).contains(plain(text));
        return this;
    }

    Somebody doesNotSee(String text) {
        assertThat(page.content()).as(page.url()).doesNotContain(text);
        return this;
    }

    /** Sees a text marked as one that was added or removed. */
    Somebody seesChange(String removed, String added) {
        assertThat(String.join(" ", page.locator("del").allInnerTexts())).contains(removed);
        assertThat(String.join(" ", page.locator("ins").allInnerTexts())).contains(added);
        return this;
    }

    /** The address of the page that they see. */
    String where() {
        return page.url();
    }

    @Override
    public void close() {
        context.close();
    }

    private Somebody clicks(Locator what) {
        int before = arrivals;
        what.click();
        page.waitForCondition(() -> arrivals > before);
        looks();
        return this;
    }

    /** Holds of every page that it is in their language and keeps what it has to keep. */
    private void looks() {
        String content = page.content();
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(voice.tag());
        assertThat(secrets).as(page.url()).noneMatch(content::contains);
    }

    private String shown() {
        return page.locator("body").innerText();
    }

    /** Opens what is folded around something, as one does to get at it. */
    private void unfold(Locator what) {
        Locator folded = page.locator("details:not([open])").filter(new Locator.FilterOptions().setHas(what));
        while (folded.count() > 0) {
            folded.first().locator("summary").first().click();
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }
}
