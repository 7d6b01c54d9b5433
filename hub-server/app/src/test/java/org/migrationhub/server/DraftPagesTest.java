package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A draft is written step by step, by pages in a browser without scripts, until it is handed in. */
class DraftPagesTest extends SubmitPages {

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
    void aDraftMayLackEverything() {
        Reply page = visitor.follow(MINE + "/new/resource", "language", "en", "do", "next");
        assertThat(page.status()).isEqualTo(200);
        Reply check = visitor.open(edit(id(page), "check"));
        assertThat(check.text()).contains("things are missing or wrong").contains("edit/texts?check=1#texts/en/title");
    }

    @Test
    void everyLanguageIsOfferedOnce() {
        String form = visitor.open(MINE + "/new/practice").text();
        assertThat(Pattern.compile("<option value=\"([^\"]+)\"")
                        .matcher(form)
                        .results()
                        .map(option -> option.group(1)))
                .contains("ar", "he", "id", "pt")
                .doesNotHaveDuplicates();
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

    @Test
    void whatIsMissingIsToldAtOnceAndBesideItsField() {
        String id = begun("");
        Reply check = visitor.open(edit(id, "check"));
        assertThat(check.text())
                .contains("You can submit as soon as what is listed above is corrected.")
                .doesNotContain("/handin\"");
        Reply texts = visitor.open(edit(id, "texts"));
        Reply refused = visitor.send(MINE + "/" + id + "/handin", "version", version(texts));
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
                .contains("<a href=\"#targets\">Targets of these goals: ")
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
    void aPreviewShowsThePageAsItWillBe() {
        String id = begun("Sample: preview");
        whole(id, "Sample: preview");
        assertThat(visitor.open(MINE + "/" + id + "/preview").text())
                .contains("This is a preview.")
                .contains("<h1 lang=\"en\" dir=\"ltr\">Sample: preview</h1>")
                .contains(SUMMARY);
    }

    private static String queued(String id) {
        return server.secretariat().get("/api/v1/submissions/" + id).at("/stage");
    }

    private static String hidden(Reply page, String name) {
        return page.text().replaceFirst("(?s).*name=\"" + name + "\" value=\"([^\"]+)\".*", "$1");
    }

    @Test
    void whatTwoWindowsChangeInAStepIsMergedFieldByField() {
        String id = begun("Sample: two windows at once");
        save(
                id,
                "texts",
                "texts/en/title",
                "Sample: the title",
                "texts/en/summary",
                SUMMARY,
                "texts/en/keyLessons",
                "One");
        Reply opened = visitor.open(edit(id, "texts"));
        save(
                id,
                "texts",
                "texts/en/title",
                "Sample: the title",
                "texts/en/summary",
                SUMMARY + " More.",
                "texts/en/keyLessons",
                "Two");
        Reply second = visitor.send(
                edit(id, "texts"),
                "version",
                version(opened),
                "seen",
                seen(opened),
                "texts/en/title",
                "Sample: the title, mended",
                "texts/en/summary",
                SUMMARY,
                "texts/en/keyLessons",
                "Three");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text())
                .as("what only this window changed")
                .contains("value=\"Sample: the title, mended\"")
                .as("what only the other changed")
                .contains(SUMMARY + " More.</textarea>")
                .as("what both changed")
                .contains(">Three</textarea>", "<a href=\"#texts/en/keyLessons\">", ">Two</dd>")
                .doesNotContain("<a href=\"#texts/en/summary\">", "<a href=\"#texts/en/title\">");
        visitor.send(
                edit(id, "texts"),
                "version",
                version(second),
                "seen",
                seen(second),
                "texts/en/title",
                "Sample: the title, mended",
                "texts/en/summary",
                SUMMARY + " More.",
                "texts/en/keyLessons",
                "Three");
        assertThat(visitor.open(edit(id, "texts")).text()).contains(">Three</textarea>", " More.</textarea>");
    }

    @Test
    void whatBothWindowsChoseIsToldInWords() {
        String id = begun("Sample: two windows choose");
        Reply opened = visitor.open(edit(id, "scope"));
        save(id, "scope", "primaryObjectives", "objective-8", "geography/countries", "NER");
        Reply second = visitor.send(
                edit(id, "scope"),
                "version",
                version(opened),
                "seen",
                seen(opened),
                "primaryObjectives",
                "objective-3",
                "geography/countries",
                "MLI");
        assertThat(second.text())
                .contains("<a href=\"#primaryObjectives\">", "<a href=\"#geography\">")
                .containsPattern("<dd[^>]*>Save lives</dd>")
                .containsPattern("<dd[^>]*>Niger</dd>")
                .containsPattern("value=\"MLI\"\\s+checked");
    }

    @Test
    void rowsThatBothWindowsWroteStayTogether() {
        String id = begun("Sample: two windows name organisations");
        Reply opened = visitor.open(edit(id, "about"));
        save(
                id,
                "about",
                "language",
                "en",
                "mainImplementers/0/name",
                "Sample harbour office",
                "mainImplementers/0/office",
                "Niamey");
        Reply second = visitor.send(
                edit(id, "about"),
                "version",
                version(opened),
                "seen",
                seen(opened),
                "language",
                "en",
                "type",
                "practice-type-project",
                "mainImplementers/0/name",
                "Sample lighthouse keepers",
                "mainImplementers/1/name",
                "Sample coast guard");
        assertThat(second.text())
                .contains("value=\"Sample lighthouse keepers\"", "value=\"Sample coast guard\"")
                .contains("Sample harbour office\nNiamey</dd>")
                .doesNotContain("value=\"Niamey\"");
    }
}
