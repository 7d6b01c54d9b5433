package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the secretariat does by pages, in a browser without scripts. */
class SecretariatPagesTest {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern ID = Pattern.compile("name=\"id\" value=\"([^\"]+)\"");
    private static final Pattern SEAL = Pattern.compile("name=\"seal\" value=\"([^\"]+)\"");

    private static RunningServer server;
    private static Visitor secretariat;
    private static Visitor administrator;

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
        secretariat = Visitor.of(server, "secretariat");
        administrator = Visitor.of(server, "administrator");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    // What waits.

    @Test
    void whatWaitsIsListedByWhatIsToBeDoneAboutIt() {
        Story submitted = Story.submitted(server, "Sample: waits for a panel");
        Story vacant = Story.inReview(server, "Sample: lacks somebody");
        Story.ok(server.reviewer(4).post(vacant.path("/refusal"), "{}"));
        Story stuck = Story.inReview(server, "Sample: can't be published");
        stuck.accept(4).review(4, "decline", "Sample comment.");
        Story returned = Story.submitted(server, "Sample: is with its submitter");
        Story.ok(server.secretariat().post(returned.path("/return"), "{\"text\":\"Sample request.\"}"));

        assertThat(queue("screen")).contains(link(submitted)).doesNotContain(link(vacant));
        assertThat(queue("vacant")).contains(link(vacant), "1 empty seat").doesNotContain(link(stuck));
        assertThat(queue("stuck")).contains(link(stuck)).doesNotContain(link(vacant));
        assertThat(queue("review")).contains(link(vacant), link(stuck), "reviews awaited");
        assertThat(queue("submitter")).contains(link(returned));
        assertThat(queue("all")).contains(link(submitted), link(vacant), link(stuck), link(returned));
        assertThat(queue("overdue")).as("the demonstration's panels are late").contains("days late");
    }

    @Test
    void whatHasBecomePublicLaterComesFirst() {
        Story first = Story.published(server, "Sample: public before");
        Story second = Story.published(server, "Sample: public after");
        assertThat(queue("published")).contains(link(first), link(second));
    }

