package org.migrationhub.server.site.read;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Budget;
import org.migrationhub.server.site.difference.Difference;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Rendering;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/**
 * Earlier published versions of an item that is public, and what has changed since. Search engines are told not to list them,
 * and where the present one is. Stateless and thread-safe.
 */
final class VersionPages {

    /** Persons are named on no public page. */
    private static final Set<String> OF_PERSONS = Set.of("contributors", "contact", "focalPoint");

    private VersionPages() {}

    static List<Route> routes() {
        return Arrays.stream(Kind.values())
                .flatMap(kind -> Stream.of(
                        Route.of(path(kind), visit -> version(visit, kind), ItemRendering.TEXT),
                        Route.of(path(kind) + "/changes", visit -> changes(visit, kind))
                                .within(Budget.SEARCHES)))
                .toList();
    }

    private static String path(Kind kind) {
        return Addresses.item(kind) + "/{id}/versions/{number}";
    }

    /** Where a version is read. */
    static String address(Voice voice, PublicRecord.Published item, int revision) {
        String present = new Addresses(voice.language()).item(item.content().kind(), item.id());
        return revision == item.revision() ? present : present + "/versions/" + revision;
    }

    /** Makes the page of an earlier version. */
    private interface Page {
        Answer of(PublicRecord.Published item, PublicRecord.Version version, ContentItem content);
    }

    /** The page of an earlier version; otherwise to where the item is now. */
    private static Answer earlier(Visit visit, Kind kind, Page page) {
        SubmissionId id = visit.ask().submission();
        if (!(visit.ask().desk().published(id) instanceof PublicRecord.Published item)) {
            return Rendering.redirect(302, visit.at().item(kind, id));
        }
        PublicRecord.Version version = version(visit, item);
        if (version.revision() == item.revision() || item.content().kind() != kind) {
            return Rendering.redirect(302, address(visit.voice(), item, version.revision()));
        }
        String present = visit.base() + address(visit.voice(), item, item.revision());
        return page.of(item, version, visit.ask().desk().published(id, version.revision()))
                .with("Link", "<" + present + ">; rel=\"canonical\"");
    }

    private static PublicRecord.Version version(Visit visit, PublicRecord.Published item) {
        String number = visit.ask().inPath("number");
        Optional<PublicRecord.Version> found = item.versions().stream()
                .filter(version -> String.valueOf(version.revision()).equals(number))
                .findFirst();
        return found.orElseThrow(() -> new NotFoundException("version", item.id() + "/" + number));
    }

    private static Answer version(Visit visit, Kind kind) {
        return earlier(visit, kind, (item, version, content) -> {
            String address = address(visit.voice(), item, version.revision());
            ItemRendering.Place place = new ItemRendering.Place(address, file -> Addresses.file(item.id(), file));
            ItemRendering rendering = new ItemRendering(
                    withoutFiles(content), ItemRendering.shown(visit, content), visit.voice(), visit.at(), place);
            VersionView page = new VersionView(
                    rendering.body(),
                    visit.voice().number(version.revision()),
                    Reviewed.of(item, version, visit.voice()),
                    visit.at().item(kind, item.id()),
                    address + "/changes");
            return visit.page("version", frame(visit, page.body().title()), page);
        });
    }

    /** Only files of the present version are given out. */
    private static ContentItem withoutFiles(ContentItem content) {
        return content instanceof Practice practice
                ? practice.toBuilder().attachments(List.of()).build()
                : ((Resource) content).toBuilder().attachments(List.of()).build();
    }

    private static Answer changes(Visit visit, Kind kind) {
        return earlier(visit, kind, (item, version, content) -> {
            Difference all = Difference.between(content, item.content(), visit.voice(), PersonId::value);
            Difference told = new Difference(all.changes().stream()
                    .filter(change -> !OF_PERSONS.contains(change.field()))
                    .toList());
            Voice voice = visit.voice();
            Language shown = item.content()
                    .texts()
                    .bestLanguage(List.of(voice.language()))
                    .orElse(item.content().language());
            VersionChangesView page = new VersionChangesView(
                    Said.in(shown, item.content().title(List.of(shown))),
                    voice.number(version.revision()),
                    voice.say("versions.between", voice.number(version.revision()), voice.number(item.revision())),
                    told,
                    address(voice, item, version.revision()),
                    visit.at().item(kind, item.id()));
            return visit.page(
                    "changes", frame(visit, voice.plain("versions.changes")).forWork(), page);
        });
    }

    private static Frame frame(Visit visit, Said title) {
        return visit.frame(title, visit.path()).within("search").unlisted();
    }
}
