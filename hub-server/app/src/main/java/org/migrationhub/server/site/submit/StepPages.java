package org.migrationhub.server.site.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Budget;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Reserved;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/**
 * The form in steps. Each step is saved by itself, complete or not; what a draft can't keep is shown again beside
 * what is to be mended. Stateless and thread-safe.
 */
final class StepPages {

    static final String SECTION = "desk.submissions";

    /** The parameter that asks to say what is wrong with a step. */
    static final String CHECKED = "check";

    /** The parameter with languages in which somebody is about to write. */
    static final String WITH = "with";

    static final String NEW = "/desk/submissions/new";
    private static final String EDIT = "/desk/submissions/{id}/edit/{step}";

    private static final String FILES = "/desk/submissions/{id}/edit/files";

    private StepPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(NEW, StepPages::kinds, "kind").personal(),
                Route.of(NEW + "/{kind}", StepPages::begin).personal(),
                Route.post(NEW + "/{kind}", StepPages::start).personal(),
                Route.of(EDIT, StepPages::read, CHECKED, WITH, FilesView.ATTACHED)
                        .personal(),
                Route.post(FILES, StepPages::write).personal().within(Budget.UPLOADS),
                Route.post(EDIT, StepPages::write).personal());
    }

    private static Answer kinds(Visit visit) {
        Optional<Kind> kind = visit.ask().query().one("kind").flatMap(Kind::find);
        if (kind.isPresent()) {
            return visit.leadTo(NEW + "/" + kind.get().code());
        }
        KindView page = new KindView(
                visit.at().to(NEW + "/" + Kind.PRACTICE.code()),
                visit.at().to(NEW + "/" + Kind.RESOURCE.code()),
                visit.at().to("/desk/submissions/sheets"));
        return visit.own("submit/kinds", visit.desk(visit.voice().plain("submit.new.title"), SECTION), page);
    }

    private static Answer begin(Visit visit) {
        Draft draft = Draft.empty(kind(visit), visit.voice().language());
        Typed typed = Typed.of(
                Tree.fields(Map.of("language", draft.item().language().tag(), "contact", StepViews.self(visit))));
        return shown(visit, 200, draft, Step.ABOUT, typed, "");
    }

    private static Answer start(Visit visit) {
        return saved(visit, Draft.empty(kind(visit), visit.voice().language()), Step.ABOUT, visit.typed());
    }

    static Kind kind(Visit visit) {
        String code = visit.ask().inPath("kind");
        return Kind.find(code).orElseThrow(() -> new NotFoundException("page", code));
    }

    private static Step step(Visit visit) {
        String path = visit.path();
        String code = path.substring(path.lastIndexOf('/') + 1);
        return Step.find(code).orElseThrow(() -> new NotFoundException("page", code));
    }

    private static Answer read(Visit visit) {
        Step step = step(visit);
        Optional<Draft> found = Draft.find(visit);
        if (found.isEmpty()) {
            return visit.leadTo("/desk/submissions/" + visit.ask().submission());
        }
        Draft draft = found.get();
        if (step == Step.CHECK) {
            return CheckPages.page(visit, 200, draft, "");
        }
        boolean checked = visit.ask().query().one(CHECKED).isPresent();
        Typed typed = draft.typed();
        return shown(visit, 200, draft, step, checked ? checked(visit, draft, step, typed) : typed, "");
    }

    private static Typed checked(Visit visit, Draft draft, Step step, Typed typed) {
        return typed.refused(visit.voice(), Fields.placed(draft.report(visit).violations(), step));
    }

    private static Answer write(Visit visit) {
        Step step = step(visit);
        Optional<Draft> draft = Draft.find(visit);
        if (draft.isEmpty() && step != Step.CHECK && step != Step.FILES) {
            Typed typed = visit.typed();
            return visit.unsent(
                    typed,
                    typed.values().keySet().stream().sorted().toList(),
                    field -> label(visit, field),
                    visit.at().to("/desk/submissions/" + visit.ask().submission()));
        }
        if (draft.isEmpty() || step == Step.CHECK) {
            return visit.leadTo("/desk/submissions/" + visit.ask().submission());
        }
        return step == Step.FILES
                ? FilePages.saved(visit, draft.get())
                : saved(visit, draft.get(), step, visit.typed());
    }

    private static String label(Visit visit, String field) {
        return Fields.isKnown(visit.voice(), field)
                ? Fields.label(visit.voice(), field).text()
                : "";
    }

    /** Saves a step, and leads to where whoever wrote it wants to go. */
    static Answer saved(Visit visit, Draft draft, Step step, Typed sent) {
        return savedBut(visit, draft, step, sent, List.of());
    }

    /** The same where something was refused already, which is told beside what can't be kept. */
    static Answer savedBut(Visit visit, Draft draft, Step step, Typed sent, List<Violation> already) {
        Wish wish = Wish.of(sent);
        Typed typed = wish.without(sent);
        Saving saving = new Saving(visit, draft);
        try {
            Saving.Outcome outcome = saving.save(step, typed, version(typed));
            List<Violation> refused = new ArrayList<>(already);
            refused.addAll(outcome.refused());
            String notice = refused.isEmpty() ? "" : visit.voice().say("submit.kept");
            if (step == Step.FILES && wish.isToGoOn()) {
                refused.addAll(wrongAddresses(visit, outcome.draft()));
            }
            if (refused.isEmpty()) {
                return wish.answer(visit, outcome.draft(), step);
            }
            Typed again = outcome.written().refused(visit.voice(), Fields.placed(refused, step));
            return shown(visit, 422, outcome.draft(), step, again, notice);
        } catch (StaleVersionException e) {
            Draft now = draft.id() == null
                    ? Draft.find(visit, new SubmissionId(Reserved.id(visit, sent)))
                            .orElse(draft)
                    : Draft.find(visit).orElse(draft);
            return shown(
                    visit,
                    409,
                    now,
                    step,
                    Meeting.of(visit, now, step, typed),
                    visit.voice().say("submit.stale"));
        } catch (RefusedException e) {
            Typed again = saving.shown(step, typed).refused(visit.voice(), Fields.placed(e.violations(), step));
            return shown(visit, 422, draft, step, again, ofNoField(visit, e));
        }
    }

    /** Of links, what is no address: it is saved as it is typed, but whoever goes on would see only at the end what is wrong. */
    private static List<Violation> wrongAddresses(Visit visit, Draft draft) {
        return draft.report(visit).violations().stream()
                .filter(one -> one.code().equals("link.url-invalid"))
                .toList();
    }

    /** What is wrong with no field in particular, such as that one has too many drafts; empty if nothing is. */
    private static String ofNoField(Visit visit, RefusedException refused) {
        return refused.violations().stream()
                .filter(one -> one.path().isEmpty())
                .findFirst()
                .map(one -> visit.voice().complaint(one).text())
                .orElse("");
    }

    /** The version that whoever sent a form had seen. */
    static long version(Typed typed) {
        try {
            return Long.parseLong(typed.text("version"));
        } catch (NumberFormatException e) {
            return 0; // no version that anything has: it is told as one that has passed
        }
    }

    /** The page of a step. */
    static Answer shown(Visit visit, int status, Draft draft, Step step, Typed typed, String notice) {
        Typed named = step == Step.ABOUT
                ? Named.of(visit, draft, Named.Newcomers.WRITTEN).shown(typed)
                : typed;
        StepViews views = new StepViews(visit, draft, step, named, notice);
        Frame frame = frame(visit, step);
        return switch (step) {
            case ABOUT -> visit.own(status, "submit/about", frame, views.about());
            case TEXTS -> visit.own(status, "submit/texts", frame, views.texts(blank(visit)));
            case SCOPE -> visit.own(status, "submit/scope", frame, views.scope());
            case FILES -> visit.own(status, "submit/files", frame, views.files());
            case CHECK -> CheckPages.page(visit, status, draft, notice);
        };
    }

    private static List<Language> blank(Visit visit) {
        List<String> asked = visit.ask().hasFields()
                ? visit.typed().all(WITH)
                : visit.ask().query().all(WITH);
        return asked.stream()
                .flatMap(tag -> Language.find(tag).stream())
                .limit(30)
                .toList();
    }

    static Frame frame(Visit visit, Step step) {
        Said title = visit.voice().plain("submit.step." + step.code());
        return visit.desk(title, SECTION);
    }

    /** The title of an item so far, or what stands for it. */
    static Said title(Visit visit, ContentItem item) {
        String title = item.title();
        return title.isBlank()
                ? visit.voice().plain("submit.untitled." + item.kind().code())
                : Said.in(item.language(), title);
    }

    /** The address of a step with a parameter of the query. */
    static String with(String path, String parameter, List<String> values) {
        StringBuilder address = new StringBuilder(path);
        for (String value : values) {
            address.append(address.indexOf("?") < 0 ? '?' : '&')
                    .append(parameter)
                    .append('=')
                    .append(Addresses.encoded(value));
        }
        return address.toString();
    }
}
