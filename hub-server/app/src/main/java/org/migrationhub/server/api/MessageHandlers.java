package org.migrationhub.server.api;

import java.util.List;
import org.migrationhub.core.access.Actor;
import org.migrationhub.server.message.Letter;
import org.migrationhub.server.message.Message;
import org.migrationhub.server.message.MessageState;
import org.migrationhub.server.message.Messages;

/** What people are told by mail, for those who look after it. */
final class MessageHandlers {

    private static final String DRY_RUN = "dryRun";

    private MessageHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation("listMessages", "GET", Api.at("messages"), MessageHandlers::list)
                        .taking("state", "limit", "cursor"),
                new Operation("readMessage", "GET", Api.at("messages/{id}"), MessageHandlers::read),
                new Operation("retryMessage", "POST", Api.at("messages/{id}/retry"), MessageHandlers::retry)
                        .taking(DRY_RUN),
                new Operation("discardMessage", "POST", Api.at("messages/{id}/discard"), MessageHandlers::discard)
                        .taking(DRY_RUN));
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
        return changed(ask, Messages::retry);
    }

    private static Answer discard(Ask ask) {
        return changed(ask, Messages::discard);
    }

    /** Something that is done to a message, or can't be. */
    private interface Act {
        boolean on(Messages messages, Actor actor, String id);
    }

    private static Answer changed(Ask ask, Act act) {
        ask.noForm();
        Act done = ask.query().flag(DRY_RUN) ? Messages::isOpen : act;
        boolean possible = done.on(ask.messages(), ask.actor(), ask.message());
        Messages.Shown shown = ask.messages().read(ask.actor(), ask.message());
        if (!possible) {
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
