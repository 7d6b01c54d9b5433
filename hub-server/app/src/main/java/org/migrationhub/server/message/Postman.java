package org.migrationhub.server.message;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.storage.StorageUnavailableException;
import org.migrationhub.server.message.Outcome.Fate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that sends messages, one after the other, and forgets old ones. It outlives whatever fails, and nobody waits for
 * it. Of several servers on one database each message is claimed by one; what a server had claimed when it was killed, another
 * claims again. It is never interrupted: within the reading of a file an interrupt would close a database in files for
 * everybody. Begun and closed by one thread.
 */
public final class Postman implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /** How often a message is tried, over a day or so, before it is given up. */
    static final int MOST_TRIES = 12;

    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);
    private static final Backoff AFTER_REFUSAL = new Backoff(Duration.ofSeconds(30), Duration.ofHours(6));
    private static final Backoff AFTER_OUTAGE = new Backoff(Duration.ofMillis(500), Duration.ofMinutes(2));
    private static final long CLOSE_MILLIS = 1_500;

    private final Outbox outbox;
    private final LetterWriter writer;
    private final @Nullable Mailer mailer;
    private final InstantSource clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::work, "postman");
    private @Nullable Instant sweptAt;
    private int outages;

    /** Made by {@link Messages#postman}. */
    Postman(Outbox outbox, LetterWriter writer, @Nullable SmtpSettings smtp, InstantSource clock) {
        this.outbox = outbox;
        this.writer = writer;
        this.mailer = smtp == null ? null : new Mailer(smtp);
        this.clock = clock;
        thread.setDaemon(true);
    }

    /** Begins to send. */
    public void start() {
        thread.start();
    }

    /** Whether it goes on. */
    public boolean isAlive() {
        return thread.isAlive();
    }

    /** Claims nothing more, as soon as it can be told; for whoever is about to close it. */
    public void retire() {
        closing.countDown();
        outbox.wake();
    }

    /** Ends it, and waits a moment for what it is at: what isn't finished by then is sent again by whoever claims it next. */
    @Override
    public void close() {
        retire();
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!isClosing()) {
                turn();
            }
        } catch (InterruptedException e) {
            LOG.error("Somebody has interrupted what sends messages; it has ended", e);
        } finally {
            if (mailer != null) {
                mailer.close();
            }
        }
    }

    private void turn() throws InterruptedException {
        try {
            sweep();
            if (mailer == null || !sendNext(mailer)) {
                outbox.await(IDLE);
            }
        } catch (StorageUnavailableException e) {
            LOG.debug("The messages can't be reached now", e);
            pause();
        } catch (RuntimeException | Error e) {
            if (isClosing()) {
                LOG.debug("What sends messages was held up for too long", e);
            } else {
                LOG.error("What sends messages has failed; it goes on", e);
            }
            pause();
        }
    }

    private void sweep() {
        Instant now = clock.instant();
        if (sweptAt == null || now.isAfter(sweptAt.plus(BETWEEN_SWEEPS))) {
            int swept = outbox.sweep();
            sweptAt = now;
            if (swept > 0) {
                LOG.info("Forgot {} messages of long ago", swept);
            }
        }
    }

    /** Sends a message; false if there is none to send. */
    private boolean sendNext(Mailer with) throws InterruptedException {
        Claim claim = outbox.claim().orElse(null);
        if (claim == null) {
            with.close(); // a server of mail needs its connections for others
            return false;
        }
        note(claim, trySending(claim.message(), with));
        return true;
    }

    private Outcome trySending(Message message, Mailer with) {
        try {
            return send(message, with);
        } catch (StorageUnavailableException e) {
            throw e; // the claim ends by itself
        } catch (RuntimeException | Error e) {
            LOG.error("The message {} couldn't be written", message.id(), e);
            return new Outcome(Fate.LATER, "fault");
        }
    }

    private Outcome send(Message message, Mailer with) {
        Delivery delivery = writer.write(message);
        if (delivery instanceof Delivery.To to) {
            if (!clock.instant().isBefore(message.expiresAt())) {
                return new Outcome(Fate.NEVER, "too-old");
            }
            return message.tries() >= MOST_TRIES
                    ? new Outcome(Fate.NEVER, "too-many-tries")
                    : with.send(message.id(), to.address(), to.letter(), clock.instant());
        }
        return new Outcome(Fate.NOBODY, ((Delivery.ToNobody) delivery).reason());
    }

    private void note(Claim claim, Outcome outcome) throws InterruptedException {
        if (outcome.fate() == Fate.NONE_NOW) {
            outbox.release(claim);
            outages++;
            if (outages == 1) {
                LOG.warn("The server of mail takes no messages now ({}); this is tried again", outcome.reason());
            }
            pause();
            return;
        }
        if (outages > 0 && outcome.fate() == Fate.SENT) {
            LOG.info("The server of mail takes messages again");
            outages = 0;
        }
        switch (outcome.fate()) {
            case SENT -> outbox.end(claim, MessageState.SENT, null);
            case NOBODY -> outbox.end(claim, MessageState.CLOSED, outcome.reason());
            case NEVER -> giveUp(claim, outcome.reason());
            default -> postpone(claim, outcome.reason());
        }
    }

    private void postpone(Claim claim, String reason) {
        int tries = claim.message().tries() + 1;
        LOG.info(
                "The message {} couldn't be sent ({}), for the {}. time",
                claim.message().id(),
                reason,
                tries);
        if (tries >= MOST_TRIES) {
            giveUp(claim, reason);
        } else {
            outbox.postpone(claim, clock.instant().plus(AFTER_REFUSAL.after(tries)), reason);
        }
    }

    private void giveUp(Claim claim, String reason) {
        LOG.warn("The message {} was given up: {}", claim.message().id(), reason);
        outbox.end(claim, MessageState.DEAD, reason);
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    /** Waits, unless it is to end. */
    private void pause() throws InterruptedException {
        Duration wait = AFTER_OUTAGE.after(Math.max(1, outages));
        if (closing.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debug("What sends messages ends");
        }
    }
}
