package org.migrationhub.server.api;

import java.util.List;
import org.migrationhub.server.message.Letter;
import org.migrationhub.server.message.Message;
import org.migrationhub.server.message.MessageState;
import org.migrationhub.server.message.Messages;

/** What people are told by mail, for those who look after it. */
final class MessageHandlers {

    private MessageHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation("listMessages", "GET", Api.at("messages"), MessageHandlers::list)
                        .taking("state", "limit", "cursor"),
                new Operation("readMessage", "GET", Api.at("messages/{id}"), MessageHandlers::read),
                new Operation("retryMessage", "POST", Api.at("messages/{id}/retry"), MessageHandlers::retry),
                new Operation("discardMessage", "POST", Api.at("messages/{id}/discard"), MessageHandlers::discard));
    }

    private static Answer list(Ask ask) {
        Page page = Page.of("messages", ask.query());
        List<Message> found = ask.messages()
                .list(
                        ask.actor(),
                        ask.query()
                                .code("state", MessageState::find, "waiting, sent, dead or closed")
                                .orElse(null),
                        ask.query()
                                .code("cursor", Ids::message, "where a page ended")
                                .orElse(null),
                        page.asked());
        return page.answer(
                ask.query(), found, message -> MessageJson.message(message).done(), Message::id);
    }

    private static Answer read(Ask ask) {
        return shown(ask.messages().read(ask.actor(), ask.message()));
    }

    private static Answer retry(Ask ask) {
        ask.noForm();
        return changed(ask, ask.messages().retry(ask.actor(), ask.message()));
    }

    private static Answer discard(Ask ask) {
        ask.noForm();
        return changed(ask, ask.messages().discard(ask.actor(), ask.message()));
    }

    private static Answer changed(Ask ask, boolean done) {
        Messages.Shown shown = ask.messages().read(ask.actor(), ask.message());
        if (!done) {
            throw Problem.WRONG_STAGE.plain("The message is being sent, or that is over: it is "
                    + shown.message().state().code() + ".");
        }
        return shown(shown);
    }

    private static Answer shown(Messages.Shown shown) {
        Letter letter = shown.letter();
        return Answer.ok(MessageJson.message(shown.message())
                .put("address", shown.address())
                .put("letter", letter == null ? null : MessageJson.letter(letter))
                .done());
    }
}