    @Test
    void aLongListIsReadPageByPageAndWhatWaitsLongestComesFirst() {
        List<Story> stories = IntStream.range(0, 27)
                .mapToObj(number -> Story.submitted(server, "Sample: one of many, " + number))
                .toList();
        String first = queue("screen");
        assertThat(first).contains("rel=\"next\"").doesNotContain(link(stories.get(26)));
        Matcher next = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(first);
        assertThat(next.find()).isTrue();
        String second = secretariat.open(next.group(1).replace("&amp;", "&")).text();
        assertThat(second).contains(link(stories.get(26)), "From the beginning").doesNotContain(link(stories.get(0)));
        stories.forEach(
                story -> Story.ok(server.secretariat().post(story.path("/decline"), "{\"text\":\"Sample reason.\"}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"queue", "people", "people/new", "organisations", "organisations/new", "messages"})
    void theDeskIsForTheSecretariat(String page) {
        assertThat(new Visitor(server).open("/en/desk/" + page).header("Location"))
                .startsWith("/en/account/login?back=");
        assertThat(Visitor.of(server, "contributor").open("/en/desk/" + page).status())
                .isEqualTo(403);
    }

    @Test
    void nobodyElseLearnsThatThereIsAnItem() {
        Story story = Story.submitted(server, "Sample: of somebody else");
        Visitor other = Visitor.of(server, "contributor");
        other.open("/en/desk/submissions");
        for (String rest : List.of("", "/candidates", "/panel", "/journal", "/content", "/acts/return")) {
            assertThat(other.open(page(story) + rest).status()).as(rest).isEqualTo(404);
        }
        assertThat(other.send(page(story) + "/acts/return", "text", "Sample.", "version", "2")
                        .status())
                .isEqualTo(404);
    }

    // The panel.

    @Test
    void aPanelIsTriedBeforeItIsSeated() {
        Story story = Story.submitted(server, "Sample: gets a panel");
        Reply wrong = secretariat.open(page(story) + "/panel?for=panel" + chosen(1, 2, 3));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains("Too few of the panel are from outside the United Nations")
                .doesNotContain("Seat this panel");
        Reply right = secretariat.open(page(story) + "/panel?for=panel" + chosen(2, 4, 5));
        assertThat(right.text()).contains("This panel is right.", "Seat this panel");
        assertThat(story.stage()).as("nothing was done yet").isEqualTo("submitted");

        Reply seated = secretariat.follow(page(story) + "/panel", seating(right, "panel", 2, 4, 5));
        assertThat(seated.text()).contains("The panel is seated.", "Sample reviewer 4");
        assertThat(story.stage()).isEqualTo("in-review");
    }

    @Test
    void candidatesAreShownWithWhatSpeaksForAndAgainstThem() {
        Story story = Story.inReview(server, "Sample: somebody is sought for it");
        Reply free = secretariat.open(page(story) + "/candidates?for=seat-1");
        assertThat(free.text()).contains("Sample reviewer 1 (IOM, UN)").doesNotContain("Sample reviewer 8");
        Reply all = secretariat.open(page(story) + "/candidates?for=seat-1&barred=true");
        assertThat(all.text())
                .contains("Sample reviewer 8", "It is not determined whether", "Record the person's affiliation.")
                .contains("This person already sits on the panel.");
        assertThat(secretariat
                        .open(page(story) + "/candidates?for=seat-1&side=non-un&name=ASSOCIATION&language=en")
                        .text())
                .contains("Sample reviewer 6")
                .doesNotContain("Sample reviewer 1 ");
    }

    @Test
    void whoWasChosenStaysChosenWhereverOneLooks() {
        Story story = Story.submitted(server, "Sample: chosen step by step");
        Reply reply =
                secretariat.open(page(story) + "/candidates?for=panel&side=non-un&reviewers=" + server.reviewerId(2));
        assertThat(reply.text()).contains("Chosen so far", "value=\"" + server.reviewerId(2) + "\" checked");
    }

    @Test
    void aFormForWhatHasChangedIsShownAgainAndGoodThen() {
        Story story = Story.submitted(server, "Sample: changes meanwhile");
        Reply late = secretariat.send(
                page(story) + "/panel",
                "for",
                "panel",
                "version",
                "1",
                "reviewers",
                id(2),
                "reviewers",
                id(4),
                "reviewers",
                id(5));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text()).contains("It has changed since you read it.");
        assertThat(secretariat
                        .send(page(story) + "/panel", seating(late, "panel", 2, 4, 5))
                        .status())
                .isEqualTo(303);
        Reply again = secretariat.send(page(story) + "/panel", seating(late, "panel", 2, 4, 5));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text()).contains("the item has moved on");
    }

    @Test
    void anEmptySeatIsFilledAndSomebodyWhoIsLateIsReplaced() {
        Story story = Story.inReview(server, "Sample: people come and go");
        Story.ok(server.reviewer(4).post(story.path("/refusal"), "{\"reason\":\"Sample <b>reason</b>.\"}"));
        assertThat(secretariat.open(page(story)).text())
                .contains("1 seat of the panel is empty", "Sample &lt;b&gt;reason&lt;/b&gt;.");
        Reply one = secretariat.open(page(story) + "/panel?for=vacancy&reviewers=" + id(6));
        assertThat(one.text()).contains("Nothing speaks against this choice.");
        assertThat(secretariat
                        .follow(page(story) + "/panel", seating(one, "vacancy", 6))
                        .text())
                .contains("The seat is given.", "Sample reviewer 6");
        Reply other = secretariat.open(page(story) + "/panel?for=seat-1&reviewers=" + id(3));
        assertThat(secretariat
                        .follow(page(story) + "/panel", seating(other, "seat-1", 3))
                        .text())
                .contains("Sample reviewer 3", "Replaced");
        assertThat(secretariat.open(page(story) + "/panel?for=vacancy").text()).contains("Choose one person first.");
    }

    // What the secretariat says alone.

    @Test
    void anItemIsReturnedWithWordsAndNotWithout() {
        Story story = Story.submitted(server, "Sample: is returned");
        Reply asked = secretariat.open(page(story) + "/acts/return");
        Reply silent = secretariat.send(page(story) + "/acts/return", "version", version(asked), "text", " ");
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.text()).contains("href=\"#text\"", "Give the reasons");
        Reply done = secretariat.follow(
                page(story) + "/acts/return", "version", version(silent), "text", "Sample: say <when>.");
        assertThat(done.text()).contains("It is back with the submitter.", "Sample: say &lt;when&gt;.");
        assertThat(story.stage()).isEqualTo("changes-requested");
    }

    @Test
    void whatHasChangedMeanwhileKeepsWhatWasTyped() {
        Story story = Story.submitted(server, "Sample: declined too late");
        Reply late =
                secretariat.send(page(story) + "/acts/decline", "version", "1", "text", "Sample reason, typed before.");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text()).contains("It has changed since you read it.", "Sample reason, typed before.");
        assertThat(secretariat
                        .follow(page(story) + "/acts/decline", "version", version(late), "text", "Sample reason.")
                        .text())
                .contains("It is declined.");
    }

