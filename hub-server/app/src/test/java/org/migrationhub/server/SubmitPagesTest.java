package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The submitter's desk, used as a browser without scripts uses it. */
class SubmitPagesTest {

    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
    private static final Pattern ID = Pattern.compile("/desk/submissions/([0-9a-f-]{36})");
    private static final String MINE = "/en/desk/submissions";
    private static final String SUMMARY = "This is a sample. ".repeat(20).strip();
    private static final byte[] TEXT = "A sample text.\n".repeat(40).getBytes(StandardCharsets.UTF_8);

    private static RunningServer server;

    private final Visitor visitor = Visitor.of(server, "contributor");

    @BeforeAll
    static void start() {
        server = RunningServer.roomy();
    }

    @BeforeEach
    void look() {
        visitor.open(MINE);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aPracticeIsWrittenStepByStepAndHandedIn() {
        String id = begun("Sample: a light");
        whole(id, "Sample: a light");
        Reply check = visitor.open(edit(id, "check"));
        assertThat(check.text()).contains("Everything that is needed is there.");
        Reply done = visitor.follow(MINE + "/" + id + "/handin", "version", version(check));
        assertThat(done.text()).contains("Submitted. Thank you.").contains("Version 1 submitted");
        assertThat(visitor.open(MINE).text()).contains("Sample: a light");
        assertThat(queued(id)).isEqualTo("submitted");
    }

    @Test
    void peopleAreNamedByNameAndAddressAndEverybodySeesTheirOwnWordsAlone() {
        String id = begun("Sample: named");
        save(
                id,
                "about",
                "language",
                "en",
                "focalPoint",
                "Sample Partner <partner@example.org>",
                "contact",
                "Sample contributor <demo-contributor@example.org>",
                "contributors",
                "Lena Sample <lena@example.org>\n\"Otto Sample\" (otto@example.org)");
        String about = visitor.open(edit(id, "about")).text();
        assertThat(about)
                .contains("value=\"Sample Partner &lt;partner@example.org>\"")
                .contains("Lena Sample &lt;lena@example.org&gt;\nOtto Sample &lt;otto@example.org&gt;");
        Reply item = server.as("demo-contributor").get("/api/v1/submissions/" + id + "/draft");
        String partner = item.at("/content/focalPoint");
        assertThat(item.at("/content/contact"))
                .isEqualTo(server.as("demo-contributor").get("/api/v1/me").at("/person"));
        assertThat(server.secretariat().get("/api/v1/people/" + partner).at("/name"))
                .isEqualTo("Sample Partner");

        save(id, "about", "language", "en", "focalPoint", "PARTNER@example.org", "contributors", partner);
        Reply again = server.as("demo-contributor").get("/api/v1/submissions/" + id + "/draft");
        assertThat(again.at("/content/focalPoint")).isEqualTo(partner);
        assertThat(again.at("/content/contributors/0")).isEqualTo(partner);
    }

    @Test
    void anAddressTellsNobodyWhetherTheHubKnowsIt() {
        String id = begun("Sample: known");
        save(id, "about", "language", "en", "focalPoint", "A Reviewer <demo-reviewer-1@example.org>");
        String named = server.as("demo-contributor")
                .get("/api/v1/submissions/" + id + "/draft")
                .at("/content/focalPoint");
        assertThat(named).isNotEqualTo(server.reviewerId(1)).hasSize(36);
        assertThat(visitor.open(edit(id, "about")).text())
                .contains("A Reviewer &lt;demo-reviewer-1@example.org>")
                .doesNotContain("Sample reviewer 1");
    }

    @Test
    void whoeverSubmitsCanBeTheFocalPointThemselves() {
        String id = begun("Sample: self");
        save(id, "about", "language", "en", "focalPoint/self", "true");
        assertThat(visitor.open(edit(id, "about")).text())
                .containsPattern("name=\"focalPoint/self\" type=\"checkbox\" value=\"true\"\\s+checked")
                .contains("I am the focal point");
        Reply refused = save(id, "about", "language", "en", "focalPoint", "Somebody without address");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("Give name and e-mail address, such as", "value=\"Somebody without address\"");
    }

    @Test
    void nobodyIsRegisteredWhileSomebodyStillWrites() {
        String id = begun("Sample: writing");
        Reply meanwhile = visitor.send(
                MINE + "/" + id + "/autosave/about",
                "version",
                version(visitor.open(edit(id, "about"))),
                "language",
                "en",
                "contact",
                "Half Written <half@example.o");
        assertThat(meanwhile.status()).isEqualTo(200);
        assertThat(meanwhile.text()).contains("apart from somebody new: they are kept when you save this step.");
        assertThat(server.secretariat().get("/api/v1/people?limit=100").text()).doesNotContain("half@example.o");
    }

    @Test
    void nobodyIsRegisteredForWhatIsNotSaved() {
        String id = begun("Sample: stale");
        String[] typed = {"version", "1", "language", "en", "contact", "Vain Sample <vain@example.org>"};
        typed[1] = version(visitor.open(edit(id, "about")));
        visitor.send(edit(id, "about"), "version", typed[1], "language", "fr");
        Reply stale = visitor.send(edit(id, "about"), typed);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text()).contains("Vain Sample &lt;vain@example.org>");
        assertThat(server.secretariat().get("/api/v1/people?limit=200").text()).doesNotContain("vain@example.org");
    }

