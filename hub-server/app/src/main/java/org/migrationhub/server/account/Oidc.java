package org.migrationhub.server.account;

import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.PersonId;

/**
 * Lets in whom a configured identity provider vouches for (OpenID Connect: code flow with PKCE, state and nonce). Somebody who
 * comes for the first time is linked to the account with the address that the provider has verified, or gets one; without a
 * verified address nobody is linked to anything. Thread-safe.
 */
public final class Oidc {

    /** OpenID Connect Core 1.0, section 2. */
    private static final int LONGEST_SUBJECT = 255;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Parts parts;
    private final Registration registration;
    private final Login login;
    private final Supplier<URI> base;
    private final Map<String, OidcClient> clients = new LinkedHashMap<>();

    Oidc(Parts parts, Registration registration, Login login, Supplier<URI> base, List<OidcProvider> providers) {
        this.parts = parts;
        this.registration = registration;
        this.login = login;
        this.base = base;
        providers.forEach(provider -> clients.put(provider.name(), new OidcClient(provider)));
    }

    /**
     * That somebody is on their way to a provider.
     *
     * @param address where their browser is to go
     * @param secret what it is to show when they come back
     */
    public record Departure(URI address, String secret) {

        /** Without the secret: it must not get into a log. */
        @Override
        public String toString() {
            return "departure";
        }
    }

    private record Attempt(String provider, String nonce, String verifier) {}

    /** Who may vouch for somebody. */
    public List<OidcProvider> providers() {
        return clients.values().stream().map(OidcClient::provider).toList();
    }

    /**
     * Sends somebody to a provider.
     *
     * @return empty if there is no such provider
     * @throws OidcUnavailableException if it doesn't answer
     */
    public Optional<Departure> begin(String provider) {
        return Optional.ofNullable(clients.get(provider)).map(this::begin);
    }

    /**
     * Lets in whoever comes back.
     *
     * @param provider from whom
     * @param code that the provider gave them
     * @param state that they were given on their way
     * @param secret that their browser shows
     * @throws OidcFailedException if they didn't go from here, came back before, or nobody vouches for their address
     * @throws OidcUnavailableException if the provider doesn't answer
     */
    public Entrance finish(String provider, String code, String state, String secret) {
        Attempt attempt = parts.tables()
                .write(handle -> taken(handle, secret))
                .filter(one -> one.provider().equals(provider))
                .orElseThrow(
                        () -> new OidcFailedException("This login was finished before, or took too long; begin anew."));
        OidcClient client = clients.get(provider);
        if (client == null || !Secrets.same(state, state(secret))) {
            throw new OidcFailedException("This login didn't begin in this browser.");
        }
        Claims claims = client.finish(callback(provider), code, attempt.nonce(), attempt.verifier());
        Account account = account(claims)
                .orElseThrow(() -> new OidcFailedException(
                        "The identity provider hasn't verified your address, so that you can't be told from others."));
        follow(account, claims);
        return login.open(account, "oidc:" + provider);
    }

    /** Of whom a bearer token speaks, and as what; empty if it is none that is taken here. */
    Optional<Vouched> bearer(String token) {
        return parsed(token)
                .flatMap(jwt -> client(jwt).flatMap(client -> client.bearer(jwt)))
                .flatMap(claims -> account(claims).map(account -> new Vouched(account, claims.roles())));
    }

    /** Somebody with what a provider says that they are. */
    record Vouched(Account account, Set<Role> roles) {}

    void sweep(Handle handle) {
        handle.createUpdate("delete from server.oidc_attempt where expires_at < :now")
                .bind("now", Times.of(parts.now()))
                .execute();
    }

    private Departure begin(OidcClient client) {
        String secret = Secrets.next();
        Attempt attempt = new Attempt(client.provider().name(), Secrets.next(), Secrets.next());
        URI address = client.begin(callback(attempt.provider()), state(secret), attempt.nonce(), attempt.verifier());
        parts.tables()
                .write(handle -> handle.createUpdate("insert into server.oidc_attempt (digest, provider, nonce,"
                                + " verifier, expires_at) values (:digest, :provider, :nonce, :verifier, :until)")
                        .bind("digest", Secrets.digest(secret))
                        .bind("provider", attempt.provider())
                        .bind("nonce", attempt.nonce())
                        .bind("verifier", attempt.verifier())
                        .bind("until", Times.of(parts.now().plus(PATIENCE)))
                        .execute());
        return new Departure(address, secret);
    }

    /** What is kept of a login that began, which is so once. */
    private Optional<Attempt> taken(Handle handle, String secret) {
        String digest = Secrets.digest(secret);
        Optional<Attempt> attempt = handle.createQuery(
                        "select * from server.oidc_attempt where digest = :digest and expires_at > :now")
                .bind("digest", digest)
                .bind("now", Times.of(parts.now()))
                .map((row, context) ->
                        new Attempt(row.getString("provider"), row.getString("nonce"), row.getString("verifier")))
                .findOne();
        int deleted = handle.createUpdate("delete from server.oidc_attempt where digest = :digest")
                .bind("digest", digest)
                .execute();
        return attempt.filter(one -> deleted == 1);
    }

    /** Whose claims these are: whoever was linked before, or else whoever has the address that the provider has verified. */
    Optional<Account> account(Claims claims) {
        if (claims.subject().length() > LONGEST_SUBJECT) {
            return Optional.empty(); // longer than the protocol allows
        }
        Optional<Account> linked = parts.tables().read(handle -> linked(handle, claims));
        return linked.isPresent() ? linked : claims.verifiedEmail().map(email -> link(claims, email));
    }

    private Account link(Claims claims, EmailAddress email) {
        boolean there = parts.tables()
                .read(handle -> AccountTable.byAddress(handle, email).isPresent());
        PersonId person = there ? People.newId() : registration.person(email, People.newId(), claims.name(email));
        if (!there) {
            registration.tell(person);
        }
        return parts.tables().write(handle -> {
            Account account = registration.ofAddress(handle, person, email);
            handle.createUpdate("insert into server.identity (issuer, subject, account, linked_at) values (:issuer,"
                            + " :subject, :account, :now) on conflict do nothing")
                    .bind("issuer", claims.issuer())
                    .bind("subject", claims.subject())
                    .bind("account", account.id())
                    .bind("now", Times.of(parts.now()))
                    .execute();
            return linked(handle, claims).orElse(account);
        });
    }

    private static Optional<Account> linked(Handle handle, Claims claims) {
        return handle.createQuery(
                        AccountTable.joined("identity", "t.linked_at", "t.issuer = :issuer and t.subject = :subject"))
                .bind("issuer", claims.issuer())
                .bind("subject", claims.subject())
                .map((row, context) -> AccountTable.account(row))
                .findOne();
    }

    /** What the provider granted once and no longer says is taken back; what somebody else granted isn't its to take. */
    private void follow(Account account, Claims claims) {
        PersonId by = Roles.provider(claims.provider().name());
        Set<Role> said = EnumSet.noneOf(Role.class);
        said.addAll(claims.roles());
        parts.roles().follow(account, said, by);
    }

    private Optional<OidcClient> client(SignedJWT token) {
        try {
            String issuer = token.getJWTClaimsSet().getIssuer();
            return clients.values().stream()
                    .filter(client -> client.provider().issuer().toString().equals(issuer))
                    .findFirst();
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<SignedJWT> parsed(String token) {
        try {
            return Optional.of(SignedJWT.parse(token));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private URI callback(String provider) {
        return base.get().resolve("/api/v1/oidc/" + provider + "/callback");
    }

    private static String state(String secret) {
        return Secrets.derived(secret, "state");
    }
}
