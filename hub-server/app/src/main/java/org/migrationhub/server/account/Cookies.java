package org.migrationhub.server.account;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The cookies: that of a session, and that of a browser from which an account was entered. Scripts can't read them, other
 * sites' forms don't carry them, and with the prefix that they have over TLS no other host can set them. Immutable and
 * thread-safe.
 *
 * @param secure whether they go over TLS alone; not so only where everything stays on this machine
 */
public record Cookies(boolean secure) {

    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

    /** The name of the session's. */
    public String session() {
        return named("hub");
    }

    /** The name of the browser's. */
    public String device() {
        return named("hub-device");
    }

    /** The name of that which waits for somebody to come back from an identity provider. */
    public String attempt() {
        return named("hub-oidc");
    }

    /** The name of that which says where somebody wanted to go before they went to an identity provider. */
    public String back() {
        return named("hub-back");
    }

    /** The name of that which shows for what somebody sent before they went there. */
    public String waiting() {
        return named("hub-waiting");
    }

    /** The name of that which shows for it once they are back. */
    public String again() {
        return named("hub-again");
    }

    /** Sets that of a session, until the browser is closed or the session ends. */
    public String open(OpenSession open) {
        return set(session(), open.secret(), Sessions.LONGEST);
    }

    /** Takes it away. */
    public String close() {
        return set(session(), "", Duration.ZERO);
    }

    /** Sets that of a browser. */
    public String remember(String secret) {
        return set(device(), secret, Sessions.DEVICE);
    }

    /** Sets a cookie. */
    public String set(String name, String value, Duration life) {
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; %sSameSite=Lax"
                .formatted(name, value, life.toSeconds(), secure ? "Secure; " : "");
    }

    /** A cookie's value, if it could be one of ours. */
    public static Optional<String> secret(@Nullable String value) {
        return Optional.ofNullable(value).filter(text -> SECRET.matcher(text).matches());
    }

    /** The name that a cookie of ours has here. */
    public String named(String name) {
        return (secure ? "__Host-" : "") + name;
    }
}
