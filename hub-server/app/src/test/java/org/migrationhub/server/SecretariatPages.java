package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;

/** What the secretariat does by pages, in a browser without scripts: whoever tests one of them has a server of their own. */
abstract class SecretariatPages {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    static final Pattern ID = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");
    static final Pattern SEAL = Pattern.compile("name=\"seal\" value=\"([^\"]+)\"");

    @AutoClose
    static RunningServer server;

    static Visitor secretariat;
    static Visitor administrator;

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
        secretariat = Visitor.of(server, "secretariat");
        administrator = Visitor.of(server, "administrator");
    }

    static String page(Story story) {
        return "/en/desk/items/" + story.id();
    }

    static String version(Reply reply) {
        return first(VERSION, reply);
    }

    /** What a form brings along of what stood in it. */
    static String seen(Reply reply) {
        return first(Pattern.compile("name=\"seen\" value=\"([^\"]*)\""), reply).replace("&#61;", "=");
    }

    static String first(Pattern pattern, Reply reply) {
        Matcher found = pattern.matcher(reply.text());
        assertThat(found.find()).as(reply.text()).isTrue();
        return found.group(1);
    }
}
