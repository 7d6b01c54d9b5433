package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How somebody comes to an account, and what they do about it, by pages. */
class AccountPagesTest {

    private static final String PASSWORD = "gulls over the harbour";
    private static final String ANOTHER = "the keys of the lighthouse";

    @AutoClose
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
    }

    @Test
    void aPasswordIsNotCarriedThroughALogin() {
        Reply asked = new Visitor(server)
                .send("/en/account/password", "present", "Sample present secret", "password", "Sample next secret");
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.text()).doesNotContain("present secret", "next secret");
    }

    @Test
    void whoeverRegistersIsLedByLetterAndPagesToTheirDesk() {
        Visitor ana = new Visitor(server);
        Reply sent = register(ana, "ana@example.org");
        assertThat(sent.text()).contains("Check your email");
        assertThat(ana.logIn("ana@example.org", PASSWORD).status()).isEqualTo(422);

        String token = new Mailbox(server, "ana@example.org").token();
        Reply asked = ana.open("/en/account/confirm?token=" + token);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text()).contains("Confirm your address");
        assertThat(ana.logIn("ana@example.org", PASSWORD).status()).isEqualTo(422);

        Reply confirmed = ana.follow("/en/account/confirm", "token", token, "password", PASSWORD);
        assertThat(confirmed.text()).contains("Your account is created.", "<h1>Log in</h1>");
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
        assertThat(rosa.open("/en/account/reset?token=" + token).text()).contains("Save the new password");
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
                .contains("This link is no longer valid", "href=\"/en/account/reset\"");
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
                .contains("Your account is created.");
        assertThat(invited.logIn("invited@example.org", PASSWORD).status()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({"confirm, log in", "invitation, ask the secretariat", "reset, another email", "address, log in"})
    void aLinkThatIsGoodNoMoreIsToldWithWhatToDoNow(String page, String said) {
        Visitor visitor = new Visitor(server);
        Reply reply = visitor.send("/en/account/" + page, "token", "A".repeat(43), "password", PASSWORD);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text()).contains("This link is no longer valid", said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "invitation", "reset", "address"})
    void aLinkThatWasCutOffIsToldAndNotShown(String page) {
        Reply reply = new Visitor(server).open("/en/account/" + page + "?token=cut%22%3E%3Cb");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).contains("This link is no longer valid").doesNotContain("cut");
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

    @Test
    void onesAccountShowsWhatIsKnownAndIsForNobodyElse() {
        Visitor reviewer = Visitor.of(server, "reviewer-2");
        Reply own = reviewer.open("/en/account");
        assertThat(own.text()).contains("demo-reviewer-2@example.org", "Reviewer", "My entry on the roster");
        assertThat(own.header("Cache-Control")).isEqualTo("no-store");
        assertThat(new Visitor(server).open("/en/account").header("Location"))
                .isEqualTo("/en/account/login?back=%2Fen%2Faccount");
    }

    @Test
    void whoIsInAlreadyIsLedOnFromTheLoginAndNowhereElseThanHere() {
        account("onward@example.org");
        Visitor owner = in("onward@example.org");
        assertThat(owner.open("/en/account/login?back=%2Fen%2Faccount%2Fdata").header("Location"))
                .isEqualTo("/en/account/data");
        assertThat(owner.open("/en/account/login?back=%2F%2Fexample.org").header("Location"))
                .isEqualTo("/en/desk");
    }

    @Test
    void aNameIsChangedOnlyAsItWasRead() {
        account("name@example.org");
        Visitor owner = in("name@example.org");
        Reply form = owner.open("/en/account/profile");
        String version = version(form);
        assertThat(form.text()).contains("value=\"Sample\"");
        assertThat(owner.send("/en/account/profile", "name", " ", "version", version)
                        .text())
                .contains("id=\"name-wrong\"");
        assertThat(owner.follow("/en/account/profile", "name", "Another name", "version", version)
                        .text())
                .contains("Your name is saved.", "Another name");
        Reply stale = owner.send("/en/account/profile", "name", "A third name", "version", version);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text())
                .contains("It has changed since you read it", "value=\"A third name\"", "Changed elsewhere, too");
    }

    @Test
    void whoeverKeepsRecordsAndPutsAnotherAddressThereHasTheFormerOneTold() {
        String person = server.secretariat()
                .post("/api/v1/people", "{\"name\":\"Sample\",\"email\":\"former@example.org\"}")
                .id();
        Visitor keeper = Visitor.of(server, "secretariat");
        String page = "/en/desk/people/" + person;
        String version = version(keeper.open(page));
        assertThat(keeper.send(page + "/profile", "name", "Sample", "email", "next@example.org", "version", version)
                        .status())
                .isEqualTo(303);
        assertThat(new Mailbox(server, "former@example.org").kinds()).containsExactly("address-replaced");
    }

    @Test
    void aPasswordIsChangedByWhoeverKnowsThePresentOne() {
        account("password@example.org");
        Visitor here = in("password@example.org");
        Visitor there = in("password@example.org");
        here.open("/en/account/password");
        assertThat(here.send("/en/account/password", "present", "not this one", "password", ANOTHER)
                        .text())
                .contains("This is not your current password.", "id=\"present-wrong\"")
                .doesNotContain("not this one", ANOTHER);
        assertThat(here.follow("/en/account/password", "present", PASSWORD, "password", ANOTHER)
                        .text())
                .contains("The new password is saved.");
        assertThat(there.open("/en/account").header("Location")).contains("/account/login");
    }

    @Test
    void anAddressIsChangedOnceItsHolderConfirms() {
        account("former@example.org");
        Visitor owner = in("former@example.org");
        owner.open("/en/account/new-address");
        assertThat(owner.send("/en/account/new-address", "email", "none", "present", PASSWORD)
                        .text())
                .contains("id=\"email-wrong\"", "value=\"none\"");
        assertThat(owner.follow("/en/account/new-address", "email", "latter@example.org", "present", PASSWORD)
                        .text())
                .contains("An email is on its way to the new address.");
        String token = new Mailbox(server, "latter@example.org").token();
        Visitor reader = new Visitor(server);
        assertThat(reader.open("/en/account/address?token=" + token).text()).contains("Confirm the new address");
        assertThat(in("former@example.org").open("/en/account").status()).isEqualTo(200);
        assertThat(reader.follow("/en/account/address", "token", token).text())
                .contains("The new address is confirmed.");
        assertThat(in("latter@example.org").open("/en/account").text()).contains("latter@example.org");
    }

    @Test
    void sessionsAreEndedOneByOneOrAllOthersAtOnce() {
        account("sessions@example.org");
        Visitor here = in("sessions@example.org");
        Visitor there = in("sessions@example.org");
        assertThat(here.open("/en/account/sessions").text()).contains("this browser", "Log out everywhere else");
        assertThat(here.follow("/en/account/sessions", "session", "others").text())
                .contains("That session is ended.")
                .doesNotContain("Log out everywhere else");
        assertThat(there.open("/en/account").status()).isEqualTo(303);
        assertThat(here.open("/en/account").status()).isEqualTo(200);
    }

    @Test
    void aTokenIsShownOnceAndIsGoodUntilItIsRevoked() {
        account("tokens@example.org");
        Visitor owner = in("tokens@example.org");
        owner.open("/en/account/tokens");
        assertThat(owner.send("/en/account/tokens", "name", "", "days", "30").text())
                .contains("href=\"#name\"", "href=\"#scopes\"");
        Reply made = owner.send("/en/account/tokens", "name", "Exporter", "scopes", "read", "days", "30");
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        String secret = first("mhub_[A-Za-z0-9_-]{43}", made);
        assertThat(server.as(secret).get("/api/v1/me").text()).contains("contributor");
        Reply list = owner.open("/en/account/tokens");
        assertThat(list.text()).contains("Exporter").doesNotContain(secret);
        String id = first("name=\"token\" value=\"([^\"]+)\"", list);
        assertThat(owner.follow("/en/account/tokens/revocation", "token", id).text())
                .contains("The token is revoked.", "revoked");
        assertThat(server.as(secret).get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void aFormThatIsSentTwiceMakesOneTokenAndTheSecretThatIsShownLastIsGood() {
        account("twice@example.org");
        Visitor owner = in("twice@example.org");
        Reply form = owner.open("/en/account/tokens");
        String[] sent = {
            "id", hidden(form, "id"), "seal", hidden(form, "seal"), "name", "Twice", "scopes", "read", "days", "30"
        };
        String first = first("mhub_[A-Za-z0-9_-]{43}", owner.send("/en/account/tokens", sent));
        Reply again = owner.send("/en/account/tokens", sent);
        String second = first("mhub_[A-Za-z0-9_-]{43}", again);
        assertThat(again.text().split("name=\"token\"", -1)).hasSize(2);
        assertThat(server.as(second).get("/api/v1/me").status()).isEqualTo(200);
        assertThat(server.as(first).get("/api/v1/me").status()).isEqualTo(401);
        owner.send("/en/account/tokens/revocation", "token", sent[1]);
        String third = first("mhub_[A-Za-z0-9_-]{43}", owner.send("/en/account/tokens", sent));
        assertThat(server.as(third).get("/api/v1/me").status()).isEqualTo(200);
    }

    private static String hidden(Reply page, String name) {
        return first("name=\"" + name + "\" value=\"([^\"]+)\"", page);
    }

    @Test
    void erasureIsAskedForAndTakenBack() {
        account("erasure@example.org");
        Visitor owner = in("erasure@example.org");
        assertThat(owner.open("/en/account/data").text()).contains("href=\"/api/v1/me/data\"");
        assertThat(owner.follow("/en/account/data/erasure").text()).contains("You asked for it on", "Take it back");
        assertThat(owner.follow("/en/account/data/keeping").text())
                .contains("Nothing is erased.", "Ask for my data to be erased");
    }

    @Test
    void anEntryOnTheRosterThatTwoChangeAtOnceIsMergedFieldByField() {
        Visitor reviewer = Visitor.of(server, "reviewer-6");
        Reply read = reviewer.open("/en/account/roster");
        String version = version(read);
        String seen = seen(read);
        changeRoster("{\"languages\": [\"ru\", \"en\"], \"expertise\": [\"objective-3\"], \"capacity\": 7}");
        Reply merged = reviewer.follow(
                "/en/account/roster",
                "version",
                version,
                "seen",
                seen,
                "languages",
                "en",
                "languages",
                "fr",
                "absences/0/from",
                "2027-05-01",
                "absences/0/until",
                "2027-05-09",
                "capacity",
                capacity(read));
        assertThat(merged.status()).isEqualTo(412);
        assertThat(merged.text())
                .contains("Changed elsewhere, too", "English", "Russian", "value=\"7\"", "value=\"2027-05-01\"")
                .containsPattern("value=\"fr\"\\s+checked");

        Reply now = reviewer.open("/en/account/roster");
        changeRoster("{\"languages\": [\"ru\", \"en\"], \"expertise\": [\"objective-3\"], \"capacity\": 5}");
        Reply saved = reviewer.follow(
                "/en/account/roster",
                "version",
                version(now),
                "seen",
                seen(now),
                "languages",
                "ru",
                "languages",
                "fr",
                "expertise",
                "objective-3",
                "capacity",
                "7");
        assertThat(saved.text()).contains("Your entry on the roster is saved.");
        assertThat(reviewer.open("/en/account/roster").text())
                .contains("value=\"5\"")
                .containsPattern("value=\"fr\"\\s+checked")
                .doesNotContainPattern("value=\"en\"\\s+checked");
    }

    private static void changeRoster(String entry) {
        String record = "/api/v1/people/" + server.reviewerId(6);
        Story.ok(server.secretariat()
                .put(
                        record + "/roster-entry",
                        entry,
                        "If-Match",
                        server.secretariat().get(record).header("ETag")));
    }

    private static String capacity(Reply page) {
        return found(page, "name=\"capacity\"[^>]* value=\"(\\d+)\"");
    }

    private static String seen(Reply page) {
        return found(page, "name=\"seen\" value=\"([^\"]*)\"");
    }

    private static String found(Reply page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page.text());
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    void aNameIsSavedThoughSomethingElseOfTheRecordHasChanged() {
        Visitor reviewer = Visitor.of(server, "reviewer-6");
        Reply read = reviewer.open("/en/account/profile");
        changeRoster("{\"languages\": [\"ru\"], \"capacity\": 4}");
        String name = found(read, "name=\"name\"[^>]* value=\"([^\"]+)\"");
        assertThat(reviewer.follow("/en/account/profile", "name", name, "version", version(read), "seen", seen(read))
                        .text())
                .contains("Your name is saved.");
    }

    @Test
    void aTextIsToldOnceAndOnlyToWhoeverHasDoneWhatItTells() {
        account("told@example.org");
        Visitor owner = in("told@example.org");
        assertThat(owner.open("/en/account?done=account-left").text()).doesNotContain("You have left the roster.");
        String told = "Emails will come in this language.";
        Reply done = owner.send("/en/account/language", "language", "fr");
        String page = done.header("Location");
        assertThat(new Visitor(server)
                        .open("/en/account/login?done=account-language")
                        .text())
                .doesNotContain(told);
        assertThat(owner.open("/en/account?done=account-left").text()).doesNotContain("You have left", told);
        assertThat(owner.open(page).text()).contains(told);
        assertThat(owner.open(page).text()).doesNotContain(told);
    }

    @Test
    void whatOnlyTakesFormsLeadsWhoeverWantsToReadItToThePageOfTheForm() {
        Visitor visitor = new Visitor(server);
        assertThat(visitor.open("/en/account/roster/leaving").header("Location"))
                .isEqualTo("/en/account/roster");
        assertThat(visitor.open("/ar/desk/people/somebody/profile").header("Location"))
                .isEqualTo("/ar/desk/people/somebody");
        assertThat(visitor.open("/fr/account/logout").status()).isEqualTo(303);
    }

    @Test
    void aFormWithAFileThatWasSentTooLateIsKeptAndAsksForTheFileAgain() {
        Visitor out = new Visitor(server);
        String sent = "/en/desk/submissions/sheets";
        Reply ended = out.upload(sent, "Sample sheet.xlsx", new byte[3_000_000], "note", "Sample <note>");
        assertThat(ended.status()).isEqualTo(401);
        assertThat(ended.text())
                .contains("name=\"again\" value=\"" + sent, "name=\"file.upload\" value=\"Sample sheet.xlsx\"")
                .contains("name=\"kept.note\" value=\"Sample &lt;note>\"");
        account("late@example.org");
        Reply again = out.send(
                "/en/account/login",
                "email",
                "late@example.org",
                "password",
                PASSWORD,
                "again",
                sent,
                "withFiles",
                "true",
                "kept.note",
                "Sample <note>",
                "file.upload",
                "Sample sheet.xlsx");
        assertThat(again.text())
                .contains("Choose this file again:", "<bdi>Sample sheet.xlsx</bdi>", "enctype=\"multipart/form-data\"")
                .contains("action=\"" + sent, "name=\"note\" value=\"Sample &lt;note>\"")
                .contains("type=\"file\" id=\"upload\" name=\"upload\"");
        assertThat(out.upload(sent, "Sample sheet.xlsx", new byte[10], "note", "x")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aReviewerChangesTheirEntryOnTheRoster() {
        Visitor reviewer = Visitor.of(server, "reviewer-7");
        Reply form = reviewer.open("/en/account/roster");
        String version = version(form);
        Reply refused = reviewer.send(
                "/en/account/roster",
                "version",
                version,
                "capacity",
                "0",
                "absences/0/from",
                "2027-03-02",
                "absences/0/until",
                "2027-03-01",
                "another",
                "No such body");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains(
                        "href=\"#languages\"", "href=\"#capacity\"", "href=\"#absences/0/until\"", "href=\"#another\"")
                .contains("value=\"2027-03-02\"", "value=\"No such body\"");
        Reply saved = reviewer.follow(
                "/en/account/roster",
                "version",
                version,
                "capacity",
                "3",
                "languages",
                "fr",
                "expertise",
                "objective-8",
                "absences/0/from",
                "2027-03-01",
                "absences/0/until",
                "2027-03-02",
                "another",
                "Sample ministry");
        assertThat(saved.text()).contains("Your entry on the roster is saved.");
        Reply record = server.secretariat().get("/api/v1/people/" + server.reviewerId(7));
        assertThat(record.at("/roster/capacity")).isEqualTo("3");
        assertThat(record.text())
                .contains("\"languages\":[\"fr\"]", "objective-8")
                .contains("\"from\":\"2027-03-01T00:00:00Z\",\"until\":\"2027-03-03T00:00:00Z\"");
        assertThat(reviewer.open("/en/account/roster").text()).contains("value=\"2027-03-02\"", "Sample ministry");
        assertThat(reviewer.follow("/en/account/roster/leaving").text()).contains("You have left the roster.");
        assertThat(reviewer.open("/en/account/roster").status()).isEqualTo(404);
    }

    @Test
    void lettersComeInTheLanguageThatIsChosen() {
        account("language@example.org");
        Visitor owner = in("language@example.org");
        owner.open("/en/account");
        assertThat(owner.follow("/en/account/language", "language", "ar").text())
                .containsPattern("<option value=\"ar\" lang=\"ar\" selected");
        assertThat(owner.follow("/en/account/language", "language", "xx").text())
                .contains("Nothing was changed.");
    }

    private static Visitor in(String email) {
        Visitor visitor = new Visitor(server);
        if (visitor.logIn(email, PASSWORD).status() != 303) {
            visitor.logIn(email, ANOTHER);
        }
        return visitor;
    }

    private static String version(Reply page) {
        return first("name=\"version\" value=\"(\\d+)\"", page);
    }

    private static String first(String pattern, Reply page) {
        Matcher found = Pattern.compile(pattern).matcher(page.text());
        assertThat(found.find()).as(page.text()).isTrue();
        return found.group(found.groupCount());
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
