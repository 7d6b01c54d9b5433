package org.migrationhub.server.site.secretariat;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Desk;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.SearchResult;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FoldedName;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.Enough;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Terms;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** What waits, by what is to be done about it. Stateless and thread-safe. */
final class QueuePages {

    static final String QUEUE = "/desk/queue";

    private static final int PAGE = 25;
    private static final String CURSOR = "cursor";
    private static final String WORDS = "q";

    private QueuePages() {}

    static List<Route> routes() {
        return List.of(Route.of(QUEUE, QueuePages::show, "queue", CURSOR, WORDS).personal());
    }

    /** A page of a list, with the cursor of the next. */
    private record Page(
            List<QueueView.Line> lines, @Nullable String next) {}

    private static Answer show(Visit visit) {
        Desk desk = visit.ask().desk();
        List<Work> work = Work.underway(desk);
        String words = visit.ask()
                .query()
                .one(WORDS)
                .map(String::strip)
                .filter(some -> some.length() <= SearchQuery.LONGEST)
                .orElse("");
        Optional<SubmissionId> item = Items.find(words).filter(id -> isThere(desk, id));
        if (item.isPresent()) {
            return visit.leadTo(Items.path(item.get()));
        }
        return words.isEmpty() ? list(visit, work) : found(visit, work, words);
    }

    private static Answer list(Visit visit, List<Work> work) {
        String cursor = visit.ask().query().one(CURSOR).orElse("");
        Queue queue = visit.ask().query().one("queue").flatMap(Queue::find).orElseGet(() -> firstThatAsks(work));
        Page page = page(visit, queue, work, cursor);
        Voice voice = visit.voice();
        QueueView view = new QueueView(
                visit.at().to(QUEUE),
                "",
                shelves(visit, queue, work),
                voice.say("secretariat.queue." + queue.code()),
                voice.say("secretariat.queue.about." + queue.code()),
                page.lines(),
                page.next() == null ? null : address(visit, queue) + "&cursor=" + Addresses.encoded(page.next()),
                cursor.isEmpty() ? null : address(visit, queue),
                List.of());
        return page(visit, view);
    }

    private static Answer page(Visit visit, QueueView view) {
        return visit.own("secretariat/queue", visit.desk(visit.voice().plain("desk.queue"), "desk.queue"), view);
    }

    // Looking for one: among all that was handed in, by title; among the work, which is at hand, by submitter; and
    // among what is public, by its words.

    private static Answer found(Visit visit, List<Work> work, String words) {
        Voice voice = visit.voice();
        String cursor = visit.ask().query().one(CURSOR).orElse("");
        String first = visit.at().to(QUEUE) + "?q=" + Addresses.encoded(words);
        Page page = FoldedName.of(words).isEmpty()
                ? new Page(List.of(), null)
                : handedIn(visit, SubmissionQuery.all().titled(words), cursor, work);
        QueueView view = new QueueView(
                visit.at().to(QUEUE),
                words,
                shelves(visit, null, work),
                voice.say("secretariat.found"),
                voice.say("secretariat.found.about"),
                page.lines(),
                page.next() == null ? null : first + "&cursor=" + Addresses.encoded(page.next()),
                cursor.isEmpty() ? null : first,
                cursor.isEmpty() ? otherwise(visit, words, work, page.lines()) : List.of());
        return page(visit, view);
    }

    private static List<QueueView.Line> otherwise(
            Visit visit, String words, List<Work> work, List<QueueView.Line> titled) {
        Names names = new Names(visit);
        Times times = new Times(visit.voice(), visit.ask().now());
        FoldedName wanted = FoldedName.of(words);
        Map<String, QueueView.Line> lines = new LinkedHashMap<>();
        work.stream()
                .filter(one ->
                        FoldedName.of(names.name(one.line().submitter()).text()).contains(wanted))
                .map(one -> line(visit, names, times, Queue.ALL, one))
                .forEach(line -> lines.put(line.address(), line));
        search(visit, SearchQuery.everything().words(words), "")
                .filter(result ->
                        result.enough() == Enough.ALL) // who looks for one item isn't served by what is near it
                .map(SearchResult::items)
                .orElse(List.of())
                .forEach(item -> lines.putIfAbsent(Items.address(visit, item.id()), line(visit, item)));
        titled.forEach(line -> lines.remove(line.address()));
        return List.copyOf(lines.values());
    }

