package org.migrationhub.server.account;

/** Somebody came from an identity provider with something that doesn't let them in. */
public final class OidcFailedException extends RuntimeException {

    /** Why, in one sentence that may be told. */
    public OidcFailedException(String sentence) {
        super(sentence);
    }

    OidcFailedException(String sentence, Exception cause) {
        super(sentence, cause);
    }
}
