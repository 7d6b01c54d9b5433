package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is typed into the form of a draft is kept before anybody saves it. */
class WorkingCopyPagesTest extends SubmitPages {

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
        assertThat(page.text()).contains("Sample: kept by itself").contains("haven’t saved yet, kept on ");
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
    void theFirstThatIsKeptBeginsTheDraft() {
        Reply form = visitor.open(MINE + "/new/practice");
        String[] typed = {
            "id",
            found(Pattern.compile("name=\"id\" value=\"([^\"]+)\""), form.text()),
            "seal",
            found(Pattern.compile("name=\"seal\" value=\"([^\"]+)\""), form.text()),
            "language",
            "en",
            "mainImplementers/0/name",
            "Sample harbour office"
        };
        Reply kept = visitor.send(MINE + "/new/practice/autosave", typed);
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        String id = typed[1];
        assertThat(kept.text()).contains("data-action=\"" + edit(id, "about"), "data-autosave=\"" + MINE + "/" + id);
        assertThat(kept(visitor.send(MINE + "/new/practice/autosave", typed)))
                .as("what got no answer is sent again")
                .isEqualTo(kept(kept));
        Reply page = visitor.open(edit(id, "about"));
        assertThat(page.text()).contains("Sample harbour office", "saved yet, kept on");
        assertThat(version(page)).isEqualTo(kept(kept));
    }

    @Test
    void underAnIdThatNobodyWasGivenNoDraftIsBegun() {
        assertThat(visitor.send(MINE + "/new/practice/autosave", "id", "made-up", "seal", "made-up", "language", "en")
                        .status())
                .isEqualTo(409);
    }

    private void type(String id, String title) {
        String version = version(visitor.open(edit(id, "texts")));
        Reply kept = visitor.send(autosave(id), "version", version, "texts/en/title", title);
        assertThat(kept.status()).isEqualTo(200);
    }

    private static String autosave(String id) {
        return MINE + "/" + id + "/autosave/texts";
    }
}
