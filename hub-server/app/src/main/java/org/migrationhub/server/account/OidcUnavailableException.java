package org.migrationhub.server.account;

/** An identity provider doesn't answer; it is likely to pass. */
public final class OidcUnavailableException extends RuntimeException {

    OidcUnavailableException(Exception cause) {
        super("An identity provider doesn't answer", cause);
    }
}
