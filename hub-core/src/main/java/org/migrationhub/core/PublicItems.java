package org.migrationhub.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.storage.AlteredException;
import org.migrationhub.core.storage.FeaturedPlace;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.Stored;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What anybody may read, asked for by its address. Thread-safe. */
final class PublicItems {

    private static final Logger LOG = LoggerFactory.getLogger(PublicItems.class);

    private final HubStorage storage;
    private final Facts facts;
    private final Views views;

    PublicItems(HubStorage storage) {
        this.storage = storage;
        this.facts = new Facts(storage);
        this.views = new Views(storage);
    }

    PublicRecord record(SubmissionId id) {
        return storage.submission(id)
                .map(Stored::value)
                .flatMap(views::publicRecord)
                .orElseThrow(() -> new NotFoundException("item", id.value()));
    }

    PublicRecord.Published published(SubmissionId id) {
        if (record(id) instanceof PublicRecord.Published item) {
            return item;
        }
        throw new NotFoundException("item", id.value());
    }

    ContentItem revision(SubmissionId id, int revision) {
        return published(id).versions().stream()
                .filter(version -> version.revision() == revision)
                .findFirst()
                .map(version -> facts.content(version.digest()))
                .orElseThrow(() -> new NotFoundException("revision", id + "/" + revision));
    }

    List<PublicRecord.Published> featured(@Nullable FeaturedPlace after, int most) {
        int limit = Math.max(1, Math.min(most, SearchQuery.MOST));
        List<PublicRecord.Published> shown = new ArrayList<>();
        List<FeaturedPlace> page = storage.featured(after, limit);
        while (!page.isEmpty() && shown.size() < limit) {
            page.stream().flatMap(this::featured).forEach(shown::add);
            FeaturedPlace last = page.get(page.size() - 1);
            page = page.size() < limit ? List.of() : storage.featured(last, limit);
        }
        return List.copyOf(shown.subList(0, Math.min(shown.size(), limit)));
    }

    private Stream<PublicRecord.Published> featured(FeaturedPlace place) {
        return found(place.id()).stream().map(PublicItem::item).filter(item -> item.featured() != null);
    }

    /** The item, if it is public, and what is kept of it is what it was: of a list one that was altered spoils no other. */
    Optional<PublicItem> found(SubmissionId id) {
        try {
            return storage.submission(id).map(Stored::value).flatMap(this::found);
        } catch (AlteredException e) {
            LOG.error("{} is left out of a list: restore what was altered from a backup", id, e);
            return Optional.empty();
        }
    }

    private Optional<PublicItem> found(Submission submission) {
        return submission
                .publication()
                .flatMap(publication -> views.published(submission).map(item -> PublicItem.of(item, publication.at())));
    }
}
