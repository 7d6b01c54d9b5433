package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.migrationhub.core.vocabulary.Language;

/** The whole story of a practice as people live it: by pages alone, in a real browser. */
@Tag("browser")
class StoryInBrowserTest {

    private static final String PASSWORD = "lanterns along the ford";
    private static final String REQUEST = "Sample request: say who paid for the oil.";
    private static final String CONFIDENCE = "Sample confidence: I doubt the numbers.";
    private static final String WHY = "Sample reason: the ford was never there.";

    @RegisterExtension
    static final InBrowser<RunningServer> IN = InBrowser.demo();

    /**
     * What is told in a language.
     *
     * @param before a word of the summary that is revised
     * @param after what stands in its place then
     * @param sought how somebody looks for it, in other forms of its words
     */
    private record Tale(String title, String summary, String before, String after, String sought) {

        static Tale in(Language language) {
            return language.equals(Language.AR)
                    ? new Tale(
                            "عينة: مصابيح عند المخاضة",
                            "يضيء المتطوعون المصابيح كل مساء عند المخاضة حتى يعبر الناس النهر بأمان، ثم يستقبلونهم بست لغات. ",
                            "بست",
                            "بسبع",
                            "المصابيح بالمخاضة")
                    : new Tale(
                            "Sample: lanterns at the ford",
                            "Volunteers light lanterns at the ford each evening, and greet whoever crosses the river in six languages. ",
                            "six",
                            "seven",
                            "lantern fords");
        }

        String whole() {
            return summary.repeat(5).strip();
        }

        String revised() {
            return whole().replace(before, after);
        }
    }

    /** A reviewer whom the roster knows already. */
    private record Reviewer(String name, String email, String id) {}

    @ParameterizedTest(name = "in {0}, with scripts: {1}")
    @CsvSource({"en,false", "en,true", "ar,false", "ar,true"})
    void aPracticeIsWrittenReviewedRevisedPublishedFoundAndTakenDown(String tag, boolean scripts) {
        Language language = Language.find(tag).orElseThrow();
        String run = tag + (scripts ? "-scripts" : "-plain");
        Tale tale = Tale.in(language);
        List<Reviewer> roster = roster(run, tag);
        try (Somebody author = somebody(language, scripts).mustNotLearn(secrets(roster));
                Somebody secretary = somebody(language, scripts);
                Somebody first = somebody(language, scripts);
                Somebody second = somebody(language, scripts);
                Somebody third = somebody(language, scripts);
                Somebody visitor = somebody(language, scripts)) {
            registers(author, "author-" + run + "@example.org");
            writes(author, tale);
            handsIn(author);

            logsIn(secretary, "demo-secretariat@example.org", Visitor.PASSWORD);
            seats(secretary, tale, run, roster);

            takesTheSeat(first, roster.get(0), tale);
            takesTheSeat(second, roster.get(1), tale);
            takesTheSeat(third, roster.get(2), tale);
            approves(first);
            requestsChanges(second);
            author.opens("/desk/submissions");
            author.followsTitle(tale.title()).sees("submit.next.in-review").doesNotSee(REQUEST);
            approves(third);

            revises(author, tale);
            handsIn(author);

            affirms(first, tale);
            approvesTheChange(second, tale);
            affirms(third, tale);
            author.opens("/desk/submissions");
            author.followsTitle(tale.title()).sees("submit.next.published");

            String address = finds(visitor, tale);
            takesDown(secretary, tale);
            findsATombstone(visitor, address, tale);
        }
    }

    private static Somebody somebody(Language language, boolean scripts) {
        return new Somebody(IN.chromium(), IN.site(), language, scripts);
    }

    // What was there before the story begins: a roster of reviewers with accounts, one of the UN and two of others.

    private static List<Reviewer> roster(String run, String tag) {
        return Stream.of("unhcr", "university", "city")
                .map(organisation -> reviewer(run, organisation, tag))
                .toList();
    }

    private static Reviewer reviewer(String run, String organisation, String tag) {
        String name = "Sample reviewer of " + organisation + " " + run;
        String email = "reviewer-" + organisation + "-" + run + "@example.org";
        String entry = "{\"name\":\"%s\",\"email\":\"%s\",\"organisation\":\"demo-%s\",\"languages\":[\"%s\"]}";
        Reply added =
                IN.site().secretariat().post("/api/v1/reviewers", entry.formatted(name, email, organisation, tag));
        Story.ok(IN.site().secretariat().post("/api/v1/people/" + added.id() + "/invitation"));
        Visitor invited = new Visitor(IN.site());
        String token = new Mailbox(IN.site(), email).token();
        assertThat(invited.send("/en/account/invitation", "token", token, "password", PASSWORD)
                        .status())
                .isEqualTo(303);
        return new Reviewer(name, email, added.id());
    }

    /** What tells who reviews. */
    private static List<String> secrets(List<Reviewer> roster) {
        return Stream.concat(
                        Stream.of(CONFIDENCE),
                        roster.stream().flatMap(one -> Stream.of(one.name(), one.email(), one.id())))
                .toList();
    }

    // The author.

    private static void registers(Somebody author, String email) {
        author.opens("/account/login");
        author.follows("login.register")
                .writes("email", email)
                .writes("name", "Sample author")
                .writes("password", PASSWORD)
                .presses("register.act")
                .sees("letter.title");
        author.goesTo(new Mailbox(IN.site(), email).link());
        author.writes("password", PASSWORD).presses("confirm.act").sees("done.account-confirmed");
        author.writes("email", email)
                .writes("password", PASSWORD)
                .presses("login.act")
                .sees("submit.none");
    }