    @Test
    void ofManyNewcomersThoseWhoAreTooManyAreToldAndTheOthersKept() {
        String id = begun("Sample: many");
        String many = IntStream.range(0, 52)
                .mapToObj(number -> "Sample Guest <guest%d@example.org>".formatted(number))
                .collect(Collectors.joining("\n"));
        Reply refused = save(id, "about", "language", "en", "contributors", many);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("too many people", "guest51@example.org");
        Reply draft = server.as("demo-contributor").get("/api/v1/submissions/" + id + "/draft");
        assertThat(draft.json().at("/content/contributors")).hasSize(50);
    }

    /** By somebody else than in the other tests, who has named some already. A few more may be named while this runs. */
    @Test
    void ofMoreThanAHundredNewcomersInAnHourTheOthersAreToldToWait() {
        Visitor other = Visitor.of(server, "contributor-2");
        other.open(MINE);
        String id = id(other.follow(MINE + "/new/practice", "language", "en", "do", "next"));
        assertThat(named(other, id, 0, 50).status()).isEqualTo(303);
        assertThat(named(other, id, 50, 100).status()).isEqualTo(303);
        Reply refused = named(other, id, 100, 150);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("too many people", "hourly149@example.org");
        assertThat(named(other, id, 0, 50).status())
                .as("those who were named before")
                .isEqualTo(303);
        assertThat(named(visitor, begun(""), 149, 150).status())
                .as("by somebody else")
                .isEqualTo(303);
    }

    private static Reply named(Visitor visitor, String id, int from, int to) {
        String guests = IntStream.range(from, to)
                .mapToObj(number -> "Sample Guest <hourly%d@example.org>".formatted(number))
                .collect(Collectors.joining("\n"));
        String version = version(visitor.open(edit(id, "about")));
        return visitor.send(edit(id, "about"), "language", "en", "contributors", guests, "version", version);
    }

    @Test
    void aDraftMayLackEverything() {
        Reply page = visitor.follow(MINE + "/new/resource", "language", "en", "do", "next");
        assertThat(page.status()).isEqualTo(200);
        Reply check = visitor.open(edit(id(page), "check"));
        assertThat(check.text()).contains("things are missing or wrong").contains("edit/texts?check=1#texts/en/title");
    }

    @Test
    void whatIsMissingIsToldAtOnceAndBesideItsField() {
        String id = begun("");
        Reply check = visitor.open(edit(id, "check"));
        Reply refused = visitor.send(MINE + "/" + id + "/handin", "version", version(check));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("#primaryObjectives")
                .contains("#geography")
                .contains("#period/startYear");
        assertThat(visitor.open(edit(id, "texts") + "?check=1").text()).contains("id=\"texts/en/title-wrong\"");
        assertThat(visitor.open(edit(id, "texts")).text()).doesNotContain("id=\"texts/en/title-wrong\"");
    }

