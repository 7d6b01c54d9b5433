package org.migrationhub.server.api;

import java.util.Map;
import org.migrationhub.server.account.OwnData;
import org.migrationhub.server.json.Tree;
import org.migrationhub.server.message.AccountMessage;
import org.migrationhub.server.message.Message;

/** Renders what is kept of somebody beside their records. Stateless and thread-safe. */
final class OwnTraces {

    private OwnTraces() {}

    /** With the address to which it goes, as long as that is kept with the message. */
    static Map<String, Object> message(Message message) {
        AccountMessage given = message.given();
        return MessageJson.message(message)
                .put("address", given == null ? null : given.address())
                .done();
    }

    static Map<String, Object> pending(OwnData.Pending pending) {
        return new Tree()
                .put("purpose", pending.purpose())
                .put("email", pending.email())
                .words("name", pending.name())
                .text("until", pending.until())
                .done();
    }

    static Map<String, Object> trace(OwnData.Trace trace) {
        return new Tree()
                .put("kind", trace.kind())
                .put("id", trace.id())
                .text("since", trace.since())
                .text("until", trace.until())
                .done();
    }
}
