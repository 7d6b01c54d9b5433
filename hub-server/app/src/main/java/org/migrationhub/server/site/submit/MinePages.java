package org.migrationhub.server.site.submit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Terms;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** What somebody has submitted, by what it needs of them. Stateless and thread-safe. */
final class MinePages {

    private static final String PATH = "/desk/submissions";
    private static final int FEW = 10;
    private static final int MANY = 50;

    private MinePages() {}

    static List<Route> routes() {
        return List.of(Route.of(PATH, MinePages::list, "group", "after").personal());
    }

    private static Answer list(Visit visit) {
        Optional<Group> one = visit.ask().query().one("group").flatMap(Group::find);
        SubmissionId after =
                visit.ask().query().one("after").flatMap(MinePages::id).orElse(null);
        List<MineView.Group> groups = one.isPresent()
                ? List.of(group(visit, one.get(), after, MANY))
                : Arrays.stream(Group.values())
                        .map(group -> group(visit, group, null, FEW))
                        .filter(group -> !group.lines().isEmpty())
                        .toList();
        MineView page = new MineView(
                groups,
                one.isPresent() ? visit.at().to(PATH) : "",
                visit.at().to(PATH + "/new"),
                visit.at().to(PATH + "/sheets"));
        String title = one.map(group -> "submit.group." + group.code()).orElse("submit.mine");
        return visit.own("submit/mine", visit.desk(visit.voice().plain(title), StepPages.SECTION), page);
    }

    private static Optional<SubmissionId> id(String text) {
        try {
            return Optional.of(new SubmissionId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // an address that somebody has shortened leads to the beginning
        }
    }

    private static MineView.Group group(Visit visit, Group group, @Nullable SubmissionId after, int most) {
        SubmissionQuery query =
                SubmissionQuery.all().in(group.stages()).after(after).limit(most + 1);
        List<SubmissionSummary> found = visit.ask().desk().mySubmissions(query);
        List<SubmissionSummary> shown = found.subList(0, Math.min(most, found.size()));
        String more = found.size() > most
                ? visit.at()
                        .to(PATH + "?group=" + group.code() + "&after="
                                + shown.get(most - 1).id())
                : "";
        return new MineView.Group(
                group.code(), shown.stream().map(line -> line(visit, line)).toList(), more);
    }

    private static MineView.Line line(Visit visit, SubmissionSummary line) {
        Said title = line.title().isBlank()
                ? visit.voice().plain("submit.untitled." + line.kind().code())
                : Said.in(line.language(), line.title());
        return new MineView.Line(
                title,
                line.title().isBlank()
                        ? begun(visit, line)
                        : visit.voice().say("kind." + line.kind().code()),
                Behalf.line(visit, line.submitter()),
                visit.voice().say("stage." + line.stage().code()),
                Terms.tone(line.stage()),
                line.title().isBlank() ? "" : changed(visit.voice(), line.changedAt()),
                visit.at().to(PATH + "/" + line.id()));
    }

    /** What has no title yet is told from its like by the day on which it was begun. */
    private static String begun(Visit visit, SubmissionSummary line) {
        Voice voice = visit.voice();
        Instant begun = visit.ask().desk().view(line.id()).startedAt();
        return "%s · %s %s"
                .formatted(
                        voice.say("kind." + line.kind().code()),
                        voice.say("submit.event.started"),
                        voice.date(LocalDate.ofInstant(begun, ZoneOffset.UTC)));
    }

    private static String changed(Voice voice, @Nullable Instant at) {
        return at == null ? "" : voice.say("submit.changed", voice.date(LocalDate.ofInstant(at, ZoneOffset.UTC)));
    }
}
