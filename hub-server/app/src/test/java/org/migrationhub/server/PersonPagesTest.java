package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The records of people. */
class PersonPagesTest extends SecretariatPages {

    @Test
    void aFormThatIsSentTwiceRegistersOnePerson() {
        Reply form = secretariat.open("/en/desk/people/new");
        String[] fields = {
            "id",
            first(ID, form),
            "seal",
            first(SEAL, form),
            "name",
            "Sample twice sent",
            "email",
            "twice@example.org",
            "organisation",
            "OIM"
        };
        Reply once = secretariat.send("/en/desk/people/new", fields);
        Reply twice = secretariat.send("/en/desk/people/new", fields);
        assertThat(once.status()).isEqualTo(303);
        assertThat(twice.header("Location")).isEqualTo(once.header("Location").replaceFirst("[?].*", ""));
        assertThat(secretariat.open(twice.header("Location")).text())
                .contains("twice@example.org", "International Organization for Migration");
        assertThat(secretariat.open("/en/desk/people?q=twice+sent").text()).containsOnlyOnce("Sample twice sent");
        assertThat(secretariat.open("/en/desk/people?q=UNHCR&roster=true").text())
                .contains("Sample reviewer 2");
    }

    @Test
    void allThatIsWrongWithSomebodyNewIsToldAtOnce() {
        Reply refused =
                secretariat.send("/en/desk/people/new", "name", "", "email", "nowhere", "organisation", "nobody");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("href=\"#organisation\"", "value=\"nowhere\"", "value=\"nobody\"");
        assertThat(secretariat
                        .send("/en/desk/people/new", "name", "", "email", "nowhere", "organisation", "")
                        .text())
                .contains("href=\"#name\"", "href=\"#email\"");
    }

    @Test
    void anIdThatTheFormWasNotGivenIsNotTaken() {
        Reply made = secretariat.send("/en/desk/people/new", "id", "configuration", "name", "Sample pretender");
        assertThat(made.status()).isEqualTo(303);
        assertThat(made.header("Location")).doesNotContain("configuration");
    }

    @Test
    void ofNameAndAddressWhatTwoOfTheSecretariatChangeIsMerged() {
        String person = person("Sample of two hands");
        Reply opened = secretariat.open(person);
        Visitor colleague = colleague(person);
        assertThat(profile(colleague, person, opened, "Sample of two hands", "hands@example.org")
                        .status())
                .isEqualTo(303);
        Reply merged = profile(secretariat, person, opened, "Sample of both hands", "");
        assertThat(merged.status()).isEqualTo(303);
        assertThat(secretariat.open(person).text()).contains("Sample of both hands", "hands@example.org");
        assertThat(profile(secretariat, person, opened, "Sample of both hands", "hands@example.org")
                        .status())
                .as("as it is already")
                .isEqualTo(303);
    }

    @Test
    void aNameThatBothHaveChangedIsShownWithBoth() {
        String person = person("Sample once");
        Reply opened = secretariat.open(person);
        profile(colleague(person), person, opened, "Sample of a colleague", "once@example.org");
        Reply both = profile(secretariat, person, opened, "Sample of mine", "");
        assertThat(both.status()).isEqualTo(412);
        assertThat(both.text())
                .contains("It has changed since you read it.", "Changed elsewhere, too", "<a href=\"#name\">")
                .contains("value=\"Sample of mine\"", "value=\"once@example.org\"")
                .containsPattern("<dd[^>]*>Sample of a colleague</dd>")
                .doesNotContain("<a href=\"#email\">");
        assertThat(profile(secretariat, person, both, "Sample of mine", "once@example.org")
                        .status())
                .isEqualTo(303);
        assertThat(secretariat.open(person).text()).contains("Sample of mine", "once@example.org");
    }