    @Test
    void whatIsOnlyDoubtfulDoesNotKeepAnybodyFromHandingIn() {
        String id = begun("Sample: IT for all");
        whole(id, "Sample: IT for all");
        Reply check = visitor.open(edit(id, "check"));
        assertThat(check.text()).contains("You can submit it all the same.");
        assertThat(visitor.follow(MINE + "/" + id + "/handin", "version", version(check))
                        .text())
                .contains("Submitted. Thank you.");
    }

    @Test
    void whatADraftCannotKeepIsShownAgainAndTheRestIsSaved() {
        String id = begun("Sample: kept");
        Reply refused =
                save(id, "scope", "period/startYear", "about 2021", "geography/countries", "NER", "targets", "8.8, 99");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("value=\"about 2021\"")
                .contains("8.8, 99")
                .contains("Everything else");
        assertThat(visitor.open(edit(id, "scope")).text())
                .containsPattern("value=\"NER\"\\s+checked")
                .contains("value=\"8.8\"")
                .doesNotContain("about 2021");
    }

    @Test
    void whatCannotBeKeptLeavesWhatWasThereBefore() {
        String id = begun("Sample: before");
        save(id, "texts", "texts/en/title", "Sample: before", "texts/en/summary", SUMMARY);
        Reply refused = save(id, "texts", "texts/en/title", "x".repeat(301), "texts/en/summary", "Shorter.");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("x".repeat(301));
        assertThat(visitor.open(edit(id, "texts")).text())
                .contains("Sample: before")
                .contains("Shorter.");
    }

