package org.migrationhub.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.migrationhub.core.vocabulary.Language.EN;
import static org.migrationhub.core.vocabulary.Language.RU;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.ItemDocument;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;

/** What is like an item: in its words, and in what it is about. */
class LikenessTest {

    private static final Practice CONSULS = item(EN, "Mobile consulates for identity documents")
            .objective(Objective.LEGAL_IDENTITY)
            .country("NER")
            .build();

    private final LuceneSearchIndex index = LuceneSearchIndex.inMemory();
    private long position;

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void whatServesTheSameObjectiveInTheSameCountryIsLikestAlsoInAnotherLanguage() {
        put("item", CONSULS);
        put(
                "other",
                item(EN, "Cheaper remittances")
                        .objective(Objective.REMITTANCES)
                        .country("MEX")
                        .build());
        put(
                "russian",
                item(RU, "Паспорта для всех")
                        .objective(Objective.LEGAL_IDENTITY)
                        .country("NER")
                        .build());
        put(
                "elsewhere",
                item(RU, "Паспорта")
                        .objective(Objective.LEGAL_IDENTITY)
                        .country("MEX")
                        .build());
        put(
                "neighbour",
                item(EN, "Village schools")
                        .objective(Objective.ACCESS_TO_BASIC_SERVICES)
                        .country("NER")
                        .build());
        assertThat(like("item", 10))
                .startsWith("russian", "elsewhere", "neighbour")
                .doesNotContain("item", "other");
        assertThat(like("item", 1)).containsExactly("russian");
    }

    @Test
    void theLikestAreFoundAmongMany() {
        put("item", CONSULS);
        put("words", item(EN, "Consulates and identity documents").build());
        put(
                "both",
                item(EN, "Consulates and identity")
                        .objective(Objective.LEGAL_IDENTITY)
                        .country("NER")
                        .build());
        put(
                "about",
                item(RU, "Паспорта для всех")
                        .objective(Objective.LEGAL_IDENTITY)
                        .country("NER")
                        .build());
        for (int number = 0; number < 500; number++) {
            put(
                    "document-" + number,
                    item(EN, "Documents " + number).country("MEX").build());
            put(
                    "identity-" + number,
                    item(EN, "Sample " + number)
                            .objective(Objective.LEGAL_IDENTITY)
                            .country("MEX")
                            .build());
        }
        assertThat(like("item", 3)).startsWith("both").contains("words", "about");
    }

    @Test
    void whatWasTakenOutIsLikeNothing() {
        put("item", CONSULS);
        put("gone", CONSULS);
        put("left", CONSULS);
        index.apply(List.of(new IndexChange.Remove(DocumentId.of(new SubmissionId("gone")))), ++position);
        assertThat(like("item", 10)).containsExactly("left");
        assertThat(like("gone", 10)).isEmpty();
    }

    private static Practice.Builder item(Language language, String title) {
        return Practice.in(language).text(language, PracticeText.of(title, title));
    }

    private void put(String id, Practice item) {
        index.apply(
                List.of(new IndexChange.Put(new ItemDocument(new SubmissionId(id), item, Samples.NOW))), ++position);
    }

    private List<String> like(String id, int most) {
        return index.like(DocumentId.of(new SubmissionId(id)), most).stream()
                .map(hit -> hit.id().id())
                .toList();
    }
}
