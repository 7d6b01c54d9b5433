package org.migrationhub.server.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.server.account.Installation.PASSWORD;
import static org.migrationhub.server.account.Installation.email;
import static org.migrationhub.server.account.Installation.from;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.storage.PersonQuery;

/** People who come by an identity provider for the first time. */
class FirstComersTest {

    private static final OidcProvider PROVIDER = new OidcProvider(
            "agency", "Sample agency", URI.create("https://id.example.org"), "hub", "", "hub-api", "", Map.of(), false);

    private final Installation here = new Installation();

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void whoComesSeveralTimesAtOnceIsOnePerson() {
        CountDownLatch together = new CountDownLatch(1);
        List<CompletableFuture<Optional<Account>>> comings = IntStream.range(0, 8)
                .mapToObj(one -> CompletableFuture.supplyAsync(
                        () -> {
                            await(together);
                            return here.accounts.oidc().account(claims("ana", "ana@example.org", "Ana Sample"));
                        },
                        work -> new Thread(work).start()))
                .toList();
        together.countDown();

        assertThat(comings.stream()
                        .map(CompletableFuture::join)
                        .map(account -> account.orElseThrow().id())
                        .distinct())
                .hasSize(1);
        assertThat(people()).isEqualTo(1);
    }

    /** Whoever was looked for before somebody else was there, and found nobody, makes no second one afterwards. */
    @Test
    void whoWasHeldUpInTheMidstIsThePersonWhoCameMeanwhile() {
        Account ana = here.account("ana@example.org");
        here.tables.write(handle -> handle.createUpdate("update server.account set email_key = 'x'")
                .execute()); // as if it hadn't been there when it was looked for
        PersonId late = here.accounts.registration().newcomer(email("ana@example.org"), People.newId(), "Ana Sample");

        assertThat(late).isEqualTo(ana.person());
        assertThat(people()).isEqualTo(1);
    }

    @Test
    void anAddressThatWasGivenUpIsSomebodyElsesTheNextMoment() {
        Account ana = here.account("ana@example.org");
        OpenSession open = here.accounts
                .login()
                .enter(email("ana@example.org"), PASSWORD, from(Installation.NETWORK, null))
                .open();
        here.accounts.credentials().askAddress(open, PASSWORD, email("new@example.org"));
        here.accounts.credentials().confirmAddress(here.token());

        Account next = here.accounts
                .oidc()
                .account(claims("eva", "ana@example.org", "Eva Sample"))
                .orElseThrow();

        assertThat(next.person()).isNotEqualTo(ana.person());
    }

    @Test
    void aNameThatCanBeNoneIsLeftOut() {
        for (String odd : List.of("\u202eAna", " ", "a\u0000b", "x".repeat(3000))) {
            Account account = here.accounts
                    .oidc()
                    .account(claims("of " + odd.hashCode(), odd.hashCode() + "@example.org", odd))
                    .orElseThrow();
            assertThat(here.hub
                            .as(Actor.of(account.person()))
                            .people()
                            .person(account.person())
                            .value()
                            .profile()
                            .name())
                    .isEqualTo(String.valueOf(odd.hashCode()));
        }
        assertThat(here.accounts.oidc().account(claims("s".repeat(256), "eva@example.org", "Eva")))
                .isEmpty();
    }

    private int people() {
        return here.hub
                .as(Actor.administrator(new PersonId("keeper")))
                .people()
                .people(PersonQuery.all())
                .size();
    }

    private static Claims claims(String subject, String email, String name) {
        return new Claims(
                PROVIDER,
                new JWTClaimsSet.Builder()
                        .issuer(PROVIDER.issuer().toString())
                        .subject(subject)
                        .claim("email", email)
                        .claim("email_verified", true)
                        .claim("name", name)
                        .build());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