    @Test
    void twoWindowsDoNotOverwriteEachOther() {
        String id = begun("Sample: two windows");
        String version = version(visitor.open(edit(id, "texts")));
        save(id, "texts", "texts/en/title", "Sample: of the first");
        Reply stale = visitor.send(edit(id, "texts"), "version", version, "texts/en/title", "Sample: of the second");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text()).contains("Sample: of the second").contains("Nothing of what you wrote is lost");
        assertThat(visitor.open(edit(id, "texts")).text()).contains("Sample: of the first");
        Reply again = visitor.send(
                edit(id, "texts"), "version", version(stale), "texts/en/title", "Sample: of the second", "do", "next");
        assertThat(again.status()).isEqualTo(303);
    }

    @Test
    void severalLanguagesStandSideBySide() {
        String id = begun("Sample: several");
        Reply added = visitor.follow(
                edit(id, "texts"),
                "version",
                version(visitor.open(edit(id, "texts"))),
                "with",
                "en",
                "texts/en/title",
                "Sample: several",
                "add",
                "ar",
                "do",
                "add");
        assertThat(added.text()).contains("name=\"texts/ar/title\"").containsPattern("lang=\"ar\" dir=\"rtl\"");
        save(id, "texts", "texts/en/title", "Sample: several", "texts/ar/title", "عينة");
        assertThat(visitor.open(edit(id, "texts")).text()).contains("عينة");
        save(id, "texts", "texts/en/title", "Sample: several", "texts/ar/title", "عينة", "do", "drop:ar");
        assertThat(visitor.open(edit(id, "texts")).text()).doesNotContain("عينة");
    }

    @Test
    void anOrganisationIsKnownByItsName() {
        String id = begun("Sample: known");
        save(
                id,
                "about",
                "language",
                "en",
                "mainImplementers/0/name",
                "",
                "mainImplementers/1/name",
                "international organization for MIGRATION",
                "mainImplementers/2/name",
                "Sample unknown to anybody");
        String page = visitor.open(edit(id, "about")).text();
        assertThat(page).containsOnlyOnce("Registered with the Hub").contains("Sample unknown to anybody");
    }

    @Test
    void aFileIsAttachedDescribedAndRemoved() {
        String id = begun("Sample: with a file");
        String version = version(visitor.open(edit(id, "files")));
        Reply attached = visitor.upload(
                edit(id, "files"),
                "sample.txt",
                TEXT,
                "version",
                version,
                "links/0/url",
                "https://example.org/",
                "links/0/label",
                "A page");
        assertThat(attached.status()).isEqualTo(303);
        Reply page = visitor.open(edit(id, "files"));
        assertThat(page.text()).contains("sample.txt").contains("https://example.org/");
        save(id, "files", "attachments/0/description", "A description");
        assertThat(visitor.open(edit(id, "files")).text())
                .contains("A description")
                .contains("sample.txt");
        String remove = found(
                Pattern.compile("value=\"(remove:[0-9a-f]+)\""),
                visitor.open(edit(id, "files")).text());
        save(id, "files", "do", remove);
        assertThat(visitor.open(edit(id, "files")).text()).doesNotContain("sample.txt");
    }

    @Test
    void aFileThatIsRefusedLosesNothingThatWasTypedBesideIt() {
        String id = begun("Sample: refused");
        String version = version(visitor.open(edit(id, "files")));
        Reply refused = visitor.upload(
                edit(id, "files"),
                "sample.exe",
                TEXT,
                "version",
                version,
                "links/0/url",
                "https://example.org/beside",
                "links/0/label",
                "A page");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("https://example.org/beside").contains("upload");
        assertThat(visitor.open(edit(id, "files")).text()).contains("https://example.org/beside");
    }

    @Test
    void aFileWithoutTheFormsTokenIsNotRead() {
        String id = begun("Sample: foreign");
        String version = version(visitor.open(edit(id, "files")));
        Reply reply = visitor.showing("another").upload(edit(id, "files"), "sample.txt", TEXT, "version", version);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(visitor.open(edit(id, "files")).text()).doesNotContain("sample.txt");
    }

    @Test
    void aFormWithAFileThatIsNoneIsRefusedAndChangesNothing() {
        String id = begun("Sample: broken");
        assertThat(visitor.raw(edit(id, "files"), "multipart/form-data; boundary=x", "no part at all")
                        .status())
                .isIn(400, 403);
        assertThat(visitor.raw(edit(id, "files"), "multipart/form-data", "--x--")
                        .status())
                .isEqualTo(400);
        String version = version(visitor.open(edit(id, "files")));
        Reply flood = visitor.upload(
                edit(id, "files"), "sample.txt", TEXT, "version", version, "links/0/url", "x".repeat(8_500_000));
        assertThat(flood.status()).isEqualTo(413);
        assertThat(visitor.open(edit(id, "files")).text()).doesNotContain("sample.txt");
    }

    @Test
    void aDraftIsSeenByNobodyElse() {
        String id = begun("Sample: mine alone");
        for (String other : List.of("contributor-2", "secretariat", "reviewer-1")) {
            Visitor stranger = Visitor.of(server, other);
            for (String page : List.of("", "/preview", "/edit/texts", "/changes", "/withdraw")) {
                assertThat(stranger.open(MINE + "/" + id + page).status())
                        .as(other + page)
                        .isEqualTo(404);
            }
        }
        assertThat(new Visitor(server).open(MINE + "/" + id).status()).isEqualTo(303);
    }

    @Test
    void changesThatAreAskedForAreSeenWithTheReasonsAndHandedInAnew() {
        String id = begun("Sample: to be revised");
        whole(id, "Sample: to be revised");
        visitor.follow(MINE + "/" + id + "/handin", "version", version(visitor.open(edit(id, "check"))));
        Story.ok(server.secretariat()
                .post("/api/v1/submissions/" + id + "/return", "{\"text\":\"Sample reason to return.\"}"));
        Reply page = visitor.open(MINE + "/" + id);
        assertThat(page.text()).contains("Sample reason to return.").contains("It is your turn");
        visitor.follow(MINE + "/" + id + "/revise", "version", version(page));
        save(id, "texts", "texts/en/title", "Sample: that was revised", "texts/en/summary", SUMMARY);
        assertThat(visitor.open(MINE + "/" + id + "/changes").text())
                .contains("<del>to be</del>")
                .contains("<ins>that was</ins>");
        visitor.follow(MINE + "/" + id + "/handin", "version", version(visitor.open(edit(id, "check"))));
        assertThat(visitor.open(MINE + "/" + id).text()).contains("Version 2 submitted");
    }

    @Test
    void whatWasHandedInIsWithdrawnAfterAQuestion() {
        String id = begun("Sample: taken back");
        whole(id, "Sample: taken back");
        visitor.follow(MINE + "/" + id + "/handin", "version", version(visitor.open(edit(id, "check"))));
        Reply question = visitor.open(MINE + "/" + id + "/withdraw");
        Reply done = visitor.follow(
                MINE + "/" + id + "/withdraw", "version", version(question), "reason", "Sample reason to withdraw.");
        assertThat(done.text()).contains("Withdrawn.").contains("Sample reason to withdraw.");
        assertThat(visitor.open(MINE + "?group=ended").text()).contains("Sample: taken back");
    }

    @Test
    void aPreviewShowsThePageAsItWillBe() {
        String id = begun("Sample: preview");
        whole(id, "Sample: preview");
        assertThat(visitor.open(MINE + "/" + id + "/preview").text())
                .contains("This is a preview.")
                .contains("<h1 lang=\"en\" dir=\"ltr\">Sample: preview</h1>")
                .contains(SUMMARY);
    }

    @Test
    void whatIsWrittenIsKeptUnsavedTellsWhatIsMissingAndOverwritesNothing() {
        String id = begun("Sample: while writing");
        String version = version(visitor.open(edit(id, "texts")));
        Reply kept = visitor.send(autosave(id), "version", version, "texts/en/title", "Sample: kept by itself");
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.text()).contains("data-for=\"texts/en/summary\"").doesNotContain("<html");
        Reply stale = visitor.send(autosave(id), "version", version, "texts/en/title", "Sample: of another window");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text()).contains("data-stopped=\"What you write is no longer kept: the draft was changed");
        Reply page = visitor.open(edit(id, "texts"));
        assertThat(page.text()).contains("Sample: kept by itself").contains("haven't saved yet, kept on ");
        assertThat(visitor.open(MINE).text()).doesNotContain("Sample: kept by itself");
    }

    @Test
    void whatGotNoAnswerMayBeSentAgain() {
        String id = begun("Sample: an answer is lost");
        String version = version(visitor.open(edit(id, "texts")));
        String[] typed = {"version", version, "texts/en/title", "Sample: sent twice"};
        Reply first = visitor.send(autosave(id), typed);
        Reply second = visitor.send(autosave(id), typed);
        assertThat(second.status()).isEqualTo(200);
        assertThat(kept(second)).isEqualTo(kept(first));
    }

    @Test
    void thatSomebodyNewIsKeptOnlyWhenTheStepIsSavedIsTold() {
        String id = begun("Sample: somebody new");
        String version = version(visitor.open(edit(id, "about")));
        String[] typed = {"version", version, "language", "en", "contact", "Nora Sample <nora.new@example.org>"};
        Reply kept = visitor.send(MINE + "/" + id + "/autosave/about", typed);
        assertThat(kept.text())
                .contains("data-kept=\"Kept at {0}, apart from somebody new")
                .doesNotContain("data-for=\"contact\"");
        typed[1] = kept(kept);
        visitor.send(edit(id, "about"), typed);
        assertThat(visitor.open(edit(id, "about")).text()).contains("nora.new@example.org");
    }

    @Test
    void whatIsKeptIsSavedByAButtonOrDiscarded() {
        String id = begun("Sample: before");
        type(id, "Sample: typed and saved");
        String version = version(visitor.open(edit(id, "texts")));
        Reply next = visitor.follow(
                edit(id, "texts"), "version", version, "texts/en/title", "Sample: typed and saved", "do", "next");
        assertThat(next.text()).doesNotContain("saved yet");
        type(id, "Sample: typed in vain");
        Reply page = visitor.open(edit(id, "texts"));
        Reply back = visitor.follow(MINE + "/" + id + "/discard/texts", "version", version(page));
        assertThat(back.text())
                .contains("Discarded.")
                .contains("Sample: typed and saved")
                .doesNotContain("in vain");
    }

    @Test
    void nothingIsDiscardedThatWasTypedSince() {
        String id = begun("Sample: not discarded");
        type(id, "Sample: typed first");
        String version = version(visitor.open(edit(id, "texts")));
        type(id, "Sample: typed since");
        visitor.send(MINE + "/" + id + "/discard/texts", "version", version);
        assertThat(visitor.open(edit(id, "texts")).text()).contains("Sample: typed since");
    }

    @Test
    void whatAnotherWindowTypedIsNotSavedOver() {
        String id = begun("Sample: two windows");
        String version = version(visitor.open(edit(id, "texts")));
        type(id, "Sample: of the first window");
        Reply second = visitor.send(
                edit(id, "texts"), "version", version, "texts/en/title", "Sample: of the second window", "do", "next");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text()).contains("Nothing of what you wrote is lost").contains("of the second window");
        assertThat(visitor.open(edit(id, "texts")).text()).contains("Sample: of the first window");
    }

    @Test
    void handingInSavesFirstWhatIsKept() {
        String id = begun("Sample: a light, typed");
        whole(id, "Sample: a light, saved");
        Reply texts = visitor.open(edit(id, "texts"));
        visitor.send(
                autosave(id),
                "version",
                version(texts),
                "texts/en/title",
                "Sample: a light, typed at last",
                "texts/en/summary",
                SUMMARY);
        Reply check = visitor.open(edit(id, "check"));
        assertThat(check.text()).contains("saved yet, kept on");
        assertThat(visitor.open(MINE + "/" + id + "/preview").text()).contains("Sample: a light, typed at last");
        assertThat(visitor.follow(MINE + "/" + id + "/handin", "version", version(check))
                        .text())
                .contains("Submitted. Thank you.")
                .contains("Sample: a light, typed at last");
    }

    @Test
    void nothingIsStoredWhereNothingHasChanged() {
        String id = begun("Sample: unchanged");
        String version = version(visitor.open(edit(id, "texts")));
        visitor.send(autosave(id), "version", version, "texts/en/title", "Sample: unchanged");
        assertThat(version(visitor.open(edit(id, "texts")))).isEqualTo(version);
        save(id, "texts", "texts/en/title", "Sample: unchanged");
        assertThat(version(visitor.open(edit(id, "texts")))).isEqualTo(version);
    }

    @Test
    void aFormThatIsSentTwiceBeginsOneDraft() {
        Reply form = visitor.open(MINE + "/new/practice");
        String[] sent = {"id", hidden(form, "id"), "seal", hidden(form, "seal"), "language", "en", "do", "next"};
        Reply first = visitor.send(MINE + "/new/practice", sent);
        Reply second = visitor.send(MINE + "/new/practice", sent);
        assertThat(second.status()).isEqualTo(303);
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        Reply other = visitor.send(
                MINE + "/new/practice", "id", sent[1], "seal", sent[3], "language", "fr", "contact", "", "do", "next");
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text()).contains("Nothing of what you wrote is lost").contains("/edit/about");
    }

    private void type(String id, String title) {
        String version = version(visitor.open(edit(id, "texts")));
        Reply kept = visitor.send(autosave(id), "version", version, "texts/en/title", title);
        assertThat(kept.status()).isEqualTo(200);
    }

    private static String autosave(String id) {
        return MINE + "/" + id + "/autosave/texts";
    }

    private static String kept(Reply reply) {
        return reply.text().replaceFirst("(?s).*data-version=\"(\\d+)\".*", "$1");
    }

    private static String hidden(Reply page, String name) {
        return page.text().replaceFirst("(?s).*name=\"" + name + "\" value=\"([^\"]+)\".*", "$1");
    }

    @Test
    void aSheetThatWasFilledInOfflineBecomesADraft() {
        Reply made = visitor.upload(
                MINE + "/sheets",
                "sample.xlsx",
                sheet(
                        "migration-hub:practice",
                        "language",
                        "français",
                        "texts/title",
                        "Exemple : un phare",
                        "texts/summary",
                        "Ceci est un exemple. ".repeat(20).strip(),
                        "type",
                        "Project/Programme",
                        "mainImplementers",
                        "IOM\nSample lighthouse keepers",
                        "period/startYear",
                        "2021",
                        "geography/countries",
                        "Niger, Mali; BFA",
                        "primaryObjectives",
                        "8, 10",
                        "principles",
                        "f",
                        "sdgs",
                        "8, 10.7",
                        "links",
                        "https://example.org/ A page"));
        assertThat(made.status()).isEqualTo(303);
        Reply check = visitor.open(made.header("Location"));
        assertThat(check.text()).contains("Your spreadsheet has become a draft.");
        String id = id(check);
        assertThat(visitor.open(edit(id, "texts")).text())
                .contains("name=\"texts/fr/title\"")
                .contains("Exemple : un phare");
        assertThat(visitor.open(edit(id, "scope")).text())
                .containsPattern("value=\"NER\"\\s+checked")
                .containsPattern("value=\"MLI\"\\s+checked")
                .containsPattern("value=\"BFA\"\\s+checked")
                .containsPattern("value=\"sdg-8\"\\s+checked")
                .contains("value=\"10.7\"");
        assertThat(visitor.open(edit(id, "files")).text())
                .contains("https://example.org/")
                .contains("A page");
    }

    @Test
    void whatIsWrongInASheetIsToldRowByRowAndTheRestIsADraft() {
        Reply made = visitor.upload(
                MINE + "/sheets",
                "sample.xlsx",
                sheet(
                        "migration-hub:practice",
                        "language",
                        "en",
                        "texts/title",
                        "Sample: a sheet",
                        "period/startYear",
                        "some time ago",
                        "geography/countries",
                        "Niger; Atlantis"));
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text()).contains("Row 4").contains("Row 5").contains("/edit/check");
        assertThat(visitor.open(edit(id(made), "texts")).text()).contains("Sample: a sheet");
    }

    @Test
    void whatIsNoSheetOfOursIsRefused() {
        for (byte[] file : List.of(TEXT, sheet("something else", "a", "b"))) {
            Reply reply = visitor.upload(MINE + "/sheets", "sample.xlsx", file);
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.text()).contains("upload");
        }
    }

    @Test
    void anEmptySheetIsGivenOutInEveryLanguage() {
        for (String language : SitePages.LANGUAGES) {
            for (String kind : List.of("practice", "resource")) {
                Reply sheet = visitor.open("/" + language + "/desk/submissions/sheets/" + kind);
                assertThat(sheet.status()).isEqualTo(200);
                assertThat(sheet.header("Content-Disposition")).contains(kind + "-" + language + ".xlsx");
            }
        }
    }

    /** A sheet as it comes back: what was written stands in the second column, the keys in the fifth. */
    private static byte[] sheet(String mark, String... rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("sheet");
            sheet.value(0, 4, mark);
            for (int index = 0; index < rows.length; index += 2) {
                sheet.value(index / 2 + 1, 1, rows[index + 1]);
                sheet.value(index / 2 + 1, 4, rows[index]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String begun(String title) {
        Reply page = visitor.follow(
                MINE + "/new/practice",
                "language",
                "en",
                "type",
                "practice-type-project",
                "mainImplementers/0/name",
                "International Organization for Migration (IOM)",
                "do",
                "next");
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        String id = id(page);
        if (!title.isEmpty()) {
            save(id, "texts", "texts/en/title", title);
        }
        return id;
    }

    private void whole(String id, String title) {
        save(id, "texts", "texts/en/title", title, "texts/en/summary", SUMMARY);
        save(
                id,
                "scope",
                "period/startYear",
                "2021",
                "geography/countries",
                "NER",
                "primaryObjectives",
                "objective-8",
                "principles",
                "principle-human-rights");
    }

    private Reply save(String id, String step, String... fields) {
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 0, fields.length);
        all[fields.length] = "version";
        all[fields.length + 1] = version(visitor.open(edit(id, step)));
        return visitor.send(edit(id, step), all);
    }

    private static String queued(String id) {
        return server.secretariat().get("/api/v1/submissions/" + id).at("/stage");
    }

    private static String edit(String id, String step) {
        return MINE + "/" + id + "/edit/" + step;
    }

    private static String version(Reply page) {
        return found(VERSION, page.text());
    }

    private static String id(Reply page) {
        return found(ID, page.text());
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }
}
