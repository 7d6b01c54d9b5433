package org.migrationhub.core.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;

class NoteTest {

    private static final PersonId ANA = new PersonId("ana");
    private static final SortedMap<Criterion, String> REMARKS = remarks(Criterion.QUALITY, "Good");
    private static final Note NOTE = new Note(ANA, Rounds.ID, "Text", "Aside", REMARKS);

    @Test
    void theDigestIsThatOfTheCanonicalForm() {
        String canonical = "{\"author\":\"ana\",\"format\":\"migration-hub-note/1\",\"remarks\":{\"quality\":\"Good\"},"
                + "\"submission\":\"s-0001\",\"text\":\"Text\",\"toSecretariat\":\"Aside\"}";
        assertThat(NOTE.digest()).isEqualTo(Sha256.of(canonical.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void everyFieldCountsForTheDigest() {
        List<Note> others = List.of(
                new Note(new PersonId("ben"), Rounds.ID, "Text", "Aside", REMARKS),
                new Note(ANA, new SubmissionId("s-0002"), "Text", "Aside", REMARKS),
                new Note(ANA, Rounds.ID, "Test", "Aside", REMARKS),
                new Note(ANA, Rounds.ID, "Text", "", REMARKS),
                new Note(ANA, Rounds.ID, "Text", "Aside", remarks(Criterion.RELEVANCE, "Good")),
                new Note(ANA, Rounds.ID, "Text", "Aside", remarks(Criterion.QUALITY, "Bad")),
                new Note(ANA, Rounds.ID, "Text", "Aside", new TreeMap<>()));
        assertThat(others)
                .extracting(Note::digest)
                .doesNotContain(NOTE.digest())
                .doesNotHaveDuplicates();
        assertThat(new Note(ANA, Rounds.ID, "Text", "Aside", remarks(Criterion.QUALITY, "Good")).digest())
                .isEqualTo(NOTE.digest());
    }

    @Test
    void aNoteIsSilentUnlessItSaysSomethingToTheSubmitter() {
        assertThat(NOTE.isSilent()).isFalse();
        assertThat(new Note(ANA, Rounds.ID, "Text").isSilent()).isFalse();
        assertThat(new Note(ANA, Rounds.ID, "\t\n ").isSilent()).isTrue();
        assertThat(new Note(ANA, Rounds.ID, "\u200B\u00A0").isSilent()).isTrue();
        assertThat(new Note(ANA, Rounds.ID, "", "Aside", new TreeMap<>()).isSilent())
                .isTrue();
        assertThat(new Note(ANA, Rounds.ID, "", "", REMARKS).isSilent()).isFalse();
        assertThat(new Note(ANA, Rounds.ID, "", "", remarks(Criterion.QUALITY, " ")).isSilent())
                .isTrue();
    }

    @Test
    void aNoteOfOneTextSaysNothingElse() {
        assertThat(new Note(ANA, Rounds.ID, "Text")).isEqualTo(new Note(ANA, Rounds.ID, "Text", "", new TreeMap<>()));
    }

    @Test
    void theRemarksCanNotBeChanged() {
        SortedMap<Criterion, String> given = remarks(Criterion.QUALITY, "Good");
        Note copied = new Note(ANA, Rounds.ID, "Text", "Aside", given);
        given.clear();
        assertThat(copied.remarks()).hasSize(1);
        assertThatThrownBy(() -> copied.remarks().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static SortedMap<Criterion, String> remarks(Criterion criterion, String remark) {
        SortedMap<Criterion, String> remarks = new TreeMap<>();
        remarks.put(criterion, remark);
        return remarks;
    }
}
