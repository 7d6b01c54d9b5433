package org.migrationhub.server.account;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.FormRules;

/**
 * What an identity provider says of somebody, in a token that was verified.
 *
 * @param provider who says so
 * @param claims what
 */
record Claims(OidcProvider provider, JWTClaimsSet claims) {

    String issuer() {
        return claims.getIssuer();
    }

    String subject() {
        return claims.getSubject();
    }

    /** The address, if the provider has verified that it is theirs. */
    Optional<EmailAddress> verifiedEmail() {
        Object verified = claims.getClaim("email_verified");
        boolean sure = Boolean.TRUE.equals(verified) || "true".equals(verified);
        return sure ? text("email").flatMap(EmailAddress::find) : Optional.empty();
    }

    /** The name; the address's first part if there is none that could be one. */
    String name(EmailAddress email) {
        return text("name")
                .filter(name -> FormRules.malformedName("", name).isEmpty())
                .orElseGet(() -> email.text().substring(0, email.text().indexOf('@')));
    }

    /** What the claims say that somebody is. */
    Set<Role> roles() {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String value : values(claims.getClaim(provider.claim()))) {
            Role role = provider.roles().get(value);
            if (role != null) {
                roles.add(role);
            }
        }
        return roles;
    }

    private Optional<String> text(String name) {
        try {
            return Optional.ofNullable(claims.getStringClaim(name)).filter(text -> !text.isBlank());
        } catch (ParseException e) {
            return Optional.empty(); // no text, so nothing of use
        }
    }

    private static List<String> values(@Nullable Object claim) {
        if (claim instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return claim instanceof String text ? List.of(text.split("[ ,]+", -1)) : List.of();
    }

    /** Nothing of what they say: it must not get into a log. */
    @Override
    public String toString() {
        return "claims of " + provider;
    }
}
