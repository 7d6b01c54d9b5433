package org.migrationhub.server.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.notice.Notice;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.tables.ServerTables;

/**
 * The messages to people, in a table that all servers on one database share. Whoever changes one says in the same statement
 * what it must still be, so of several who would, one does. Thread-safe.
 */
public final class Outbox {

    /** For how long it is tried to send a message. Somebody who learns later than that has learned it otherwise. */
    static final Duration LIFE = Duration.ofDays(7);

    /** For how long it is remembered what became of a message. */
    static final Duration MEMORY = Duration.ofDays(90);

    /** For how long a claimed message is left to whoever has claimed it: longer than any sending takes. */
    static final Duration LEASE = Duration.ofMinutes(5);

    private static final String COLUMNS = "id, kind, recipient, submission, address, language, link, link_until,"
            + " happened_at, queued_at, expires_at, state, reason, tries, due_at, claim, ended_at";
    private static final String INSERT = """
            insert into server.message (id, kind, position, recipient, submission, address, language, link, link_until,
              happened_at, queued_at, expires_at, state, due_at)
            values (:id, :kind, :position, :recipient, :submission, :address, :language, :link, :linkUntil,
              :happenedAt, :queuedAt, :expiresAt, 'waiting', :queuedAt)
            on conflict do nothing""";
    private static final String BLANK = "address = null, link = null, link_until = null";
    private static final int CANDIDATES = 10;

    private final ServerTables tables;
    private final InstantSource clock;
    private final Semaphore news = new Semaphore(0);

    /** The outbox in these tables. */
    public Outbox(ServerTables tables, InstantSource clock) {
        this.tables = tables;
        this.clock = clock;
    }

    // What comes in.

    /**
     * Puts a message about an account into the outbox, within the transaction of whoever has the handle: it is sent if that
     * commits, and was never there if it doesn't.
     */
    public void queue(Handle handle, AccountMessage message) {
        Instant now = now();
        Instant end = now.plus(LIFE);
        Instant until = message.until();
        insert(
                handle,
                message.kind(),
                null,
                message.person(),
                null,
                message,
                now,
                until != null && until.isBefore(end) ? until : end);
        wake();
    }

    /** Forgets, within the transaction of whoever has the handle, what is still to be told to a person whose data is erased. */
    public void forget(Handle handle, PersonId person) {
        handle.createUpdate("update server.message set " + BLANK
                        + ", claim = null, reason = case when state in ('waiting', 'dead') then 'erased' else reason end,"
                        + " ended_at = coalesce(ended_at, :now),"
                        + " state = case when state in ('waiting', 'dead') then 'closed' else state end"
                        + " where recipient = :person")
                .bind("person", person.value())
                .bind("now", utc(now()))
                .execute();
    }

    /** The same of what is still to be sent to an address; in any case of its letters. */
    public void forgetAddress(Handle handle, String address) {
        handle.createUpdate("update server.message set " + BLANK
                        + ", state = 'closed', reason = 'erased', claim = null, ended_at = :now"
                        + " where lower(address) = lower(:address)")
                .bind("address", address)
                .bind("now", utc(now()))
                .execute();
    }

    /** Where the making of messages stands, or begins if this is the first time: at this position of the journal. */
    void beginAt(long position) {
        tables.write(handle -> handle.createUpdate(
                        "insert into server.message_feed (id, position) values (1, :position) on conflict do nothing")
                .bind("position", position)
                .execute());
    }

    /** Up to where in the journal messages were made of it. */
    long position() {
        return tables.read(handle -> handle.createQuery("select position from server.message_feed where id = 1")
                .mapTo(Long.class)
                .one());
    }

    /**
     * Takes what a stretch of the journal gives rise to, and moves the position to its end: both or neither. What another
     * server was faster to take is left alone.
     *
     * @param notices of the stretch
     * @param times when each of its entries was written, by position
     * @param erased whose data was erased in it
     * @param end of it
     */
    void take(List<Notice> notices, Map<Long, Instant> times, Set<PersonId> erased, long end) {
        boolean taken = tables.write(handle -> {
            int moved = handle.createUpdate(
                            "update server.message_feed set position = :end where id = 1 and position < :end")
                    .bind("end", end)
                    .execute();
            if (moved == 1) {
                Instant now = now();
                notices.forEach(notice -> insert(handle, notice, times.getOrDefault(notice.position(), now), now));
                erased.forEach(person -> forget(handle, person));
            }
            return moved == 1;
        });
        if (taken && !notices.isEmpty()) {
            wake();
        }
    }