    @Test
    void aRoundThatLeadsNowhereIsClosed() {
        Story story = Story.inReview(server, "Sample: leads nowhere");
        assertThat(secretariat.open(page(story) + "/acts/close-round").status())
                .as("not while it can lead somewhere")
                .isEqualTo(409);
        story.accept(2).review(2, "request-changes", "Sample: say for whom.");
        Reply asked = secretariat.open(page(story) + "/acts/close-round");
        assertThat(asked.text()).contains("without their names");
        assertThat(secretariat
                        .follow(page(story) + "/acts/close-round", "version", version(asked))
                        .text())
                .contains("The round is closed.", "Changes requested");
    }

    @Test
    void takingDownSaysWhatWillHappenFirst() {
        Story story = Story.published(server, "Sample: is taken down");
        Reply asked = secretariat.open(page(story) + "/acts/retract");
        assertThat(asked.text()).contains("This can't be undone.", "Everybody reads this.");
        secretariat.follow(page(story) + "/acts/retract", "version", version(asked), "text", "Sample reason.");
        assertThat(server.visitor()
                        .get("/en/practices/" + story.id(), "Accept", "text/html")
                        .status())
                .isEqualTo(410);
        assertThat(secretariat.open(page(story)).text()).contains("Why it was taken down", "Sample reason.");
    }

    // What is done on somebody's behalf.

    @Test
    void whoeverActsForTheSubmitterIsToldWhatFollowsAndSeesItEverAfter() {
        Story story = Story.submitted(server, "Sample: taken over by page");
        assertThat(secretariat.open(page(story)).text()).contains("Act on the submitter's behalf");
        Reply asked = secretariat.open(page(story) + "/acts/represent");
        assertThat(asked.text()).contains("You will no longer handle it for the secretariat", "This can't be undone.");
        Reply silent = secretariat.send(page(story) + "/acts/represent", "version", version(asked), "text", " ");
        assertThat(silent.status()).isEqualTo(422);
        Reply done = secretariat.follow(
                page(story) + "/acts/represent", "version", version(asked), "text", "Sample: <asked> by letter.");
        assertThat(done.text())
                .contains("You act on the submitter's behalf now.", "You act on behalf of", "&lt;asked&gt; by letter.");
        assertThat(secretariat.open(page(story)).text())
                .contains("Do the submitter's part")
                .doesNotContain("Seat a panel");
        assertThat(secretariat.open("/en/desk/submissions").text())
                .contains("Sample: taken over by page", "for \u2068")
                .doesNotContain("Submit a practice or resource");
        assertThat(secretariat
                        .open("/en/desk/submissions/" + story.id() + "/withdraw")
                        .text())
                .contains("You act on behalf of");
        assertThat(secretariat.open(page(story) + "/acts/represent").status()).isEqualTo(409);
    }

