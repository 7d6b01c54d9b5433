package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How somebody comes to an account, and what they do about it, by pages. */
class AccountPagesTest {

    private static final String PASSWORD = "gulls over the harbour";
    private static final String ANOTHER = "the keys of the lighthouse";

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whoeverRegistersIsLedByLetterAndPagesToTheirDesk() {
        Visitor ana = new Visitor(server);
        Reply sent = register(ana, "ana@example.org");
        assertThat(sent.text()).contains("Look into your mail");
        assertThat(ana.logIn("ana@example.org", PASSWORD).status()).isEqualTo(422);

        String token = new Mailbox(server, "ana@example.org").token();
        Reply asked = ana.open("/en/account/confirm?token=" + token);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text()).contains("Confirm your address");
        assertThat(ana.logIn("ana@example.org", PASSWORD).status()).isEqualTo(422);

        Reply confirmed = ana.follow("/en/account/confirm", "token", token, "password", PASSWORD);
        assertThat(confirmed.text()).contains("Your account is made.", "<h1>Log in</h1>");
        assertThat(ana.logIn("ana@example.org", PASSWORD).header("Location")).isEqualTo("/en/desk");
    }

    @Test
    void aConfirmationAsksForThePasswordWithWhichTheAccountWasAskedFor() {
        Visitor eva = new Visitor(server);
        register(eva, "eva@example.org");
        String token = new Mailbox(server, "eva@example.org").token();
        Reply refused = eva.send("/en/account/confirm", "token", token, "password", ANOTHER);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("This is not the password with which the account was asked for.", "value=\"" + token)
                .doesNotContain(ANOTHER);
        assertThat(eva.send("/en/account/confirm", "token", token, "password", PASSWORD)
                        .status())
                .isEqualTo(303);
    }

    @Test
    void allThatIsWrongIsToldAtItsFieldAndWhatWasTypedIsKeptButNoPassword() {
        Visitor visitor = new Visitor(server);
        Reply refused = visitor.send("/en/account/register", "email", "no address", "name", " ", "password", "short");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("href=\"#email\"", "href=\"#name\"", "href=\"#password\"", "value=\"no address\"")
                .contains("id=\"password-wrong\"")
                .doesNotContain("short\"");
        assertThat(visitor.send("/en/account/register", "email", "x@example.org", "name", "X", "password", "short")
                        .text())
                .contains("value=\"x@example.org\"", "value=\"X\"", "href=\"#password\"")
                .doesNotContain("href=\"#email\"");
        assertThat(new Mailbox(server, "x@example.org").kinds()).isEmpty();
    }

    @Test
    void whetherAnAddressHasAnAccountIsToldByNoPage() {
        account("known@example.org");
        assertThat(answer(register(new Visitor(server), "known@example.org")))
                .isEqualTo(answer(register(new Visitor(server), "unknown@example.org")));
        assertThat(answer(askReset("known@example.org"))).isEqualTo(answer(askReset("nobody@example.org")));
        assertThat(new Mailbox(server, "known@example.org").kinds()).endsWith("reset-password");
        assertThat(new Mailbox(server, "nobody@example.org").kinds()).containsExactly("no-account");
    }

    @Test
    void whoeverHasForgottenThePasswordChoosesAnother() {
        account("rosa@example.org");
        askReset("rosa@example.org");
        String token = new Mailbox(server, "rosa@example.org").token();
        Visitor rosa = new Visitor(server);
        assertThat(rosa.open("/en/account/reset?token=" + token).text()).contains("Save the password");
        assertThat(rosa.send("/en/account/reset", "token", token, "password", "rosa@example.org")
                        .text())
                .contains("id=\"password-wrong\"", "value=\"" + token);
        assertThat(rosa.follow("/en/account/reset", "token", token, "password", ANOTHER)
                        .text())
                .contains("The new password is saved.");
        assertThat(rosa.logIn("rosa@example.org", PASSWORD).status()).isEqualTo(422);
        assertThat(rosa.logIn("rosa@example.org", ANOTHER).status()).isEqualTo(303);
        assertThat(rosa.send("/en/account/reset", "token", token, "password", ANOTHER)
                        .text())
                .contains("This link is good no more", "href=\"/en/account/reset\"");
    }

    @Test
    void whoeverIsInvitedChoosesAPassword() {
        String person = server.secretariat()
                .post("/api/v1/people", "{\"name\":\"Invited\",\"email\":\"invited@example.org\"}")
                .id();
        assertThat(server.secretariat()
                        .post("/api/v1/people/" + person + "/invitation")
                        .status())
                .isEqualTo(202);
        String token = new Mailbox(server, "invited@example.org").token();
        Visitor invited = new Visitor(server);
        assertThat(invited.open("/en/account/invitation?token=" + token).text()).contains("Accept the invitation");
        assertThat(invited.follow("/en/account/invitation", "token", token, "password", PASSWORD)
                        .text())
                .contains("Your account is made.");
        assertThat(invited.logIn("invited@example.org", PASSWORD).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({"confirm, log in", "invitation, ask the secretariat", "reset, another letter", "address, log in"})
    void aLinkThatIsGoodNoMoreIsToldWithWhatToDoNow(String page, String said) {
        Visitor visitor = new Visitor(server);
        Reply reply = visitor.send("/en/account/" + page, "token", "A".repeat(43), "password", PASSWORD);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text()).contains("This link is good no more", said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "invitation", "reset", "address"})
    void aLinkThatWasCutOffIsToldAndNotShown(String page) {
        Reply reply = new Visitor(server).open("/en/account/" + page + "?token=cut%22%3E%3Cb");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).contains("This link is good no more").doesNotContain("cut");
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "invitation", "reset", "address"})
    void aTokenStaysBetweenTheReaderAndTheSite(String page) {
        Reply reply = new Visitor(server).open("/en/account/" + page + "?token=" + "A".repeat(43));
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("Referrer-Policy")).isIn("same-origin", "no-referrer");
        assertThat(reply.text())
                .contains("content=\"noindex\"", "href=\"/ar/account/" + page + "?token=AAA")
                .doesNotContain("href=\"http");
    }

    private static Reply register(Visitor visitor, String email) {
        return visitor.follow("/en/account/register", "email", email, "name", "Sample", "password", PASSWORD);
    }

    private static Reply askReset(String email) {
        return new Visitor(server).follow("/en/account/reset", "email", email);
    }

    private static void account(String email) {
        Visitor visitor = new Visitor(server);
        register(visitor, email);
        String token = new Mailbox(server, email).token();
        visitor.send("/en/account/confirm", "token", token, "password", PASSWORD);
    }

    private static List<Object> answer(Reply reply) {
        return List.of(reply.status(), reply.text());
    }
}