    private void insert(Handle handle, Notice notice, Instant at, Instant now) {
        insert(
                handle,
                MessageKind.of(notice.kind()),
                notice.position(),
                notice.recipient(),
                notice.submission(),
                null,
                at,
                now.plus(LIFE));
    }

    private void insert(
            Handle handle,
            MessageKind kind,
            @Nullable Long position,
            @Nullable PersonId recipient,
            @Nullable SubmissionId submission,
            @Nullable AccountMessage given,
            Instant happenedAt,
            Instant expiresAt) {
        Instant now = now();
        Update insert = handle.createUpdate(INSERT)
                .bind("id", newId(now))
                .bind("kind", kind.code())
                .bind("position", position)
                .bind("recipient", recipient == null ? null : recipient.value())
                .bind("submission", submission == null ? null : submission.value())
                .bind("address", given == null ? null : given.address())
                .bind("language", given == null ? null : given.language().tag())
                .bind("link", given == null ? null : given.link())
                .bind("happenedAt", utc(happenedAt))
                .bind("queuedAt", utc(now))
                .bind("expiresAt", utc(expiresAt));
        Instant until = given == null ? null : given.until();
        insert.bindByType("linkUntil", until == null ? null : utc(until), OffsetDateTime.class)
                .execute();
    }

    // What goes out.

    /** Waits until there may be something new, at most for so long. */
    void await(Duration atMost) throws InterruptedException {
        if (news.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            news.drainPermits();
        }
    }

    /** Ends the waiting. */
    void wake() {
        news.release();
    }

    /** Claims a message that is due: nobody else sends it now. Empty if there is none. */
    Optional<Claim> claim() {
        Instant now = now();
        List<Message> due = tables.read(handle -> handle.createQuery("select " + COLUMNS
                        + " from server.message where state = 'waiting' and due_at <= :now order by due_at, id limit "
                        + CANDIDATES)
                .bind("now", utc(now))
                .map(Outbox::message)
                .list());
        return due.stream().flatMap(message -> claim(message, now).stream()).findFirst();
    }

    private Optional<Claim> claim(Message message, Instant now) {
        String by = UUID.randomUUID().toString();
        int claimed = tables.write(handle -> handle.createUpdate("""
                        update server.message set claim = :claim, due_at = :lease, tries = tries + 1
                        where id = :id and state = 'waiting' and due_at = :due""")
                .bind("claim", by)
                .bind("lease", utc(now.plus(LEASE)))
                .bind("id", message.id())
                .bind("due", utc(message.dueAt()))
                .execute());
        return claimed == 1 ? Optional.of(new Claim(message, by)) : Optional.empty();
    }

    /** Notes what became of a claimed message for good, unless the claim was lost meanwhile. What was given stays with the dead. */
    boolean end(Claim claim, MessageState state, @Nullable String reason) {
        String blank = state == MessageState.DEAD ? "" : BLANK + ", ";
        return changeClaimed(
                claim,
                blank + "state = :state, reason = :reason, ended_at = :now",
                reason,
                update -> update.bind("state", state.code()).bind("now", utc(now())));
    }

    /** Gives a claimed message back, to be tried again at a later time. */
    boolean postpone(Claim claim, Instant until, String reason) {
        return changeClaimed(
                claim, "due_at = :due, reason = :reason", reason, update -> update.bind("due", utc(until)));
    }

    /** Gives a claimed message back as if it hadn't been claimed. */
    boolean release(Claim claim) {
        return changeClaimed(
                claim,
                "due_at = :due, tries = tries - 1, reason = :reason",
                claim.message().reason(),
                update -> update.bind("due", utc(claim.message().dueAt())));
    }

    private interface Binding {
        Update to(Update update);
    }

    private boolean changeClaimed(Claim claim, String changes, @Nullable String reason, Binding binding) {
        return tables.write(handle -> binding.to(handle.createUpdate("update server.message set claim = null, "
                                        + changes + " where id = :id and claim = :claim and state = 'waiting'")
                                .bind("id", claim.message().id())
                                .bind("claim", claim.by())
                                .bind("reason", reason))
                        .execute()
                == 1);
    }

    /** Forgets what became of messages long ago. */
    int sweep() {
        return tables.write(handle -> handle.createUpdate("delete from server.message where queued_at < :before")
                .bind("before", utc(now().minus(MEMORY)))
                .execute());
    }

    // What is looked after by people.

