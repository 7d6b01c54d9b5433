package org.migrationhub.server.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Talks to one identity provider. What it says of itself is asked for when it is first needed and kept while the server runs,
 * its keys for some minutes. Signatures are verified with its public keys alone. Thread-safe.
 */
final class OidcClient {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 5_000;
    private static final int MOST_BYTES = 256 * 1024;

    private static final Set<JWSAlgorithm> ALGORITHMS = asymmetric();

    private final OidcProvider provider;
    private volatile @Nullable Known known;

    OidcClient(OidcProvider provider) {
        this.provider = provider;
    }

    /** What the provider says of itself, and how its signatures are verified. */
    private record Known(OIDCProviderMetadata metadata, JWSKeySelector<SecurityContext> keys) {}

    OidcProvider provider() {
        return provider;
    }

    /**
     * Asks the provider what it says of itself.
     *
     * @throws OidcFailedException if it isn't reached over TLS throughout
     * @throws OidcUnavailableException if it doesn't answer, or says what can't be used
     */
    void look() {
        known();
    }

    /**
     * Where somebody is to go to say who they are.
     *
     * @param verifier what only whoever began will be able to show (PKCE)
     * @throws OidcUnavailableException if the provider doesn't answer
     */
    URI begin(URI callback, String state, String nonce, String verifier) {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "email", "profile"),
                        new ClientID(provider.client()),
                        callback)
                .endpointURI(known().metadata().getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(new Nonce(nonce))
                .codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * What the provider says of whoever came back with a code.
     *
     * @throws OidcFailedException if the provider doesn't know the code, or what it says can't be verified
     * @throws OidcUnavailableException if it doesn't answer
     */
    Claims finish(URI callback, String code, String nonce, String verifier) {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), callback, new CodeVerifier(verifier));
        try {
            HTTPRequest request = request(grant).toHTTPRequest();
            request.setConnectTimeout(CONNECT_MILLIS);
            request.setReadTimeout(READ_MILLIS);
            request.setFollowRedirects(false);
            TokenResponse response = OIDCTokenResponseParser.parse(request.send());
            if (!(response instanceof OIDCTokenResponse good)) {
                throw new OidcFailedException("The identity provider doesn't know of this login any more.");
            }
            return new Claims(provider, verified(good.getOIDCTokens().getIDToken(), nonce));
        } catch (IOException | KeySourceException e) {
            throw new OidcUnavailableException(e);
        } catch (ParseException | BadJOSEException | JOSEException | java.text.ParseException e) {
            throw new OidcFailedException("What the identity provider says can't be verified.", e);
        }
    }

    /**
     * What a bearer token of the provider's says; empty if it isn't one that is taken here.
     *
     * @throws OidcUnavailableException if the provider's keys can't be asked for
     */
    Optional<Claims> bearer(SignedJWT token) {
        if (provider.audience().isEmpty()) {
            return Optional.empty();
        }
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), new JOSEObjectType("application/at+jwt"), null));
        processor.setJWSKeySelector(known().keys());
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                provider.audience(),
                new JWTClaimsSet.Builder().issuer(provider.issuer().toString()).build(),
                Set.of("sub", "exp")));
        try {
            return Optional.of(processor.process(token, null))
                    .filter(claims -> !isOfLogin(claims))
                    .map(claims -> new Claims(provider, claims));
        } catch (KeySourceException e) {
            throw new OidcUnavailableException(e);
        } catch (BadJOSEException | JOSEException e) {
            return Optional.empty();
        }
    }

    /** Whether this tells a client who somebody is (an ID token): nobody has let a program act by it. */
    private static boolean isOfLogin(JWTClaimsSet claims) {
        return claims.getClaim("at_hash") != null
                || claims.getClaim("c_hash") != null
                || "ID".equals(claims.getClaim("typ"));
    }

    private TokenRequest request(AuthorizationCodeGrant grant) {
        URI endpoint = known().metadata().getTokenEndpointURI();
        ClientID client = new ClientID(provider.client());
        return provider.secret().isEmpty()
                ? new TokenRequest.Builder(endpoint, client, grant).build()
                : new TokenRequest.Builder(
                                endpoint, new ClientSecretBasic(client, new Secret(provider.secret())), grant)
                        .build();
    }

    private JWTClaimsSet verified(JWT token, String nonce)
            throws BadJOSEException, JOSEException, ParseException, java.text.ParseException {
        new IDTokenValidator(new Issuer(provider.issuer()), new ClientID(provider.client()), known().keys(), null)
                .validate(token, new Nonce(nonce));
        return token.getJWTClaimsSet();
    }

    /** Of two who ask at once for the first time both do, and either answer will do. */
    private Known known() {
        Known present = known;
        if (present == null) {
            present = ask();
            known = present;
        }
        return present;
    }

    private Known ask() {
        try {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.resolve(new Issuer(provider.issuer()), CONNECT_MILLIS, READ_MILLIS);
            boolean safe = Stream.of(
                            metadata.getAuthorizationEndpointURI(),
                            metadata.getTokenEndpointURI(),
                            metadata.getJWKSetURI())
                    .allMatch(address -> address != null && provider.mayBeAskedAt(address));
            if (!safe) {
                throw new OidcFailedException("The identity provider isn't reached over TLS throughout.");
            }
            JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, MOST_BYTES))
                    .retrying(true)
                    .build();
            return new Known(metadata, new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        } catch (GeneralException | IOException e) {
            throw new OidcUnavailableException(e);
        }
    }

    /** No algorithm with a shared secret, and never none. */
    private static Set<JWSAlgorithm> asymmetric() {
        Set<JWSAlgorithm> algorithms = new LinkedHashSet<>(JWSAlgorithm.Family.RSA);
        algorithms.addAll(JWSAlgorithm.Family.EC);
        algorithms.add(JWSAlgorithm.EdDSA);
        return algorithms;
    }
}
