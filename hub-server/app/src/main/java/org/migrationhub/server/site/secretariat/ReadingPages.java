package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.migrationhub.core.Desk;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;
import org.migrationhub.server.site.read.ItemRendering;

/** What an item says and what happened to it, to be read only. Stateless and thread-safe. */
final class ReadingPages {

    private ReadingPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(Items.ITEM + "/content", ReadingPages::content, ItemRendering.TEXT)
                        .personal(),
                Route.of(Items.ITEM + "/journal", ReadingPages::journal).personal());
    }

    private static Answer content(Visit visit) {
        Desk desk = visit.ask().desk();
        SubmissionId id = visit.ask().submission();
        ContentItem content = desk.content(id);
        SubmissionView view = desk.view(id);
        ItemRendering.Place place = new ItemRendering.Place(
                Items.address(visit, id) + "/content",
                digest -> "/api/v1/submissions/" + id + "/attachments/" + digest.hex());
        ItemRendering rendering =
                new ItemRendering(content, ItemRendering.shown(visit, content), visit.voice(), visit.at(), place);
        ContentView page = new ContentView(Items.head(visit, view), rendering.body());
        return visit.own("secretariat/content", visit.desk(Items.title(view), "desk.queue"), page);
    }

    private static Answer journal(Visit visit) {
        Desk desk = visit.ask().desk();
        SubmissionId id = visit.ask().submission();
        List<Entry> entries = desk.journal(id);
        JournalTelling telling = new JournalTelling(visit);
        long broken = JournalTelling.firstBroken(id, entries);
        Voice voice = visit.voice();
        JournalView page = new JournalView(
                Items.head(visit, desk.view(id)),
                entries.stream().map(telling::line).toList(),
                broken == 0,
                broken == 0
                        ? voice.count("secretariat.journal.intact", entries.size())
                        : voice.say("secretariat.journal.broken", voice.number(broken)),
                "/api/v1/submissions/" + id + "/journal");
        Frame frame = visit.desk(voice.plain("secretariat.read.journal"), "desk.queue");
        return visit.own("secretariat/journal", frame, page);
    }
}
