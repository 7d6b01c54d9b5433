package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.Gallery.Caller;
import org.migrationhub.server.Gallery.Part;
import org.migrationhub.server.account.EmailAddress;
import org.migrationhub.server.demo.DemoAccounts;

/**
 * People of a gallery who have accounts, one in each role, and have logged in, made a token and asked to be erased. Somebody else
 * is invited, so that there is a letter about an account.
 */
final class Members {

    static final String PASSWORD = DemoAccounts.PASSWORD;

    /** What is kept of it. */
    private static final String HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$UJnceKFMCkG7jhiaZ4cjHg$lYH7jTWH5FP9z0xGrH3kxEZURQgNOC360qq7lfBcxlY";

    /** Who has no account. */
    static final Set<Part> OUTSIDE = Set.of(Part.THIRD, Part.FORMER);

    private static final Map<Part, Role> ROLES = new EnumMap<>(Map.of(
            Part.SUBMITTER, Role.CONTRIBUTOR,
            Part.REPRESENTATIVE, Role.SECRETARIAT,
            Part.SEATED, Role.REVIEWER,
            Part.INVITED, Role.MODERATOR,
            Part.NAMED, Role.EDITOR,
            Part.NOBODY, Role.ADMINISTRATOR));

    private final Gallery gallery;
    private final List<Caller> callers = new ArrayList<>();

    Members(Gallery gallery) {
        this.gallery = gallery;
        ROLES.forEach((part, role) -> gallery.accounts()
                .bring(
                        gallery.person(part),
                        EmailAddress.find(Gallery.address(part)).orElseThrow(),
                        HASH,
                        Set.of(role)));
        ROLES.forEach((part, role) -> callers.add(loggedIn(part, role)));
        gallery.accounts()
                .registration()
                .invite(Actor.administrator(new PersonId("keeper")), gallery.person(Part.FORMER), Language.EN);
    }

    List<Caller> callers() {
        return callers;
    }

    /** The id of the session by which somebody comes. */
    String session(Caller member) {
        return gallery.as(member).get("/api/v1/me/session").id();
    }

    /** The id of a token that somebody has made. */
    String token(Caller member) {
        return gallery.as(member).get("/api/v1/me/tokens").at("/tokens/0/id");
    }

    private Caller loggedIn(Part part, Role role) {
        Reply in = gallery.visitor().post("/api/v1/sessions", Browser.login(Gallery.address(part), PASSWORD));
        assertThat(in.status()).as(in.text()).isEqualTo(201);
        String cookies = in.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .collect(Collectors.joining("; "));
        Caller member = new Caller(part, role, "", List.of("Cookie", cookies, "X-Form-Token", in.at("/formToken")));
        Client client = gallery.as(member);
        Story.created(client.post("/api/v1/me/tokens", "{\"name\":\"Sample\",\"scopes\":[\"read\"]}"));
        Story.ok(client.ask("PUT", "/api/v1/me/erasure-request", "{}"));
        return member;
    }
}
