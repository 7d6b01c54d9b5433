package org.migrationhub.server.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.server.tables.ServerTables;

/**
 * Which id here belongs to which key of where things come from. An id is reserved before anything is imported under it, and
 * never given to another key: whoever repeats an import, be it after a crash, finds the same. Keys are kept by their digests,
 * since they may name people. Shared by all servers on one database; thread-safe.
 */
public final class ImportKeys {

    private final ServerTables tables;

    /** The keys in these tables. */
    public ImportKeys(ServerTables tables) {
        this.tables = tables;
    }

    /**
     * The ids of those keys that have one.
     *
     * @param owner whose keys they are
     */
    Map<String, String> find(String owner, ImportKind kind, Collection<String> keys) {
        Map<String, String> digests = digests(kind, keys);
        Map<String, String> found =
                digests.isEmpty() ? Map.of() : tables.read(handle -> ids(handle, owner, kind, digests.values()));
        Map<String, String> ids = new HashMap<>();
        digests.forEach((key, digest) -> {
            String id = found.get(digest);
            if (id != null) {
                ids.put(key, id);
            }
        });
        return ids;
    }

    /**
     * Reserves ids for the keys that have none yet.
     *
     * @param owner whose keys they are
     * @param proposed an id for each key, for the case that it has none
     * @return the id of each key
     */
    Map<String, String> reserve(String owner, ImportKind kind, Map<String, String> proposed) {
        SortedMap<String, String> byDigest = new TreeMap<>(); // everybody locks them in the same order
        proposed.forEach((key, id) -> byDigest.put(digest(kind, key), id));
        if (!byDigest.isEmpty()) {
            tables.write(handle -> insert(handle, owner, kind, byDigest));
        }
        return find(owner, kind, proposed.keySet());
    }

    /** Forgets which keys had this id, or were this person's: of somebody who was erased not even the digest of a key is kept. */
    public void forget(String id) {
        tables.write(handle -> handle.createUpdate("delete from server.import_key where id = :id or owner = :id")
                .bind("id", id)
                .execute());
    }

    private static int insert(Handle handle, String owner, ImportKind kind, SortedMap<String, String> byDigest) {
        PreparedBatch batch = handle.prepareBatch("insert into server.import_key (owner, kind, source_key, id)"
                + " values (:owner, :kind, :key, :id) on conflict do nothing");
        byDigest.forEach((digest, id) -> batch.bind("owner", owner)
                .bind("kind", kind.code())
                .bind("key", digest)
                .bind("id", id)
                .add());
        return batch.execute().length;
    }

    private static Map<String, String> ids(Handle handle, String owner, ImportKind kind, Collection<String> digests) {
        Map<String, String> ids = new HashMap<>();
        handle.registerArrayType(String.class, "text");
        handle.createQuery("select source_key, id from server.import_key"
                        + " where owner = :owner and kind = :kind and source_key = any(:keys)")
                .bind("owner", owner)
                .bind("kind", kind.code())
                .bindArray("keys", String.class, List.copyOf(digests))
                .map((row, context) -> ids.put(row.getString(1), row.getString(2)))
                .list();
        return ids;
    }

    private static Map<String, String> digests(ImportKind kind, Collection<String> keys) {
        Map<String, String> digests = new HashMap<>();
        new ArrayList<>(keys).forEach(key -> digests.put(key, digest(kind, key)));
        return digests;
    }

    private static String digest(ImportKind kind, String key) {
        return Sha256.of((kind.code() + "\n" + key).getBytes(StandardCharsets.UTF_8))
                .hex();
    }
}
