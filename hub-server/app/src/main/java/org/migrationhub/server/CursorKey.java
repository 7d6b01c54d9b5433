package org.migrationhub.server;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.migrationhub.server.tables.ServerTables;

/** The key with which all servers on one database hide where a page of a search ended: the first of them makes it. */
final class CursorKey {

    private static final int BYTES = 32;

    private CursorKey() {}

    /** Reads it, or makes it where there is none. */
    static byte[] of(ServerTables tables) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        String kept = tables.write(handle -> {
            handle.createUpdate("insert into server.cursor_key (id, secret) values (1, :secret) on conflict do nothing")
                    .bind("secret", HexFormat.of().formatHex(fresh))
                    .execute();
            return handle.createQuery("select secret from server.cursor_key where id = 1")
                    .mapTo(String.class)
                    .one();
        });
        return HexFormat.of().parseHex(kept);
    }
}
