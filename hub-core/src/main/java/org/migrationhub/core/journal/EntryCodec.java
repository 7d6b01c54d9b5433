package org.migrationhub.core.journal;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.CanonicalJson;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;

/**
 * Entries in the one form that they have outside the Hub: for hashing, for storages, and as lines of an export.
 * {@code JOURNAL-FORMAT.md} describes it for other implementers. Stateless and thread-safe.
 */
public final class EntryCodec {

    /** The name and version of the form; part of what is hashed. */
    public static final String FORMAT = "migration-hub-journal/1";

    private static final String HASH = "hash";
    private static final String POSITION = "position";

    private EntryCodec() {}

    /**
     * What the hash of an entry has to be: the SHA-256 of the canonical bytes of {@link #tree(Entry)} without its field
     * {@code hash}. {@link Entry#hash()} isn't looked at.
     */
    public static Sha256 hash(Entry entry) {
        return Sha256.of(CanonicalJson.bytes(unsealed(entry).done()));
    }

    /** All of an entry as a tree for {@link CanonicalJson}, in that form already; null is left out. It can't be changed. */
    public static Map<String, Object> tree(Entry entry) {
        return sealed(entry).done();
    }

    /**
     * Reads what {@link #tree(Entry)} writes, with fields and sets in any order. Whether the hash is right is not asked
     * here: see {@link Entry#isIntact()}.
     *
     * @throws IllegalArgumentException naming the first field that is missing, wrong or unknown
     */
    public static Entry entry(Map<String, ?> tree) {
        return FieldReader.object(tree, "", EntryCodec::entry);
    }

    /**
     * One line of an export, without the line end: the canonical JSON of {@link #tree(Entry)} and the position, which
     * is the storage's own and no part of the hash.
     */
    public static String line(FeedEntry entry) {
        Map<String, Object> tree =
                sealed(entry.entry()).number(POSITION, entry.position()).done();
        return new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8);
    }

    /**
     * Reads exactly what {@link #line(FeedEntry)} writes, to the last character. Whether the hash is right is not asked
     * here: see {@link Entry#isIntact()}.
     *
     * @throws IllegalArgumentException if it is no such line, saying what is wrong
     */
    public static FeedEntry read(String line) {
        Map<String, Object> tree = CanonicalJson.parseObject(line.getBytes(StandardCharsets.UTF_8));
        FeedEntry entry = FieldReader.object(tree, "", in -> new FeedEntry(in.number(POSITION), entry(in)));
        if (!line(entry).equals(line)) {
            throw new IllegalArgumentException("entry: this is not its canonical form");
        }
        return entry;
    }

    private static FieldWriter unsealed(Entry entry) {
        return new FieldWriter()
                .code("format", FORMAT)
                .code("chain", entry.chain())
                .number("sequence", entry.sequence())
                .time("at", entry.at())
                .object("actor", entry.actor(), EntryCodec::actor)
                .code("behalf", entry.behalf())
                .object("event", entry.event(), EventCodec::write)
                .code("previous", entry.previous());
    }

    private static FieldWriter sealed(Entry entry) {
        return unsealed(entry).code(HASH, entry.hash());
    }

    private static Entry entry(FieldReader in) {
        in.made("format", EntryCodec::format);
        return new Entry(
                in.made("chain", ChainId::new),
                in.number("sequence"),
                in.time("at"),
                in.object("actor", EntryCodec::actor),
                in.madeIfAny("behalf", PersonId::new),
                in.object("event", EventCodec::read),
                in.made("previous", Sha256::new),
                in.made(HASH, Sha256::new));
    }

    private static void actor(Actor actor, FieldWriter out) {
        out.code("person", actor.person()).set("roles", actor.roles(), Role::code);
    }

    private static Actor actor(FieldReader in) {
        EnumSet<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(in.list("roles", FieldReader.made(FieldReader.found(Role::find))));
        return new Actor(in.madeIfAny("person", PersonId::new), roles);
    }

    private static String format(String format) {
        if (!format.equals(FORMAT)) {
            throw new IllegalArgumentException("\"" + FORMAT + "\" was expected, not \"" + format + "\"");
        }
        return format;
    }
}