    @Test
    void ofAReviewersEntryEachFieldStaysAsWhoeverChangedItLeftIt() {
        String person = person("Sample of the roster");
        secretariat.follow(person + "/roster", entry(secretariat.open(person), "ru", "pt", "3", "Sample city"));
        Reply opened = secretariat.open(person);
        Visitor colleague = colleague(person);
        colleague.follow(person + "/roster", entry(opened, "ru", "sw, pt", "7", "Sample city"));
        Reply merged = secretariat.send(person + "/roster", entry(opened, "fr", "pt", "3", "OIM\nSample city"));
        assertThat(merged.status()).isEqualTo(303);
        assertThat(secretariat.open(person).text())
                .containsPattern("value=\"fr\"\\s+checked")
                .doesNotContainPattern("value=\"ru\"\\s+checked")
                .contains("value=\"pt, sw\"", "value=\"7\"")
                .contains("Sample city\nInternational Organization for Migration</textarea>");
    }

    @Test
    void whatBothHaveChangedOfAReviewersEntryIsToldBesideWhatWasTyped() {
        String person = person("Sample of two rosters");
        Reply opened = secretariat.open(person);
        Visitor colleague = colleague(person);
        colleague.follow(
                person + "/roster",
                with(
                        entry(opened, "ru", "", "7", "Sample city"),
                        "expertise",
                        "objective-8",
                        "absences/0/from",
                        "2027-01-01",
                        "absences/0/until",
                        "2027-01-31"));
        Reply both = secretariat.send(
                person + "/roster",
                with(
                        entry(opened, "fr", "", "2", ""),
                        "absences/0/from",
                        "2027-03-01",
                        "absences/0/until",
                        "2027-03-02"));
        assertThat(both.status()).isEqualTo(412);
        assertThat(both.text())
                .contains("Changed elsewhere, too", "<a href=\"#languages\">", "<a href=\"#absences\">")
                .containsPattern("<dd[^>]*>Russian</dd>")
                .containsPattern("<dd[^>]*>from 1\u00a0January\u00a02027 to 31\u00a0January\u00a02027</dd>")
                .doesNotContain("<a href=\"#capacity\">", "<a href=\"#conflicts\">", "<a href=\"#expertise\">")
                .containsPattern("value=\"fr\"\\s+checked")
                .containsPattern("value=\"objective-8\"\\s+checked")
                .contains("value=\"2027-03-01\"", "value=\"7\"", "Sample city</textarea>");
    }

