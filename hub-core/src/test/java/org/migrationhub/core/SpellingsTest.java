package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.InMemorySearchIndex;
import org.migrationhub.core.search.SearchDocument;

class SpellingsTest {

    private static final String VALUE = "name:sample lighthouse keepers";

    private final InMemorySearchIndex index = new InMemorySearchIndex();
    private final World world = World.of(parts -> parts.searchIndex(index));
    private final CountedDocuments documents = new CountedDocuments();
    private final Spellings spellings = new Spellings(index, new Kinds(List.of(documents)));
    private final SubmissionId id = world.publish(Samples.practice().toBuilder()
            .mainImplementers(List.of(OrganisationRef.named("Sample Lighthouse-Keepers")))
            .focalPoint(Samples.BEN.id())
            .build());

    @Test
    void aSpellingIsLookedForOnceAsLongAsWhatHasItStaysAsItIs() {
        assertThat(spellings.of(VALUE)).contains("Sample Lighthouse-Keepers");
        assertThat(spellings.of(VALUE)).contains("Sample Lighthouse-Keepers");
        spellings.forget(Set.of(DocumentId.of(new SubmissionId("another"))), index.position());
        assertThat(spellings.of(VALUE)).contains("Sample Lighthouse-Keepers");
        assertThat(documents.found).isEqualTo(1);

        spellings.forget(Set.of(DocumentId.of(id)), index.position());
        assertThat(spellings.of(VALUE)).contains("Sample Lighthouse-Keepers");
        assertThat(documents.found).isEqualTo(2);
        spellings.forget();
        assertThat(spellings.of(VALUE)).contains("Sample Lighthouse-Keepers");
        assertThat(documents.found).isEqualTo(3);
    }

    @Test
    void whatIsTakenDownWhileItIsLookedAtIsNotKept() {
        documents.meanwhile = () -> {
            world.sam().retract(id, "Wrong.");
            spellings.forget(Set.of(DocumentId.of(id)), index.position());
        };
        assertThat(spellings.of(VALUE)).as("as it was a moment before").contains("Sample Lighthouse-Keepers");
        assertThat(spellings.of(VALUE)).isEmpty();
    }

    @Test
    void whatAnotherHubOnTheIndexHasItForgetIsForgottenHere() {
        assertThat(spellings.of(VALUE)).contains("Sample Lighthouse-Keepers");
        world.sam().retract(id, "Wrong.");
        assertThat(spellings.of(VALUE)).isEmpty();
    }

    @Test
    void whatNothingPublicHasIsWrittenInNoWay() {
        assertThat(spellings.of("name:nobody")).isEmpty();
    }

    /** Something happens after the first look at one. */
    private final class CountedDocuments implements Documents {

        private int found;
        private @Nullable Runnable meanwhile;

        @Override
        public String kind() {
            return DocumentId.ITEM;
        }

        @Override
        public Optional<DocumentId> changedBy(Entry entry) {
            return Optional.empty();
        }

        @Override
        public Optional<? extends SearchDocument> find(DocumentId one) {
            Optional<? extends SearchDocument> document = new ItemDocuments(world.storage()).find(one);
            found++;
            Runnable once = meanwhile;
            meanwhile = null;
            if (once != null) {
                once.run();
            }
            return document;
        }
    }
}