    /** One message. */
    Optional<Message> find(String id) {
        return tables.read(handle -> handle.createQuery("select " + COLUMNS + " from server.message where id = :id")
                .bind("id", id)
                .map(Outbox::message)
                .findOne());
    }

    /** Messages in a state, or all; the newest first, from where a page ended. */
    List<Message> page(@Nullable MessageState state, @Nullable String after, int limit) {
        String where = (state == null ? "" : " and state = :state") + (after == null ? "" : " and id < :after");
        return tables.read(handle -> {
            var query = handle.createQuery("select " + COLUMNS + " from server.message where 1 = 1" + where
                            + " order by id desc limit :limit")
                    .bind("limit", limit);
            if (state != null) {
                query.bind("state", state.code());
            }
            if (after != null) {
                query.bind("after", after);
            }
            return query.map(Outbox::message).list();
        });
    }

    /** All to one person, the newest first. */
    List<Message> to(PersonId recipient) {
        return tables.read(handle -> handle.createQuery(
                        "select " + COLUMNS + " from server.message where recipient = :recipient order by id desc")
                .bind("recipient", recipient.value())
                .map(Outbox::message)
                .list());
    }

    /** Lets a message that waits, or was given up, be sent at once, with as many tries as a new one. False if it does neither. */
    boolean retry(String id) {
        Instant now = now();
        boolean changed = tables.write(handle -> handle.createUpdate("""
                        update server.message set state = 'waiting', tries = 0, due_at = :now, ended_at = null, ended_by = null,
                          expires_at = coalesce(link_until, :end), reason = null
                        where id = :id and (state = 'dead' or (state = 'waiting' and claim is null))""")
                        .bind("id", id)
                        .bind("now", utc(now))
                        .bind("end", utc(now.plus(LIFE)))
                        .execute()
                == 1);
        wake();
        return changed;
    }

    /** Closes a message that waits, or was given up. False if it does neither, or is being sent. */
    boolean discard(String id, PersonId by) {
        return tables.write(handle -> handle.createUpdate("update server.message set " + BLANK + """
                        , state = 'closed', reason = 'discarded', ended_at = :now, ended_by = :by
                        where id = :id and (state = 'dead' or (state = 'waiting' and claim is null))""")
                        .bind("id", id)
                        .bind("by", by.value())
                        .bind("now", utc(now()))
                        .execute()
                == 1);
    }

    /** How many messages are in each state: for whoever watches over the server. */
    public Map<MessageState, Long> counts() {
        Map<MessageState, Long> counts = new EnumMap<>(MessageState.class);
        for (MessageState state : MessageState.values()) {
            counts.put(state, 0L);
        }
        tables.read(handle -> handle.createQuery("select state, count(*) as number from server.message group by state")
                .map((row, context) -> counts.put(state(row), row.getLong("number")))
                .list());
        return counts;
    }

    // Rows.

    private static Message message(ResultSet row, StatementContext context) throws SQLException {
        String recipient = row.getString("recipient");
        String submission = row.getString("submission");
        MessageKind kind = MessageKind.ofCode(row.getString("kind"));
        PersonId person = recipient == null ? null : new PersonId(recipient);
        return new Message(
                row.getString("id"),
                kind,
                person,
                submission == null ? null : new SubmissionId(submission),
                given(row, kind, person),
                required(row, "happened_at"),
                required(row, "queued_at"),
                required(row, "expires_at"),
                state(row),
                row.getString("reason"),
                row.getInt("tries"),
                required(row, "due_at"),
                row.getString("claim") != null,
                instant(row, "ended_at"));
    }

    private static @Nullable AccountMessage given(ResultSet row, MessageKind kind, @Nullable PersonId person)
            throws SQLException {
        String address = row.getString("address");
        return address == null
                ? null
                : new AccountMessage(
                        kind,
                        address,
                        new Language(row.getString("language")),
                        person,
                        row.getString("link"),
                        instant(row, "link_until"));
    }

    private static MessageState state(ResultSet row) throws SQLException {
        String code = row.getString("state");
        return MessageState.find(code)
                .orElseThrow(() -> new IllegalStateException("No state of a message is called " + code));
    }

    private static Instant required(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Now, in whole microseconds: what every database keeps. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** A UUID of version 7: later ones sort later. */
    private static String newId(Instant at) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = (at.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000);
        long low = (random.nextLong() >>> 2) | Long.MIN_VALUE;
        return new UUID(high, low).toString();
    }
}