    @Test
    void whoWasTakenOffTheRosterIsntPutBackByWhatWasTypedBeforeWithoutBeingToldSo() {
        String person = person("Sample taken off");
        secretariat.follow(person + "/roster", entry(secretariat.open(person), "ru", "", "3", ""));
        Reply opened = secretariat.open(person);
        Visitor colleague = colleague(person);
        colleague.follow(person + "/roster", with(entry(opened, "ru", "", "3", ""), "leave", "true"));
        Reply told = secretariat.send(person + "/roster", entry(opened, "fr", "", "5", ""));
        assertThat(told.status()).isEqualTo(412);
        assertThat(told.text())
                .contains("It has changed since you read it.", "Not on the roster.", "value=\"5\"")
                .containsPattern("value=\"fr\"\\s+checked");
        assertThat(secretariat
                        .send(person + "/roster", with(entry(opened, "ru", "", "3", ""), "leave", "true"))
                        .status())
                .as("taken off already")
                .isEqualTo(303);
        assertThat(secretariat
                        .send(person + "/roster", entry(told, "fr", "", "5", ""))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void nobodyIsTakenOffWhoDeclaresSomethingElseByNow() {
        String person = person("Sample stays");
        secretariat.follow(person + "/roster", entry(secretariat.open(person), "ru", "", "3", ""));
        Reply opened = secretariat.open(person);
        colleague(person).follow(person + "/roster", entry(opened, "ru", "", "4", ""));
        Reply told = secretariat.send(person + "/roster", with(entry(opened, "ru", "", "3", ""), "leave", "true"));
        assertThat(told.status()).isEqualTo(412);
        assertThat(server.secretariat()
                        .get("/api/v1" + person.replace("/en/desk", ""))
                        .at("/roster/capacity"))
                .isEqualTo("4");
    }

    /** Somebody else of the secretariat, who has the same page open. */
    private static Visitor colleague(String person) {
        Visitor colleague = Visitor.of(server, "secretariat");
        colleague.open(person);
        return colleague;
    }

    private static Reply profile(Visitor visitor, String person, Reply opened, String name, String email) {
        return visitor.send(
                person + "/profile",
                "version",
                version(opened),
                "seen",
                seen("profile", opened),
                "name",
                name,
                "email",
                email);
    }

    private static String[] entry(Reply opened, String language, String further, String capacity, String conflicts) {
        return new String[] {
            "version",
            version(opened),
            "seen",
            seen("roster", opened),
            "languages",
            language,
            "further",
            further,
            "capacity",
            capacity,
            "conflicts",
            conflicts
        };
    }

    private static String[] with(String[] fields, String... more) {
        return Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new);
    }

    /** What a form of the page brings along of what stood in it. */
    private static String seen(String form, Reply page) {
        return first(
                Pattern.compile(
                        "/" + form + "\">\\s*<input[^>]*>\\s*<input[^>]*><input[^>]* name=\"seen\" value=\"([^\"]*)\""),
                page);
    }

    @Test
    void somebodyMayLeaveWithoutGoingElsewhere() {
        String person = person("Sample leaver");
        Reply joined = secretariat.follow(
                person + "/affiliation", "version", version(secretariat.open(person)), "organisation", "Sample city");
        String organisation = first(Pattern.compile("name=\"left\" value=\"([^\"]+)\""), joined);
        Reply left = secretariat.follow(person + "/affiliation", "version", version(joined), "left", organisation);
        assertThat(left.text())
                .contains("Recorded. It counts from now on.", "Sample city")
                .doesNotContain("name=\"left\"");
        assertThat(secretariat
                        .send(person + "/affiliation", "version", version(left), "left", organisation)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatAReviewerDeclaresIsKeptAndMendedAndTakenBack() {
        String person = person("Sample volunteer");
        Reply wrong = secretariat.send(
                person + "/roster",
                "version",
                version(secretariat.open(person)),
                "capacity",
                "0",
                "conflicts",
                "nobody",
                "absences/0/from",
                "2027-02-01",
                "absences/0/until",
                "2027-01-01");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains("href=\"#languages\"", "href=\"#capacity\"", "href=\"#conflicts\"")
                .contains("href=\"#absences/0/until\"", "value=\"2027-02-01\"");
        Reply kept = secretariat.follow(
                person + "/roster",
                "version",
                version(wrong),
                "languages",
                "en",
                "further",
                "pt, sw",
                "capacity",
                "3",
                "expertise",
                "objective-8",
                "conflicts",
                "Sample city",
                "absences/0/from",
                "2027-01-01",
                "absences/0/until",
                "2027-01-31");
        assertThat(kept.text())
                .contains("The roster is changed.", "Portuguese", "8. Save lives", "Sample city")
                .contains("from 1\u00a0January\u00a02027 to 31\u00a0January\u00a02027");
        assertThat(secretariat
                        .follow(person + "/roster", "version", version(kept), "leave", "true")
                        .text())
                .contains("Not on the roster.");
    }

    @Test
    void whereSomebodyBelongsIsRecordedFromNowOnAndWhatWasStaysToBeSeen() {
        String person = person("Sample mover");
        secretariat.follow(
                person + "/affiliation", "version", version(secretariat.open(person)), "organisation", "OIM");
        Reply moved = secretariat.follow(
                person + "/affiliation", "version", version(secretariat.open(person)), "organisation", "sample city");
        assertThat(moved.text())
                .contains("It counts from now on.", "International Organization for Migration", "Sample city")
                .contains("Outside the United Nations");
        Reply stale = secretariat.send(person + "/affiliation", "version", "1", "organisation", "sample city");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text()).contains("It has changed since you read it.", "value=\"sample city\"");
        assertThat(secretariat
                        .send(person + "/affiliation", "version", version(stale), "organisation", "sample")
                        .text())
                .contains("Several organisations are called so");
    }

    @Test
    void anOrganisationIsFoundByItsWholeNameHoweverManyHoldIt() {
        for (int number = 1; number <= 25; number++) {
            organisation("Sample bureau " + number);
        }
        String meant = organisation("Sample bureau");
        for (int number = 26; number <= 30; number++) {
            organisation("Sample bureau " + number);
        }
        String person = person("Sample of the bureau");
        Reply recorded = secretariat.follow(
                person + "/affiliation", "version", version(secretariat.open(person)), "organisation", "sample BUREAU");
        assertThat(recorded.text()).contains("It counts from now on.", "/en/desk/organisations/" + meant);
    }

    @Test
    void whoeverHadAnotherAddressIsToldThere() {
        String person = person("Sample writer");
        for (String email : List.of("before@example.org", "after@example.org")) {
            Reply shown = secretariat.open(person);
            secretariat.follow(person + "/profile", "version", version(shown), "name", "Sample writer", "email", email);
        }
        assertThat(new Mailbox(server, "before@example.org").kinds()).hasSize(1);
        assertThat(new Mailbox(server, "after@example.org").kinds()).isEmpty();
    }

    @Test
    void nobodySaysOfThemselvesWhereTheyBelong() {
        Reply own = secretariat.open("/en/desk/people/demo-secretariat");
        assertThat(own.text()).contains("This is your own record.").doesNotContain("/affiliation\"", "/roster\"");
        assertThat(secretariat
                        .send(
                                "/en/desk/people/demo-secretariat/affiliation",
                                "version",
                                version(own),
                                "organisation",
                                "OIM")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void somebodyIsInvitedAndGivenRolesByAnAdministratorAlone() {
        String person = person("Sample colleague");
        secretariat.follow(
                person + "/profile",
                "version",
                version(secretariat.open(person)),
                "name",
                "Sample colleague",
                "email",
                "colleague@example.org");
        assertThat(secretariat.follow(person + "/invitation", "language", "en").text())
                .contains("An email with the invitation is on its way.");
        String token = new Mailbox(server, "colleague@example.org").token();
        new Visitor(server).send("/en/account/invitation", "token", token, "password", "the keys of the lighthouse");
        assertThat(secretariat.open(person).text())
                .contains("colleague@example.org")
                .doesNotContain("Change roles");
        assertThat(secretariat.send(person + "/roles", "roles", "administrator").status())
                .isIn(403, 422);

        assertThat(administrator.open(person).text()).contains("Change roles");
        Reply unseen = administrator.send(person + "/roles", "roles", "editor", "seen", "reviewer");
        assertThat(unseen.text()).contains("The roles have changed since you read them.");
        Reply granted = administrator.follow(person + "/roles", "roles", "editor", "seen", "contributor");
        assertThat(granted.text()).contains("The roles are changed.", "Editor: given on", "Sample administrator");
    }

    @Test
    void whoAsksForItIsErasedAfterAPageThatSaysWhatIsLost() {
        String person = person("Sample leaver");
        assertThat(secretariat.open(person).text()).doesNotContain("/erasure");
        assertThat(secretariat.open(person + "/erasure").status()).isEqualTo(403);
        Reply asked = administrator.open(person + "/erasure");
        assertThat(asked.text()).contains("What is lost", "What stays");
        administrator.follow(person + "/erasure", "version", version(asked));
        assertThat(administrator.open(person).text())
                .contains("erased on request")
                .doesNotContain("Sample leaver");
    }

    private static String organisation(String name) {
        return server.secretariat()
                .post("/api/v1/organisations", "{\"name\": \"%s\", \"sector\": \"un\"}".formatted(name))
                .id();
    }

    /** The address of the page of somebody new. */
    private static String person(String name) {
        Reply form = secretariat.open("/en/desk/people/new");
        Reply made =
                secretariat.send("/en/desk/people/new", "id", first(ID, form), "seal", first(SEAL, form), "name", name);
        return made.header("Location").replaceFirst("[?].*", "");
    }
}
