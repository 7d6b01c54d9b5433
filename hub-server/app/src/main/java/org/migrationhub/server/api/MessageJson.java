package org.migrationhub.server.api;

import java.util.Map;
import org.migrationhub.server.json.Tree;
import org.migrationhub.server.message.Letter;
import org.migrationhub.server.message.Message;
import org.migrationhub.server.message.MessageState;

/** Renders messages. Stateless and thread-safe. */
final class MessageJson {

    private MessageJson() {}

    /** What there is to know of a message without its words, to which more may be added. */
    static Tree message(Message message) {
        boolean waits = message.state() == MessageState.WAITING;
        return new Tree()
                .text("id", message.id())
                .put("kind", message.kind().code())
                .put("state", message.state().code())
                .put("reason", message.reason())
                .text("recipient", message.recipient())
                .text("submission", message.submission())
                .text("queuedAt", message.queuedAt())
                .put("tries", message.tries())
                .text("dueAt", waits ? message.dueAt() : null)
                .text("endedAt", message.endedAt());
    }

    static Map<String, Object> letter(Letter letter) {
        return new Tree()
                .text("language", letter.language())
                .put("subject", letter.subject())
                .put("text", letter.plain())
                .put("html", letter.html())
                .done();
    }
}