    private static boolean isThere(Desk desk, SubmissionId id) {
        try {
            desk.view(id);
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static Queue firstThatAsks(List<Work> work) {
        return Queue.OF_WORK.stream()
                .filter(queue -> queue.asks() && work.stream().anyMatch(queue::holds))
                .findFirst()
                .orElse(Queue.SCREEN);
    }

    private static String address(Visit visit, Queue queue) {
        return visit.at().to(QUEUE) + "?queue=" + queue.code();
    }

    private static List<QueueView.Shelf> shelves(Visit visit, @Nullable Queue chosen, List<Work> work) {
        List<QueueView.Shelf> shelves = new ArrayList<>();
        for (Queue queue : Queue.values()) {
            long count = work.stream().filter(queue::holds).count();
            boolean counted = Queue.OF_WORK.contains(queue);
            String tone = !counted ? "" : count == 0 ? "quiet" : queue.asks() ? "waits" : "";
            shelves.add(new QueueView.Shelf(
                    visit.voice().say("secretariat.queue." + queue.code()),
                    address(visit, queue),
                    counted ? visit.voice().number(count) : "",
                    tone,
                    queue == chosen));
        }
        return shelves;
    }

    private static Page page(Visit visit, Queue queue, List<Work> work, String cursor) {
        return switch (queue) {
            case PUBLISHED -> published(visit, cursor);
            case ALL -> handedIn(visit, SubmissionQuery.all(), cursor, List.of());
            default -> ofWork(visit, queue, work, cursor);
        };
    }

    // Lists of work: the whole of them is at hand, and a page begins after the item with which the one before ended, or
    // where that would be if it is in the list no more.

    private static Page ofWork(Visit visit, Queue queue, List<Work> work, String cursor) {
        Comparator<Work> order = queue == Queue.OVERDUE ? Comparator.comparing(QueuePages::key) : Work.OLDEST_FIRST;
        List<Work> left = work.stream()
                .filter(queue::holds)
                .sorted(order)
                .filter(one -> key(queue, one).compareTo(cursor) > 0)
                .toList();
        List<Work> shown = left.subList(0, Math.min(PAGE, left.size()));
        Names names = new Names(visit);
        Times times = new Times(visit.voice(), visit.ask().now());
        return new Page(
                shown.stream().map(one -> line(visit, names, times, queue, one)).toList(),
                left.size() > PAGE ? key(queue, shown.get(PAGE - 1)) : null);
    }

    /** What sorts as the list does, as text: instants to the microsecond all have the same length. */
    private static String key(Queue queue, Work work) {
        return queue == Queue.OVERDUE ? key(work) : key(work.since(), work);
    }

    private static String key(Work work) {
        Instant due = work.overdueSince();
        return key(due == null ? work.since() : due, work);
    }

    private static String key(Instant at, Work work) {
        return "%013d%06d %s"
                .formatted(at.getEpochSecond(), at.getNano() / 1000, work.line().id());
    }

    /** What a queue is for stands out in its lines; where the item stands is then a detail. */
    private static QueueView.Line line(Visit visit, Names names, Times times, Queue queue, Work work) {
        Voice voice = visit.voice();
        List<String> detail = new ArrayList<>();
        if (work.progress() != null) {
            detail.addAll(told(voice, times, work.progress()));
        }
        String stage = voice.say("stage." + work.line().stage().code());
        String urgent =
                tone(work).isEmpty() || work.progress() == null ? "" : urgent(voice, times, queue, work.progress());
        if (detail.remove(urgent)) {
            detail.add(0, stage);
        }
        if (work.line().changedAt() != null) {
            long days = times.days(work.since());
            detail.add(days == 0 ? voice.say("secretariat.today") : voice.count("secretariat.waits", days));
        }
        return line(visit, names, work.line(), urgent.isEmpty() ? stage : urgent, tone(work), detail);
    }

    private static String urgent(Voice voice, Times times, Queue queue, Progress progress) {
        return switch (queue) {
            case VACANT -> vacant(voice, progress);
            case STUCK -> stuck(voice, progress);
            case OVERDUE -> late(voice, times, progress);
            case REVIEW -> told(voice, times, progress).get(0);
            case SCREEN, SUBMITTER, PUBLISHED, ALL -> "";
        };
    }

    private static String vacant(Voice voice, Progress progress) {
        return voice.count("secretariat.vacant", progress.vacancies());
    }

    private static String stuck(Voice voice, Progress progress) {
        return voice.say(progress.isTied() ? "secretariat.tied" : "secretariat.stuck");
    }

    private static String late(Voice voice, Times times, Progress progress) {
        Instant due = progress.overdueSince();
        return due == null ? "" : voice.count("secretariat.late", times.days(due));
    }

    private static List<String> told(Voice voice, Times times, Progress progress) {
        List<String> told = new ArrayList<>();
        if (progress.vacancies() > 0) {
            told.add(vacant(voice, progress));
        }
        if (progress.isStuck()) {
            told.add(stuck(voice, progress));
        }
        if (progress.overdueSince() != null) {
            told.add(late(voice, times, progress));
        } else if (progress.awaited() > 0) {
            told.add(voice.count("secretariat.awaited", progress.awaited()));
        }
        return told;
    }

    private static String tone(Work work) {
        if (work.overdueSince() != null || work.isStuck()) {
            return "bad";
        }
        return work.vacancies() > 0 || work.isToScreen() ? "waits" : "";
    }

    private static QueueView.Line line(
            Visit visit, Names names, SubmissionSummary line, String state, String tone, List<String> detail) {
        return new QueueView.Line(
                Items.address(visit, line.id()),
                Said.in(line.language(), line.title()),
                visit.voice().say("kind." + line.kind().code()),
                names.person(line.submitter()),
                state,
                tone,
                detail);
    }

    // Lists to look something up.

    private static Page handedIn(Visit visit, SubmissionQuery wanted, String cursor, List<Work> work) {
        SubmissionQuery query = wanted.limit(PAGE + 1).after(Items.find(cursor).orElse(null));
        List<SubmissionSummary> found = visit.ask().desk().submissions(query);
        List<SubmissionSummary> shown = found.subList(0, Math.min(PAGE, found.size()));
        Names names = new Names(visit);
        Times times = new Times(visit.voice(), visit.ask().now());
        Map<SubmissionId, Work> underway =
                work.stream().collect(toMap(one -> one.line().id(), identity()));
        return new Page(
                shown.stream()
                        .map(line -> {
                            Work known = underway.get(line.id());
                            return known == null
                                    ? line(visit, names, times, line)
                                    : line(visit, names, times, Queue.ALL, known);
                        })
                        .toList(),
                found.size() > PAGE ? shown.get(PAGE - 1).id().value() : null);
    }

    private static QueueView.Line line(Visit visit, Names names, Times times, SubmissionSummary line) {
        String state = visit.voice().say("stage." + line.stage().code());
        return line(visit, names, line, state, Terms.tone(line.stage()), changed(line, times));
    }

    private static List<String> changed(SubmissionSummary line, Times times) {
        Instant at = line.changedAt();
        return at == null ? List.of() : List.of(times.day(at));
    }

    private static Page published(Visit visit, String cursor) {
        SearchQuery newest = SearchQuery.everything().sort(Sort.NEWEST);
        SearchResult found = search(visit, newest, cursor)
                .or(() -> search(visit, newest, ""))
                .orElseThrow(() -> new IllegalStateException("The newest items can't be asked for"));
        List<QueueView.Line> lines =
                found.items().stream().map(item -> line(visit, item)).toList();
        return new Page(lines, found.next());
    }

    /** Empty if the cursor is none. */
    private static Optional<SearchResult> search(Visit visit, SearchQuery wanted, String cursor) {
        SearchQuery query = wanted.limit(PAGE).preferred(List.of(visit.voice().language()));
        try {
            return Optional.of(visit.ask().desk().search(cursor.isEmpty() ? query : query.after(cursor)));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    private static QueueView.Line line(Visit visit, PublicRecord.Published item) {
        ContentItem content = item.content();
        SubmissionId id = item.id();
        return new QueueView.Line(
                Items.address(visit, id),
                Said.in(content.language(), content.title()),
                visit.voice().say("kind." + content.kind().code()),
                null,
                visit.voice().say("stage.published"),
                "good",
                List.of(visit.voice().date(item.reviewed().on())));
    }
}
