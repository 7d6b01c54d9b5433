package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What people are told by mail, as the secretariat sees it. */
class MessagePagesTest extends SecretariatPages {

    @Test
    void aMessageIsReadAsItsRecipientWouldAndCanBeDiscardedOnce() {
        Story story = Story.submitted(server, "Sample: <told> of in a message");
        Story.ok(server.secretariat().post(story.path("/return"), "{\"text\":\"Sample request.\"}"));
        Reply list = secretariat.open("/en/desk/messages?state=waiting");
        Matcher address = Pattern.compile("/en/desk/messages/[0-9a-f-]{36}").matcher(list.text());
        assertThat(address.find()).isTrue();
        Reply message = secretariat.open(address.group());
        assertThat(message.text())
                .contains("Returned to the submitter", "Sample: &lt;told&gt; of in a message")
                .doesNotContain("<told>");
        assertThat(secretariat.follow(address.group() + "/retry").text()).contains("It is sent as soon as possible.");
        assertThat(secretariat.follow(address.group() + "/discard").text()).contains("It won’t be sent.");
        Reply over = secretariat.follow(address.group() + "/discard");
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.text()).contains("that is over");
    }
}