    @Test
    void aSubmissionIsBegunOnThePageOfAPerson() {
        String person = server.secretariat()
                .post("/api/v1/people", "{\"name\":\"Sample <b>writer</b> of letters\"}")
                .id();
        String path = "/en/desk/people/" + person;
        assertThat(secretariat.open(path).text()).contains("Begin a submission for this person", path + "/submission");
        Reply form = secretariat.open(path + "/submission");
        assertThat(form.text())
                .contains("Sample &lt;b&gt;writer&lt;/b&gt; of letters", "How did the submitter ask you?");
        String id = first(ID, form);
        String seal = first(SEAL, form);
        Reply silent = secretariat.send(path + "/submission", "id", id, "seal", seal, "kind", "resource", "text", "");
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.text()).containsPattern("value=\"resource\"[^>]*checked");
        Reply begun = secretariat.follow(
                path + "/submission", "id", id, "seal", seal, "kind", "practice", "language", "fr", "text", "By post.");
        assertThat(begun.text()).contains("You act on behalf of", "/edit/texts");
        assertThat(secretariat
                        .send(path + "/submission", "id", id, "seal", seal, "text", "By post.")
                        .header("Location"))
                .endsWith("/desk/submissions/" + id);
        Reply draft = server.secretariat().get("/api/v1/submissions/" + id);
        assertThat(draft.at("/language")).isEqualTo("fr");
        assertThat(draft.at("/submitter")).isEqualTo(person);
        assertThat(Visitor.of(server, "contributor")
                        .open("/en/desk/submissions/" + id)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoeverActsForSomebodyNamesPeopleAsTheyWould() {
        String person = server.contributor().get("/api/v1/me").at("/person");
        Reply begun = server.secretariat()
                .post(
                        "/api/v1/people/" + person + "/submissions",
                        "{\"text\":\"By post.\",\"item\":{\"kind\":\"practice\",\"language\":\"en\"}}");
        String about = "/en/desk/submissions/" + begun.id() + "/edit/about";
        Reply form = secretariat.open(about);
        assertThat(form.text())
                .contains("The submitter is the focal point", "&lt;demo-contributor-2@example.org&gt;")
                .doesNotContain("I am the focal point");
        Reply saved = secretariat.send(
                about,
                "version",
                version(form),
                "language",
                "en",
                "focalPoint/self",
                "true",
                "contact",
                "The submitter <Demo-contributor-2@example.org>",
                "contributors",
                "Zoe Sample <zoe@example.org>");
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
        Reply draft = server.contributor().get("/api/v1/submissions/" + begun.id() + "/draft");
        assertThat(draft.at("/content/focalPoint")).isEqualTo(person);
        assertThat(draft.at("/content/contact")).isEqualTo(person);
        for (Visitor either : List.of(secretariat, Visitor.of(server, "contributor-2"))) {
            assertThat(either.open(about).text()).contains("Zoe Sample &lt;zoe@example.org");
        }
        assertThat(Visitor.of(server, "contributor-2").open(about).text())
                .contains("I am the focal point")
                .containsPattern("name=\"focalPoint/self\" type=\"checkbox\" value=\"true\"\\s+checked");
    }

    @Test
    void theJournalInPlainWordsTellsBothNames() {
        Story story = Story.submitted(server, "Sample: both names");
        Story.ok(server.secretariat().post(story.path("/representation"), "{\"text\":\"Sample\"}"));
        Reply journal = server.administrator().get(story.path("/journal"));
        assertThat(journal.each("/entries", "behalf"))
                .last()
                .isEqualTo(server.secretariat().get(story.path("")).at("/submitter"));
        assertThat(administrator.open(page(story) + "/journal").text())
                .contains("Somebody began to act on the submitter's behalf", "on behalf of \u2068");
    }

    // What is to be read.

    @Test
    void anItemIsReadAsItWouldBePublishedAndItsJournalInPlainWords() {
        Story story = Story.inReview(server, "Sample: is read");
        story.accept(2);
        assertThat(secretariat.open(page(story) + "/content").text())
                .contains("This is how it would be published.", "Sample lighthouse keepers");
        Reply journal = secretariat.open(page(story) + "/journal");
        assertThat(journal.text())
                .contains("A panel was seated", "A reviewer declared no conflict of interest", "Sample reviewer 2")
                .contains("nothing was changed, removed or put in between", "VerifyJournal");
    }

    @Test
    void aLongJournalIsReadInPagesEachOfWhichIsChecked() {
        Story story = Story.submitted(server, "Sample: a long journal");
        for (int save = 0; save < 120; save++) {
            Story.ok(server.contributor().put(story.path("/draft"), Story.practice(server, "Sample: saved " + save)));
        }
        Story.ok(server.contributor().post(story.path("/submission"), "{}"));
        Reply first = secretariat.open(page(story) + "/journal");
        assertThat(first.text()).contains("Entries 1 to 100.").contains("journal?cursor=100");
        Reply rest = secretariat.open(page(story) + "/journal?cursor=100");
        assertThat(rest.text()).contains("Entries 101 to 124.").doesNotContain("cursor=200");
        assertThat(secretariat.open(page(story) + "/journal?cursor=9999").status())
                .isEqualTo(404);
    }

    @Test
    void whatAReviewerSaysToTheSecretariatIsShownAsSuchAndAsText() {
        Story story =
                Story.inReview(server, "Sample: is reviewed in confidence").accept(2);
        Story.ok(server.reviewer(2)
                .post(
                        story.path("/reviews"),
                        "{\"digest\":\"%s\",\"outcome\":\"approve\",\"toSecretariat\":\"<i>secret</i>\"}"
                                .formatted(story.digest())));
        assertThat(secretariat.open(page(story)).text())
                .contains("To the secretariat only", "&lt;i&gt;secret&lt;/i&gt;")
                .doesNotContain("<i>secret");
    }

    // People.

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

    private static String organisation(String name) {
        return server.secretariat()
                .post("/api/v1/organisations", "{\"name\": \"%s\", \"sector\": \"un\"}".formatted(name))
                .id();
    }

    @Test
    void aReviewersEntryThatHasChangedMeanwhileIsShownAsItIsNow() {
        String person = person("Sample changer");
        String version = version(secretariat.open(person));
        secretariat.follow(person + "/roster", "version", version, "languages", "ru", "capacity", "7");
        Reply stale = secretariat.send(person + "/roster", "version", version, "languages", "fr", "capacity", "3");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text())
                .contains("It has changed since you read it.", "value=\"7\"")
                .containsPattern("value=\"ru\"\\s+checked")
                .doesNotContainPattern("value=\"fr\"\\s+checked");
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
                .contains("from 1 January 2027 to 31 January 2027");
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
                .contains("A letter with the invitation is on its way.");
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

    // Organisations.

    @Test
    void anIdThatTheFormWasNotGivenIsNotTaken() {
        Reply made = secretariat.send("/en/desk/people/new", "id", "configuration", "name", "Sample pretender");
        assertThat(made.status()).isEqualTo(303);
        assertThat(made.header("Location")).doesNotContain("configuration");
    }

    @Test
    void anOrganisationIsRegisteredOnceAndChanged() {
        Reply form = secretariat.open("/en/desk/organisations/new");
        Reply wrong = secretariat.send(
                "/en/desk/organisations/new", "id", first(ID, form), "seal", first(SEAL, form), "aliases", "SO\nОС");
        assertThat(wrong.text()).contains("href=\"#name\"", "href=\"#sector\"", "SO\nОС");
        String[] fields = {
            "id",
            first(ID, wrong),
            "seal",
            first(SEAL, wrong),
            "name",
            "Sample office",
            "sector",
            "un",
            "aliases",
            "SO\nОС"
        };
        Reply made = secretariat.send("/en/desk/organisations/new", fields);
        assertThat(secretariat.send("/en/desk/organisations/new", fields).status())
                .isEqualTo(303);
        String address = made.header("Location").replaceFirst("[?].*", "");
        Reply shown = secretariat.open(address);
        Reply circle = secretariat.send(
                address, "version", version(shown), "name", "Sample office", "sector", "un", "partOf", "Sample office");
        assertThat(circle.text()).contains("href=\"#partOf\"", "part of itself");
        Reply changed = secretariat.follow(
                address,
                "version",
                version(shown),
                "name",
                "Sample bureau",
                "sector",
                "un",
                "aliases",
                "SB",
                "partOf",
                "OIM");
        assertThat(changed.text()).contains("Saved.", "International Organization for Migration");
        assertThat(secretariat.open("/en/desk/organisations?q=sb").text()).contains("Sample bureau", "part of");
        assertThat(secretariat
                        .send(address, "version", version(shown), "name", "Another", "sector", "un")
                        .status())
                .isEqualTo(412);
    }

    // Messages.

    @Test
    void aMessageIsReadAsItsRecipientWouldAndCanBeDiscardedOnce() {
        Story story = Story.submitted(server, "Sample: <told> of in a message");
        Story.ok(server.secretariat().post(story.path("/return"), "{\"text\":\"Sample request.\"}"));
        Reply list = secretariat.open("/en/desk/messages?state=waiting");
        Matcher address = Pattern.compile("/en/desk/messages/[0-9a-f-]{36}").matcher(list.text());
        assertThat(address.find()).isTrue();
        Reply message = secretariat.open(address.group());
        assertThat(message.text())
                .contains("Returned to the submitter", "Sample: &lt;told&gt; of in a message")
                .doesNotContain("<told>");
        assertThat(secretariat.follow(address.group() + "/retry").text()).contains("It is sent as soon as possible.");
        assertThat(secretariat.follow(address.group() + "/discard").text()).contains("It won't be sent.");
        Reply over = secretariat.follow(address.group() + "/discard");
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.text()).contains("that is over");
    }

