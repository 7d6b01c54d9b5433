package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an installation says of itself on its pages. */
class ImprintTest {

    private static final String CONTACT = "<a href=\"mailto:help@example.org\"";

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void start() {
        Map<String, String> environment = Map.of(
                "HUB_SITE_CONTACT", "help@example.org",
                "HUB_SITE_NOTE_EN", "Sample note of the <installation>.",
                "HUB_SITE_NOTE_FR", "Note exemple.");
        server = RunningServer.start(environment, "--demo", "--in-memory");
    }

    @Test
    void everyPageEndsWithTheNoteInItsLanguageOrAsEnglish() {
        assertThat(read("/fr/about")).contains("<span lang=\"fr\" dir=\"ltr\">Note exemple.</span>");
        assertThat(read("/ar/nothing"))
                .contains("<span lang=\"en\" dir=\"ltr\">Sample note of the &lt;installation&gt;.</span>");
    }

    @Test
    void whoNeedsHelpIsToldWhomToAsk() {
        assertThat(read("/en/about")).containsOnlyOnce(CONTACT);
        for (String path : new String[] {"/en/help", "/ru/help", "/en/nothing", "/zh/practices/none"}) {
            assertThat(read(path).split(CONTACT, -1)).as(path).hasSize(3);
        }
    }

    private static String read(String path) {
        return server.visitor().get(path, "Accept", "text/html").text();
    }
}
