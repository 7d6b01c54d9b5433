package org.migrationhub.server.site.secretariat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.message.Message;
import org.migrationhub.server.message.MessageState;
import org.migrationhub.server.message.Messages;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** What people are told by mail, and what couldn't be told. Stateless and thread-safe. */
final class MessagePages {

    private static final String MESSAGES = "/desk/messages";
    private static final String SECTION = "desk.messages";
    private static final String ONE = MESSAGES + "/{id}";
    private static final int PAGE = 30;

    private MessagePages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(MESSAGES, MessagePages::list, "state", "cursor").personal(),
                Route.of(ONE, MessagePages::show).personal(),
                Route.post(ONE + "/retry", visit -> done(visit, Messages::retry, "secretariat-message-sent-again"))
                        .personal(),
                Route.post(ONE + "/discard", visit -> done(visit, Messages::discard, "secretariat-message-discarded"))
                        .personal());
    }

    /** Something that is done to a message, or can't be. */
    private interface Act {
        boolean on(Messages messages, Actor actor, String id);
    }

    private static Answer list(Visit visit) {
        MessageState state =
                visit.ask().query().one("state").flatMap(MessageState::find).orElse(null);
        String cursor = visit.ask().query().one("cursor").orElse("");
        List<Message> found =
                visit.ask().messages().list(visit.ask().actor(), state, cursor.isEmpty() ? null : cursor, PAGE + 1);
        List<Message> shown = found.subList(0, Math.min(PAGE, found.size()));
        Names names = new Names(visit);
        Times times = new Times(visit.voice(), visit.ask().now());
        Map<SubmissionId, Optional<Linked>> items = new HashMap<>();
        String address = address(visit, state);
        String next = (address.contains("?") ? "&" : "?") + "cursor=";
        MessagesView page = new MessagesView(
                shelves(visit, state),
                shown.stream().map(one -> line(visit, names, times, items, one)).toList(),
                found.size() > PAGE ? address + next + shown.get(PAGE - 1).id() : null,
                cursor.isEmpty() ? null : address);
        return visit.own("secretariat/messages", visit.desk(visit.voice().plain("desk.messages"), SECTION), page);
    }

    private static String address(Visit visit, @Nullable MessageState state) {
        return visit.at().to(MESSAGES) + (state == null ? "" : "?state=" + state.code());
    }

    private static List<QueueView.Shelf> shelves(Visit visit, @Nullable MessageState chosen) {
        Voice voice = visit.voice();
        String dead = count(visit, MessageState.DEAD);
        List<QueueView.Shelf> shelves = new ArrayList<>();
        shelves.add(new QueueView.Shelf(
                voice.say("secretariat.messages.all"), address(visit, null), count(visit, null), "", chosen == null));
        Arrays.stream(MessageState.values())
                .forEach(state -> shelves.add(new QueueView.Shelf(
                        voice.say("delivery." + state.code()),
                        address(visit, state),
                        count(visit, state),
                        state != MessageState.DEAD || dead.equals(voice.number(0)) ? "" : "waits",
                        state == chosen)));
        return shelves;
    }

    /** How many there are in a state, of those that whoever looks may know of: how many there are in all would tell of others. */
    private static String count(Visit visit, @Nullable MessageState state) {
        int found = visit.ask()
                .messages()
                .list(visit.ask().actor(), state, null, PAGE + 1)
                .size();
        return found > PAGE
                ? visit.voice().say("secretariat.more", visit.voice().number(PAGE))
                : visit.voice().number(found);
    }

    private static MessagesView.Line line(
            Visit visit, Names names, Times times, Map<SubmissionId, Optional<Linked>> items, Message message) {
        PersonId recipient = message.recipient();
        SubmissionId submission = message.submission();
        return new MessagesView.Line(
                new Linked(
                        visit.voice().plain("message." + message.kind().code()),
                        visit.at().to(MESSAGES + "/" + message.id())),
                recipient == null ? null : names.person(recipient),
                submission == null
                        ? null
                        : items.computeIfAbsent(submission, id -> found(visit, id))
                                .orElse(null),
                times.minute(message.queuedAt()),
                visit.voice().say("delivery." + message.state().code()),
                tone(message.state()),
                why(visit.voice(), message.reason()));
    }

    private static String tone(MessageState state) {
        return switch (state) {
            case DEAD -> "bad";
            case SENT -> "good";
            case WAITING -> "waits";
            case CLOSED -> "";
        };
    }

    private static String why(Voice voice, @Nullable String reason) {
        return reason == null || reason.isEmpty() ? "" : voice.terms().delay(reason);
    }

    private static Answer show(Visit visit) {
        return shown(visit, 200, null);
    }

    private static Answer shown(Visit visit, int status, @Nullable Said wrong) {
        String id = visit.ask().message();
        Messages.Shown shown = visit.ask().messages().read(visit.ask().actor(), id);
        Message message = shown.message();
        Voice voice = visit.voice();
        MessageView page = new MessageView(
                visit.at().to(MESSAGES + "/" + id),
                voice.say("delivery." + message.state().code()),
                tone(message.state()),
                why(voice, message.reason()),
                facts(visit, shown),
                shown.letter(),
                visit.ask().messages().isOpen(visit.ask().actor(), id),
                wrong);
        Said title = voice.plain("message." + message.kind().code());
        return visit.own(status, "secretariat/message", visit.desk(title, SECTION), page);
    }

    private static List<DeskItem.Fact> facts(Visit visit, Messages.Shown shown) {
        Voice voice = visit.voice();
        Message message = shown.message();
        Times times = new Times(voice, visit.ask().now());
        List<DeskItem.Fact> facts = new ArrayList<>();
        PersonId recipient = message.recipient();
        if (recipient != null) {
            add(facts, voice, "secretariat.message.to", new Names(visit).person(recipient));
        }
        if (shown.address() != null) {
            add(facts, voice, "secretariat.person.email", Linked.plain(new Said(shown.address(), null, "ltr")));
        }
        SubmissionId submission = message.submission();
        if (submission != null) {
            add(facts, voice, "secretariat.message.about", item(visit, submission));
        }
        add(facts, voice, "secretariat.message.queued", plain(times.minute(message.queuedAt())));
        add(facts, voice, "secretariat.message.tries", plain(voice.number(message.tries())));
        Instant ended = message.endedAt();
        if (ended != null) {
            add(facts, voice, "secretariat.message.ended", plain(times.minute(ended)));
        } else {
            add(facts, voice, "secretariat.message.due", plain(times.minute(message.dueAt())));
        }
        return facts;
    }

    private static Linked item(Visit visit, SubmissionId id) {
        return found(visit, id).orElseGet(() -> Linked.plain(new Said(id.value(), null, "ltr")));
    }

    /** An item by its title, for whoever may know of it. */
    private static Optional<Linked> found(Visit visit, SubmissionId id) {
        try {
            return Optional.of(new Linked(Items.title(visit.ask().desk().view(id)), Items.address(visit, id)));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private static Linked plain(String text) {
        return Linked.plain(new Said(text, null, null));
    }

    private static void add(List<DeskItem.Fact> facts, Voice voice, String key, Linked value) {
        facts.add(new DeskItem.Fact(voice.say(key), List.of(value)));
    }

    private static Answer done(Visit visit, Act act, String told) {
        String id = visit.ask().message();
        return act.on(visit.ask().messages(), visit.ask().actor(), id)
                ? visit.leadTo(MESSAGES + "/" + id, told)
                : shown(visit, 409, visit.voice().plain("secretariat.message.over"));
    }
}
