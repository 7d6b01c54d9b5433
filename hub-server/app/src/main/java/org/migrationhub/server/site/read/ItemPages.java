package org.migrationhub.server.site.read;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Rendering;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Visit;

/** Practices and resources, and what is left of those that were taken down. Stateless and thread-safe. */
final class ItemPages {

    private static final int RELATED = 3;

    private ItemPages() {}

    static List<Route> routes() {
        return Arrays.stream(Kind.values())
                .map(kind -> Route.of(Addresses.item(kind) + "/{id}", visit -> item(visit, kind), ItemRendering.TEXT))
                .toList();
    }

    private static Answer item(Visit visit, Kind kind) {
        SubmissionId id = visit.ask().submission();
        PublicRecord found = visit.ask().desk().published(id);
        if (found instanceof PublicRecord.Tombstone tombstone) {
            return gone(visit, tombstone);
        }
        PublicRecord.Published item = (PublicRecord.Published) found;
        return item.content().kind() == kind
                ? item(visit, item)
                : Rendering.redirect(301, visit.at().item(item.content().kind(), id));
    }

    private static Answer item(Visit visit, PublicRecord.Published item) {
        Kind kind = item.content().kind();
        ItemRendering.Place place =
                new ItemRendering.Place(visit.at().item(kind, item.id()), file -> Addresses.file(item.id(), file));
        Language shown = ItemRendering.shown(visit, item.content());
        ItemRendering rendering = new ItemRendering(item.content(), shown, visit.voice(), visit.at(), place);
        List<Card> related = Card.of(Finding.of(visit).related(item, RELATED), visit.voice(), visit.at());
        ItemView view = new PublishedRendering(item, rendering).view(visit.base() + place.page(), related);
        Frame frame = visit.frame(view.body().title(), visit.path())
                .within("search")
                .described(rendering.teaser())
                .article();
        return visit.page("item", frame, view);
    }

    private static Answer gone(Visit visit, PublicRecord.Tombstone tombstone) {
        Said reason = Said.unknown(tombstone.reason());
        Gone page = new Gone(tombstone.kind().code(), visit.voice().date(tombstone.on()), reason);
        Frame frame = visit.frame("gone.title").unlisted();
        return Rendering.page(410, "gone", Map.of("frame", frame, "page", page));
    }
}