    private static String queue(String code) {
        return secretariat.open("/en/desk/queue?queue=" + code).text();
    }

    private static String page(Story story) {
        return "/en/desk/items/" + story.id();
    }

    private static String link(Story story) {
        return "href=\"" + page(story) + "\"";
    }

    private static String id(int reviewer) {
        return server.reviewerId(reviewer);
    }

    private static String chosen(int... reviewers) {
        StringBuilder chosen = new StringBuilder();
        for (int reviewer : reviewers) {
            chosen.append("&reviewers=").append(id(reviewer));
        }
        return chosen.toString();
    }

    /** The fields of the form that seats somebody. */
    private static String[] seating(Reply checked, String placing, int... reviewers) {
        String[] fields = new String[4 + 2 * reviewers.length];
        fields[0] = "for";
        fields[1] = placing;
        fields[2] = "version";
        fields[3] = version(checked);
        for (int index = 0; index < reviewers.length; index++) {
            fields[4 + 2 * index] = "reviewers";
            fields[5 + 2 * index] = id(reviewers[index]);
        }
        return fields;
    }

    /** The address of the page of somebody new. */
    private static String person(String name) {
        Reply form = secretariat.open("/en/desk/people/new");
        Reply made =
                secretariat.send("/en/desk/people/new", "id", first(ID, form), "seal", first(SEAL, form), "name", name);
        return made.header("Location").replaceFirst("[?].*", "");
    }

    private static String version(Reply reply) {
        return first(VERSION, reply);
    }

    private static String first(Pattern pattern, Reply reply) {
        Matcher found = pattern.matcher(reply.text());
        assertThat(found.find()).as(reply.text()).isTrue();
        return found.group(1);
    }
}
