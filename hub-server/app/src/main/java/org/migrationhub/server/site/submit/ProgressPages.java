package org.migrationhub.server.site.submit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.migrationhub.core.Desk;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.RevisionView;
import org.migrationhub.core.RoundView;
import org.migrationhub.core.SeatView;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.review.VerdictOutcome;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Terms;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** Where a submission stands, what is asked of whom, and what its submitter can do about it. Stateless and thread-safe. */
final class ProgressPages {

    private static final String PATH = "/desk/submissions/{id}";
    private static final String WITHDRAWAL = PATH + "/withdraw";

    private ProgressPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(PATH, ProgressPages::read).personal(),
                Route.post(PATH + "/revise", ProgressPages::revise).personal(),
                Route.of(WITHDRAWAL, visit -> confirm(visit, 200, Typed.nothing(), ""))
                        .personal(),
                Route.post(WITHDRAWAL, ProgressPages::withdraw).personal());
    }

    private static Answer read(Visit visit) {
        SubmissionId id = visit.ask().submission();
        Desk desk = visit.ask().desk();
        SubmissionView view = desk.view(id);
        boolean draft = Draft.find(visit).isPresent();
        ProgressView page = view(visit, view, draft);
        return visit.own("submit/progress", visit.desk(page.title(), StepPages.SECTION), page);
    }

    private static ProgressView view(Visit visit, SubmissionView view, boolean draft) {
        Voice voice = visit.voice();
        String stage = view.stage().code();
        String note = view.note();
        return new ProgressView(
                title(voice, view),
                voice.say("kind." + view.kind().code()),
                stage,
                voice.say("stage." + stage),
                Terms.tone(view.stage()),
                Behalf.banner(visit, view),
                Behalf.reason(view).isBlank() ? null : Said.unknown(Behalf.reason(view)),
                voice.say("submit.next." + stage),
                note == null || note.isBlank() ? null : Said.unknown(note),
                voice.say(view.stage() == StageName.WITHDRAWN ? "submit.note.own" : "submit.note.secretariat"),
                String.valueOf(view.version()),
                events(visit, view),
                acts(visit, view, draft),
                view.publicRevision() > 0 ? visit.at().item(view.kind(), view.id()) : "");
    }

    private static Said title(Voice voice, SubmissionView view) {
        return view.title().isBlank()
                ? voice.plain("submit.untitled." + view.kind().code())
                : Said.in(view.language(), view.title());
    }

    private static ProgressView.Acts acts(Visit visit, SubmissionView view, boolean draft) {
        String path = visit.at().to("/desk/submissions/" + view.id());
        boolean writes = view.possible().contains(Act.SAVE_DRAFT);
        boolean read = draft || view.revision() > 0;
        boolean two = view.revision() > 1 || (draft && view.revision() > 0);
        return new ProgressView.Acts(
                writes && draft ? path + "/edit/" + Step.ABOUT.code() : "",
                writes && draft ? path + "/edit/" + Step.CHECK.code() : "",
                writes && !draft ? path + "/revise" : "",
                read && (draft || view.stage() != StageName.PUBLISHED) ? path + "/preview" : "",
                two ? path + "/changes" : "",
                view.possible().contains(Act.WITHDRAW) ? path + "/withdraw" : "");
    }

    /** Revision by revision, so in order of time: a revision is handed in once all is over with the one before. */
    private static List<ProgressView.Event> events(Visit visit, SubmissionView view) {
        Voice voice = visit.voice();
        List<ProgressView.Event> events = new ArrayList<>();
        String day = voice.date(LocalDate.ofInstant(view.startedAt(), ZoneOffset.UTC));
        events.add(ProgressView.Event.of(voice.say("submit.event.started"), day, "was"));
        view.revisions().forEach(revision -> {
            events.add(handedIn(visit, view, revision));
            returned(voice, view, revision).ifPresent(events::add);
            view.rounds().stream()
                    .filter(round -> round.revision() == revision.number())
                    .forEach(round -> events.addAll(round(voice, round)));
        });
        if (view.stage() != StageName.PUBLISHED) {
            String state = view.stage().isFinal() ? "was" : "now";
            events.add(ProgressView.Event.of(voice.say("stage." + view.stage().code()), takenDown(visit, view), state));
        }
        return events;
    }

    /** The day on which it was taken down, which stands at its address, too; empty if it wasn't. */
    private static String takenDown(Visit visit, SubmissionView view) {
        return view.stage() == StageName.RETRACTED
                        && visit.ask().desk().published(view.id()) instanceof PublicRecord.Tombstone tombstone
                ? visit.voice().date(tombstone.on())
                : "";
    }

    private static ProgressView.Event handedIn(Visit visit, SubmissionView view, RevisionView revision) {
        int number = revision.number();
        String said = visit.voice().say("submit.event.handed-in", visit.voice().number(number));
        String address = number > 1
                ? visit.at().to("/desk/submissions/" + view.id() + "/changes?from=" + (number - 1) + "&to=" + number)
                : "";
        return new ProgressView.Event(said, visit.voice().date(revision.on()), "was", null, List.of(), address);
    }

    /** What was asked for at screening; as long as that is what it waits for, the words stand above. */
    private static Optional<ProgressView.Event> returned(Voice voice, SubmissionView view, RevisionView revision) {
        boolean isAbove = revision.asked().equals(view.note());
        Said note = isAbove || revision.asked().isBlank() ? null : Said.unknown(revision.asked());
        return Optional.ofNullable(revision.returnedOn())
                .map(day -> new ProgressView.Event(
                        voice.say("submit.event.returned"), voice.date(day), "was", note, List.of(), ""));
    }

    private static List<ProgressView.Event> round(Voice voice, RoundView round) {
        LocalDate judgedOn = round.judgedOn();
        VerdictOutcome outcome = round.outcome();
        if (judgedOn == null || outcome == null) {
            return List.of(); // that one is open, the stage tells
        }
        String day = voice.date(judgedOn);
        ProgressView.Event judged = new ProgressView.Event(
                voice.say("submit.event.round", voice.say("submit.verdict." + outcome.code())),
                day,
                "was",
                null,
                round.seats().stream()
                        .flatMap(seat ->
                                Optional.ofNullable(seat.review()).map(one -> review(voice, seat, one)).stream())
                        .toList(),
                "");
        String published = voice.say("submit.event.published", voice.number(round.revision()));
        return outcome == VerdictOutcome.APPROVED
                ? List.of(judged, ProgressView.Event.of(published, day, "was"))
                : List.of(judged);
    }

    private static ProgressView.Review review(Voice voice, SeatView seat, SeatView.ReviewView review) {
        List<ProgressView.Remark> remarks = new ArrayList<>();
        review.remarks().forEach((criterion, text) -> {
            if (!text.isBlank()) {
                remarks.add(new ProgressView.Remark(voice.say("criterion." + criterion.code()), Said.unknown(text)));
            }
        });
        return new ProgressView.Review(
                voice.say("submit.side." + seat.sector().code()),
                review.outcome().code(),
                voice.say("outcome." + review.outcome().code()),
                Said.unknown(review.text()),
                remarks);
    }

    /** Opens a draft of what was handed in last, and leads to where it is written. */
    private static Answer revise(Visit visit) {
        SubmissionId id = visit.ask().submission();
        Desk desk = visit.ask().desk(StepPages.version(visit.typed()));
        try {
            if (Draft.find(visit).isEmpty()) {
                desk.saveDraft(id, desk.content(id));
            }
        } catch (StaleVersionException | WrongStageException e) {
            return visit.leadTo("/desk/submissions/" + id, "submit-changed");
        }
        return visit.leadTo("/desk/submissions/" + id + "/edit/" + Step.ABOUT.code());
    }

    private static Answer confirm(Visit visit, int status, Typed typed, String notice) {
        SubmissionView view = visit.ask().desk().view(visit.ask().submission());
        WithdrawView page = new WithdrawView(
                title(visit.voice(), view),
                visit.at().to("/desk/submissions/" + view.id()),
                String.valueOf(view.version()),
                Behalf.banner(visit, view),
                typed,
                notice,
                view.possible().contains(Act.WITHDRAW),
                view.publicRevision() > 0,
                view.revision() == 0);
        return visit.own(
                status, "submit/withdraw", visit.desk(visit.voice().plain("submit.withdraw"), StepPages.SECTION), page);
    }

    private static Answer withdraw(Visit visit) {
        SubmissionId id = visit.ask().submission();
        Typed typed = visit.typed();
        try {
            visit.ask().desk(StepPages.version(typed)).withdraw(id, reason(typed));
            return visit.leadTo("/desk/submissions/" + id, "submit-withdrawn");
        } catch (RefusedException e) {
            return confirm(visit, 422, typed.refused("reason", complaint(visit, e)), "");
        } catch (StaleVersionException | WrongStageException e) {
            return meanwhile(visit, typed);
        }
    }

    /** Something has happened since they looked: it was withdrawn by this very form, it can't be any more, or it still can. */
    private static Answer meanwhile(Visit visit, Typed typed) {
        SubmissionView view = visit.ask().desk().view(visit.ask().submission());
        if (isWithdrawn(view, reason(typed))) {
            return visit.leadTo("/desk/submissions/" + view.id(), "submit-withdrawn");
        }
        boolean isOver = !view.possible().contains(Act.WITHDRAW);
        return isOver && !reason(typed).isEmpty()
                ? visit.unsent(
                        typed,
                        List.of("reason"),
                        field -> visit.voice().say("submit.withdraw.reason"),
                        visit.at().to("/desk/submissions/" + view.id()))
                : confirm(visit, 409, typed, visit.voice().say("submit.stale.withdraw"));
    }

    /** Whether it was taken back for this reason; of an update that was, what is public tells nothing but the reason. */
    private static boolean isWithdrawn(SubmissionView view, String reason) {
        boolean isSaid = reason.equals(Objects.requireNonNullElse(view.note(), ""));
        return view.stage() == StageName.WITHDRAWN
                ? isSaid
                : view.stage() == StageName.PUBLISHED && isSaid && !reason.isEmpty();
    }

    private static Said complaint(Visit visit, RefusedException refused) {
        return visit.voice().complaint(refused.violations().get(0));
    }

    private static String reason(Typed typed) {
        return typed.text("reason").replace("\r\n", "\n").strip();
    }
}
