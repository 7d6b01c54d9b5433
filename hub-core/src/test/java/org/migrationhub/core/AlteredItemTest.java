package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.storage.AlteredException;
import org.migrationhub.core.storage.StorageWrapper;

/** What was altered behind the storage's back is shown to nobody, and keeps nobody from anything else. */
class AlteredItemTest {

    private final AtomicReference<@Nullable ContentDigest> altered = new AtomicReference<>();
    private final World world = World.of(parts -> parts.storage(new StorageWrapper() {
        @Override
        public Optional<ContentItem> content(ContentDigest digest) {
            if (digest.equals(altered.get())) {
                throw AlteredException.ofContent(digest, null);
            }
            return super.content(digest);
        }
    }));
    private final SubmissionId sound = world.publish(Samples.practice("Lanterns on the way"));
    private final SubmissionId spoilt = world.publish(Samples.practice("Lanterns at the border"));

    @Test
    void searchesAndFeaturedItemsGoOnWithoutIt() {
        world.sam().feature(sound, World.SENTENCE);
        world.sam().feature(spoilt, World.SENTENCE);
        assertThat(world.find("lanterns")).containsExactlyInAnyOrder(sound, spoilt);

        altered.set(world.digest(spoilt));

        assertThat(world.find("lanterns")).containsExactly(sound);
        assertThat(world.visitor().search(SearchQuery.everything()).total()).isEqualTo(1);
        assertThat(world.visitor().featured(null, 10))
                .extracting(PublicRecord::id)
                .containsExactly(sound);
    }

    @Test
    void itsOwnPageFails() {
        altered.set(world.digest(spoilt));

        assertThatExceptionOfType(AlteredException.class)
                .isThrownBy(() -> world.visitor().published(spoilt));
    }
}
