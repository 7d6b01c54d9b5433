package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The submitter's desk, used as a browser without scripts uses it: whoever tests a part of it has a server of their own. */
abstract class SubmitPages {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile("/desk/submissions/([0-9a-f-]{36})");
    static final String MINE = "/en/desk/submissions";
    static final String SUMMARY = "This is a sample. ".repeat(20).strip();
    static final byte[] TEXT = "A sample text.\n".repeat(40).getBytes(StandardCharsets.UTF_8);

    @AutoClose
    static RunningServer server;

    final Visitor visitor = Visitor.of(server, "contributor");

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
    }

    @BeforeEach
    void look() {
        visitor.open(MINE);
    }

    String begun(String title) {
        Reply page = visitor.follow(
                MINE + "/new/practice",
                "language",
                "en",
                "type",
                "practice-type-project",
                "mainImplementers/0/name",
                "International Organization for Migration (IOM)",
                "do",
                "next");
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        String id = id(page);
        if (!title.isEmpty()) {
            save(id, "texts", "texts/en/title", title);
        }
        return id;
    }

    void whole(String id, String title) {
        save(id, "texts", "texts/en/title", title, "texts/en/summary", SUMMARY);
        save(
                id,
                "scope",
                "period/startYear",
                "2021",
                "geography/countries",
                "NER",
                "primaryObjectives",
                "objective-8",
                "principles",
                "principle-human-rights");
    }

    Reply save(String id, String step, String... fields) {
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 0, fields.length);
        all[fields.length] = "version";
        all[fields.length + 1] = version(visitor.open(edit(id, step)));
        return visitor.send(edit(id, step), all);
    }

    static String edit(String id, String step) {
        return MINE + "/" + id + "/edit/" + step;
    }

    static String version(Reply page) {
        return found(VERSION, page.text());
    }

    /** What a form brings along of what stood in it. */
    static String seen(Reply page) {
        return found(SEEN, page.text()).replace("&#61;", "=");
    }

    static String id(Reply page) {
        return found(ID, page.text());
    }

    static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    static String kept(Reply reply) {
        return reply.text().replaceFirst("(?s).*data-version=\"(\\d+)\".*", "$1");
    }
}
