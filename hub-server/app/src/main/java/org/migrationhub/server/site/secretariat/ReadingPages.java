package org.migrationhub.server.site.secretariat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.migrationhub.core.Desk;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Budget;
import org.migrationhub.server.site.difference.Difference;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;
import org.migrationhub.server.site.read.ItemRendering;

/** What an item says and what happened to it, to be read only. Stateless and thread-safe. */
final class ReadingPages {

    private static final int PAGE = 100;
    private static final String FROM = "from";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private ReadingPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(Items.ITEM + "/content", ReadingPages::content, ItemRendering.TEXT)
                        .personal(),
                Route.of(Items.ITEM + "/changes", ReadingPages::changes, FROM)
                        .personal()
                        .within(Budget.SEARCHES),
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

    /** Since which revision it matters what has changed: the public one, or else the one before the last. */
    static int before(SubmissionView view) {
        int open = view.publicRevision();
        return open > 0 && open < view.revision() ? open : view.revision() - 1;
    }

    private static Answer changes(Visit visit) {
        Desk desk = visit.ask().desk();
        SubmissionId id = visit.ask().submission();
        SubmissionView view = desk.view(id);
        int last = view.revision();
        int from = visit.ask()
                .query()
                .one(FROM)
                .filter(NUMBER.asMatchPredicate())
                .map(Integer::valueOf)
                .orElseGet(() -> before(view));
        if (from < 1 || from >= last) {
            throw new NotFoundException("revision", id + "/" + from);
        }
        Voice voice = visit.voice();
        Names names = new Names(visit);
        Difference difference = Difference.between(
                desk.content(id, from),
                desk.content(id, last),
                voice,
                person -> names.name(person).text());
        List<Linked> others = IntStream.range(1, last)
                .filter(number -> number != from)
                .mapToObj(number -> new Linked(
                        new Said(between(voice, number, last), null, null),
                        Items.address(visit, id) + "/changes?" + FROM + "=" + number))
                .toList();
        RevisedView page = new RevisedView(Items.head(visit, view), between(voice, from, last), difference, others);
        return visit.own("secretariat/revised", visit.desk(voice.plain("versions.changes"), "desk.queue"), page);
    }

    private static String between(Voice voice, int from, int to) {
        return voice.say("versions.between", voice.number(from), voice.number(to));
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
        JournalTelling telling = new JournalTelling(visit, view, desk.words(id, entries));
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
