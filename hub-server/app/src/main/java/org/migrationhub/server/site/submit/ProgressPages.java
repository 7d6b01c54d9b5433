package org.migrationhub.server.site.submit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.migrationhub.core.Desk;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.RoundView;
import org.migrationhub.core.SeatView;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
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
                Group.tone(view.stage()),
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

    private static List<ProgressView.Event> events(Visit visit, SubmissionView view) {
        Voice voice = visit.voice();
        List<ProgressView.Event> events = new ArrayList<>();
        String day = voice.date(LocalDate.ofInstant(view.startedAt(), ZoneOffset.UTC));
        events.add(new ProgressView.Event(voice.say("submit.event.started"), day, "was", List.of(), ""));
        for (int revision = 1; revision <= view.revision(); revision++) {
            events.add(handedIn(visit, view, revision));
            int number = revision;
            view.rounds().stream()
                    .filter(round -> round.revision() == number)
                    .forEach(round -> round(voice, round).ifPresent(events::add));
            if (view.publicRevision() == number) {
                published(visit, view).ifPresent(events::add);
            }
        }
        if (!view.stage().isFinal() && view.stage() != StageName.PUBLISHED) {
            events.add(new ProgressView.Event(voice.say("stage." + view.stage().code()), "", "now", List.of(), ""));
        } else if (view.stage() != StageName.PUBLISHED) {
            events.add(new ProgressView.Event(voice.say("stage." + view.stage().code()), "", "was", List.of(), ""));
        }
        return events;
    }

    private static ProgressView.Event handedIn(Visit visit, SubmissionView view, int revision) {
        String said = visit.voice().say("submit.event.handed-in", visit.voice().number(revision));
        String address = revision > 1
                ? visit.at()
                        .to("/desk/submissions/" + view.id() + "/changes?from=" + (revision - 1) + "&to=" + revision)
                : "";
        return new ProgressView.Event(said, "", "was", List.of(), address);
    }

    /** How a round ended; that one is open, the stage tells. */
    private static Optional<ProgressView.Event> round(Voice voice, RoundView round) {
        return Optional.ofNullable(round.outcome())
                .map(outcome -> new ProgressView.Event(
                        voice.say("submit.event.round", voice.say("submit.verdict." + outcome.code())),
                        "",
                        "was",
                        round.seats().stream()
                                .flatMap(seat ->
                                        Optional.ofNullable(seat.review())
                                                .map(one -> review(voice, seat, one))
                                                .stream())
                                .toList(),
                        ""));
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

    private static Optional<ProgressView.Event> published(Visit visit, SubmissionView view) {
        if (visit.ask().desk().published(view.id()) instanceof PublicRecord.Published item) {
            return Optional.of(new ProgressView.Event(
                    visit.voice().say("submit.event.published", visit.voice().number(item.revision())),
                    visit.voice().date(item.reviewed().on()),
                    "was",
                    List.of(),
                    ""));
        }
        return Optional.empty();
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
        } catch (StaleVersionException e) {
            return confirm(visit, 409, typed, visit.voice().say("submit.stale.withdraw"));
        } catch (WrongStageException e) {
            return visit.leadTo("/desk/submissions/" + id, "submit-changed");
        }
    }

    private static Said complaint(Visit visit, RefusedException refused) {
        return visit.voice().complaint(refused.violations().get(0));
    }

    private static String reason(Typed typed) {
        return typed.text("reason").replace("\r\n", "\n").strip();
    }
}