    private static void writes(Somebody author, Tale tale) {
        author.follows("submit.begin").follows("submit.practice.act").sees("submit.step.about");
        author.chooses("type", "practice-type-project")
                .writes("mainImplementers/0/name", "Sample keepers of the ford")
                .writes("focalPoint", author.reads("contact"))
                .presses("submit.next");
        author.writes(texts(author, "title"), tale.title())
                .writes(texts(author, "summary"), tale.whole())
                .presses("submit.next");
        author.writes("period/startYear", "2021")
                .chooses("geography/countries", "NER")
                .chooses("primaryObjectives", "objective-8")
                .presses("submit.next");
        author.presses("submit.next").sees("submit.check.good");
        author.follows("submit.check.preview").seesText(tale.title()).seesText(tale.whole());
        author.follows("submit.preview.back");
    }

    private static String texts(Somebody author, String part) {
        return "texts/" + author.tag() + "/" + part;
    }

    private static void handsIn(Somebody author) {
        author.presses("submit.handin").sees("done.submit-handed-in");
    }

    private static void revises(Somebody author, Tale tale) {
        author.opens("/desk/submissions");
        author.followsTitle(tale.title())
                .sees("submit.next.changes-requested")
                .seesText(REQUEST)
                .presses("submit.act.revise")
                .presses("submit.next")
                .writes(texts(author, "summary"), tale.revised())
                .presses("submit.leave")
                .follows("submit.act.compare")
                .seesChange(tale.before(), tale.after())
                .follows("submit.changes.back")
                .follows("submit.act.check")
                .sees("submit.check.good");
    }

    // The secretariat.

    private static void seats(Somebody secretary, Tale tale, String run, List<Reviewer> roster) {
        secretary.sees("secretariat.queue.screen");
        secretary
                .followsTitle(tale.title())
                .follows("secretariat.read.content")
                .seesText(tale.whole())
                .follows("secretariat.content.back")
                .follows("secretariat.deed.seat-panel");
        secretary.writes("name", run).presses("secretariat.filter.act");
        roster.forEach(one -> secretary.chooses(one.name()));
        secretary
                .presses("secretariat.check.panel")
                .sees("secretariat.right.panel")
                .sees("secretariat.mix", 1, 2)
                .presses("secretariat.seat.panel")
                .sees("done.secretariat-panel-seated");
    }

    private static void takesDown(Somebody secretary, Tale tale) {
        secretary.opens("/desk/queue");
        secretary
                .follows("secretariat.queue.published")
                .followsTitle(tale.title())
                .follows("secretariat.deed.retract")
                .writes("text", WHY)
                .presses("secretariat.deed.retract")
                .sees("done.secretariat-retracted");
    }

    // Reviewers.

    private static void takesTheSeat(Somebody reviewer, Reviewer self, Tale tale) {
        logsIn(reviewer, self.email(), PASSWORD);
        reviewer.sees("reviews.asked")
                .followsTitle(tale.title())
                .sees("reviews.conflict")
                .doesNotSee(tale.whole())
                .presses("reviews.accept")
                .sees("done.seat-taken")
                .seesText(tale.whole());
    }

    private static void approves(Somebody reviewer) {
        reviewer.chooses("outcome", "approve")
                .writes("toSecretariat", CONFIDENCE)
                .presses("reviews.file")
                .sees("done.review-filed");
    }

    private static void requestsChanges(Somebody reviewer) {
        reviewer.writes("text", REQUEST)
                .chooses("outcome", "request-changes")
                .presses("reviews.file")
                .sees("done.review-filed");
    }

    private static void affirms(Somebody reviewer, Tale tale) {
        readsTheChange(reviewer, tale);
        reviewer.presses("reviews.affirm").sees("done.affirmed");
    }

    private static void approvesTheChange(Somebody reviewer, Tale tale) {
        readsTheChange(reviewer, tale);
        reviewer.chooses("outcome", "approve").presses("reviews.file").sees("done.review-filed");
    }

    private static void readsTheChange(Somebody reviewer, Tale tale) {
        reviewer.opens("/desk/reviews");
        reviewer.sees("reviews.accepted.again")
                .followsTitle(tale.title())
                .sees("reviews.changes", 1)
                .seesChange(tale.before(), tale.after());
    }

    // A visitor.

    /** Gives the address of what they find. */
    private static String finds(Somebody visitor, Tale tale) {
        seeks(visitor, tale);
        return visitor.followsTitle(tale.title())
                .seesText(tale.revised())
                .sees("review.title")
                .where();
    }

    private static void findsATombstone(Somebody visitor, String address, Tale tale) {
        assertThat(visitor.goesTo(address)).isEqualTo(410);
        visitor.sees("gone.title").seesText(WHY).doesNotSee(tale.title());
        seeks(visitor, tale);
        visitor.doesNotSee(tale.title());
    }

    private static void seeks(Somebody visitor, Tale tale) {
        visitor.opens("/");
        visitor.writes("q", tale.sought()).presses("search.act").sees("search.title");
    }

    private static void logsIn(Somebody somebody, String email, String password) {
        somebody.opens("/account/login");
        somebody.writes("email", email).writes("password", password).presses("login.act");
    }
}
