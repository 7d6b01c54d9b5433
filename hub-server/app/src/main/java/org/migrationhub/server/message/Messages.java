package org.migrationhub.server.message;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.review.SubmissionId;

/**
 * The messages, for those who look after them. A message about an item is there only for whoever may know of the item to whom
 * it goes: somebody of the secretariat who has submitted an item learns nothing of the messages to its panel, nor that there
 * are any. Thread-safe.
 */
public final class Messages {

    private final Hub hub;
    private final Outbox outbox;
    private final LetterWriter writer;
    private final MessageSettings settings;

    /**
     * The messages of a hub.
     *
     * @param hub which is asked who may know what
     * @param outbox where they are
     * @param recipients what is known of people beside the hub's records
     * @param settings how they are sent
     */
    public Messages(Hub hub, Outbox outbox, Recipients recipients, MessageSettings settings) {
        this.hub = hub;
        this.outbox = outbox;
        this.writer = new LetterWriter(hub, recipients, settings.site());
        this.settings = settings;
    }

    /** What sends them. */
    public Postman postman(InstantSource clock) {
        return new Postman(outbox, writer, settings.smtp(), clock);
    }

    /**
     * A message as somebody may see it.
     *
     * @param message itself
     * @param address to which it would go now; null if there is none
     * @param letter what it would say now; null if that is forgotten
     */
    public record Shown(
            Message message,
            @Nullable String address,
            @Nullable Letter letter) {}

    /**
     * Messages, the newest first.
     *
     * @param actor who asks
     * @param state of all of them; null for any
     * @param after the id with which the page before ended; null for the first page
     * @param limit how many at most
     * @throws ForbiddenException if the actor's roles don't allow it
     */
    public List<Message> list(Actor actor, @Nullable MessageState state, @Nullable String after, int limit) {
        requireKeeping(actor);
        List<Message> shown = new ArrayList<>();
        List<Message> page = outbox.page(state, after, limit);
        while (!page.isEmpty() && shown.size() < limit) {
            page.stream().filter(message -> mayKnow(actor, message)).forEach(shown::add);
            String last = page.get(page.size() - 1).id();
            page = page.size() < limit ? List.of() : outbox.page(state, last, limit);
        }
        return List.copyOf(shown.subList(0, Math.min(limit, shown.size())));
    }

    /**
     * One message, as it would be sent now.
     *
     * @throws ForbiddenException if the actor's roles don't allow it
     * @throws NotFoundException if there is none that the actor may know of
     */
    public Shown read(Actor actor, String id) {
        Message message = known(actor, id);
        boolean withLink = message.kind() == MessageKind.ACCOUNT_CONFIRMATION && mayHandOnLinks(actor);
        return new Shown(
                message,
                address(message).orElse(null),
                writer.show(message, withLink).orElse(null));
    }

    /**
     * Has a message sent at once that waits or was given up.
     *
     * @return false if it is being sent, or that is over
     * @throws ForbiddenException if the actor's roles don't allow it
     * @throws NotFoundException if there is none that the actor may know of
     */
    public boolean retry(Actor actor, String id) {
        return outbox.retry(known(actor, id).id());
    }

    /**
     * Closes a message that waits or was given up.
     *
     * @return false if it is being sent, or that is over
     * @throws ForbiddenException if the actor's roles don't allow it
     * @throws NotFoundException if there is none that the actor may know of
     */
    public boolean discard(Actor actor, String id) {
        Message message = known(actor, id);
        PersonId person = actor.person();
        return person != null && outbox.discard(message.id(), person);
    }

    private Message known(Actor actor, String id) {
        requireKeeping(actor);
        return outbox.find(id)
                .filter(message -> mayKnow(actor, message))
                .orElseThrow(() -> new NotFoundException("message", id));
    }

    private boolean mayKnow(Actor actor, Message message) {
        SubmissionId submission = message.submission();
        return submission == null || hub.as(actor).may(message.kind().shownTo(), submission);
    }

    /** A message shows somebody's address: it is for those who keep the records of people. */
    private void requireKeeping(Actor actor) {
        if (!hub.as(actor).may(Right.KEEP_PEOPLE)) {
            throw new ForbiddenException(Right.KEEP_PEOPLE.code(), "Your role doesn't allow it.");
        }
    }

    /**
     * Whoever has the link of a confirmation passes for the owner of the address. Nobody is shown it but, where no mail is
     * sent at all, those who may erase people: there it must be handed on otherwise. Links to passwords are shown to nobody.
     */
    private boolean mayHandOnLinks(Actor actor) {
        return settings.smtp() == null && hub.as(actor).may(Right.ERASE_PERSON);
    }

    private Optional<String> address(Message message) {
        AccountMessage given = message.given();
        if (given != null) {
            return Optional.of(given.address());
        }
        PersonId recipient = message.recipient();
        return recipient == null || message.kind().isOfAccount() ? Optional.empty() : writer.address(recipient);
    }
}
