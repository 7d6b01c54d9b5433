package org.migrationhub.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.migrationhub.core.access.Actor;
import org.migrationhub.server.api.Grant;
import org.migrationhub.server.api.Tokens;

/**
 * Who has which token. Provisional: accounts take its place. It keeps SHA-256 digests only, and compares a token with every
 * one of them in constant time. Immutable and thread-safe.
 */
final class TokenTable implements Tokens {

    private final List<Row> rows = new ArrayList<>();

    private static final class Row {
        private final byte[] digest;
        private final Actor actor;

        Row(Grant grant) {
            this.digest = digest(grant.token());
            this.actor = grant.actor();
        }
    }

    TokenTable(List<Grant> grants) {
        grants.forEach(grant -> rows.add(new Row(grant)));
    }

    @Override
    public Optional<Actor> find(String token) {
        byte[] digest = digest(token);
        Actor found = null;
        for (Row row : rows) {
            if (MessageDigest.isEqual(row.digest, digest)) {
                found = row.actor;
            }
        }
        return Optional.ofNullable(found);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
