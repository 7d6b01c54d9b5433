package org.migrationhub.server.account;

/** Address and password don't belong together. Whether there is an account with the address isn't told. */
public final class LoginFailedException extends RuntimeException {

    LoginFailedException() {
        super("Address and password don't belong together");
    }
}
