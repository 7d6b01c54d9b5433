package org.migrationhub.server.site.secretariat;

import java.util.List;
import java.util.regex.Pattern;
import org.migrationhub.core.Desk;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
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

    private static final int PAGE = 100;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private ReadingPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(Items.ITEM + "/content", ReadingPages::content, ItemRendering.TEXT)
                        .personal(),
                Route.of(Items.ITEM + "/journal", ReadingPages::journal, "cursor")
                        .personal());
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
        long after = visit.ask()
                .query()
                .one("cursor")
                .filter(NUMBER.asMatchPredicate())
                .map(Long::valueOf)
                .orElse(0L);
        List<Entry> found = desk.journal(id, after, PAGE + 1);
        List<Entry> entries = found.subList(0, Math.min(PAGE, found.size()));
        SubmissionView view = desk.view(id);
        JournalTelling telling = new JournalTelling(visit, view);
        long broken = JournalTelling.firstBroken(before(desk, id, after), entries);
        String path = Items.address(visit, id) + "/journal";
        JournalView page = new JournalView(
                Items.head(visit, view),
                entries.stream().map(telling::line).toList(),
                broken == 0,
                verdict(visit.voice(), entries, found.size() > PAGE, broken),
                "/api/v1/submissions/" + id + "/journal",
                found.size() > PAGE ? path + "?cursor=" + entries.get(PAGE - 1).sequence() : null,
                after == 0 ? null : path);
        Frame frame = visit.desk(visit.voice().plain("secretariat.read.journal"), "desk.queue");
        return visit.own("secretariat/journal", frame, page);
    }

    /** What the first entry of the page has to follow: the one before, whose own place is checked with its page. */
    private static ChainHead before(Desk desk, SubmissionId id, long after) {
        return after == 0
                ? ChainHead.empty(ChainId.of(id))
                : desk.journal(id, after - 1, 1).stream()
                        .findFirst()
                        .map(Entry::head)
                        .orElseThrow(() -> new NotFoundException("page", String.valueOf(after)));
    }

    private static String verdict(Voice voice, List<Entry> entries, boolean goesOn, long broken) {
        if (broken != 0) {
            return voice.say("secretariat.journal.broken", voice.number(broken));
        }
        boolean isWhole = !goesOn && (entries.isEmpty() || entries.get(0).sequence() == 1);
        return isWhole || entries.isEmpty()
                ? voice.count("secretariat.journal.intact", entries.size())
                : voice.say(
                        "secretariat.journal.part",
                        voice.number(entries.get(0).sequence()),
                        voice.number(entries.get(entries.size() - 1).sequence()));
    }
}
