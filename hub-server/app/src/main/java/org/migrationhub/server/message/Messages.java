package org.migrationhub.server.message;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.review.SubmissionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The messages, for those who look after them. A message about an item is there only for whoever may know of the item to whom
 * it goes: somebody of the secretariat who has submitted an item learns nothing of the messages to its panel, nor that there
 * are any. Thread-safe.
 */
public final class Messages {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    private static final Set<MessageKind> OF_DEMONSTRATION =
            EnumSet.of(MessageKind.CONFIRM_REGISTRATION, MessageKind.INVITATION);

    private final Hub hub;
    private final Outbox outbox;
    private final LetterWriter writer;
    private final Recipients recipients;
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
        this.recipients = recipients;
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
        Map<SubmissionId, Set<Right>> rights = new HashMap<>();
        List<Message> page = outbox.page(state, after, limit);
        while (!page.isEmpty() && shown.size() < limit) {
            page.stream()
                    .filter(message -> mayKnow(message, id -> rights.computeIfAbsent(id, each -> rights(actor, each))))
                    .forEach(shown::add);
            String last = page.get(page.size() - 1).id();
            page = page.size() < limit ? List.of() : outbox.page(state, last, limit);
        }
        return List.copyOf(shown.subList(0, Math.min(limit, shown.size())));
    }

    /** Those to whoever asks, the newest first: what one was told, or is to be told, as long as that is remembered. */
    public List<Message> own(Actor actor) {
        PersonId person = actor.person();
        return person == null ? List.of() : outbox.to(person);
    }

    /**
     * One message, as it would be sent now.
     *
     * @throws ForbiddenException if the actor's roles don't allow it
     * @throws NotFoundException if there is none that the actor may know of
     */
    public Shown read(Actor actor, String id) {
        Message message = known(actor, id);
        boolean withLink = mayHandOn(actor, message.kind());
        if (withLink) {
            LOG.info("The link of the message {} was shown to an administrator", message.id());
        }
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
     * Whether {@link #retry} and {@link #discard} would do what they say; does nothing.
     *
     * @throws ForbiddenException if the actor's roles don't allow it
     * @throws NotFoundException if there is none that the actor may know of
     */
    public boolean isOpen(Actor actor, String id) {
        return known(actor, id).isOpen();
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

    /** How many messages are in each state: for whoever watches over the server. */
    public Map<MessageState, Long> counts() {
        return outbox.counts();
    }

    private Message known(Actor actor, String id) {
        requireKeeping(actor);
        return outbox.find(id)
                .filter(message -> mayKnow(message, submission -> rights(actor, submission)))
                .orElseThrow(() -> new NotFoundException("message", id));
    }

    private static boolean mayKnow(Message message, Function<SubmissionId, Set<Right>> rights) {
        SubmissionId submission = message.submission();
        return submission == null
                || rights.apply(submission).contains(message.kind().shownTo());
    }

    /** Of the rights that show a message, those that somebody has on a submission. */
    private Set<Right> rights(Actor actor, SubmissionId submission) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (MessageKind kind : MessageKind.values()) {
            rights.add(kind.shownTo());
        }
        rights.removeIf(right -> !hub.as(actor).may(right, submission));
        return rights;
    }

    /** A message shows somebody's address: it is for those who keep the records of people. */
    private void requireKeeping(Actor actor) {
        if (!hub.as(actor).may(Right.KEEP_PEOPLE)) {
            throw new ForbiddenException(Right.KEEP_PEOPLE.code(), "Your role doesn't allow it.");
        }
    }

    /**
     * Whoever has a link passes for the owner of the address, and so comes to be a person whom the hub knows. So nobody is
     * shown one. But where no mail is sent at all, somebody must bring people in: the administrators whom the configuration
     * itself names, whom whoever can write it trusts anyway, are shown the links of invitations, to hand them on. Not those of
     * registrations, which they could ask for in anybody's name; and never what leads into an account that is there.
     */
    private boolean mayHandOn(Actor actor, MessageKind kind) {
        PersonId person = actor.person();
        if (settings.smtp() != null || person == null || !hub.as(actor).may(Right.ERASE_PERSON)) {
            return false;
        }
        return settings.demo()
                ? OF_DEMONSTRATION.contains(kind)
                : kind == MessageKind.INVITATION && recipients.isNamedAdministrator(person);
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
