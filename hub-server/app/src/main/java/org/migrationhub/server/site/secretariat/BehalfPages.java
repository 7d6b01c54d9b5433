package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Reserved;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Words;

/** How a submission is begun for somebody who sent it by other ways. Stateless and thread-safe. */
final class BehalfPages {

    /** Where submissions are written, behind the language. */
    static final String SUBMISSIONS = "/desk/submissions/";

    private static final String PAGE = Names.PEOPLE + "/{id}/submission";

    private BehalfPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(PAGE, BehalfPages::ask).personal(),
                Route.post(PAGE, BehalfPages::begin).personal());
    }

    /** Whoever may not is led to where it says why. */
    private static Answer ask(Visit visit) {
        Keeping.requireActing(visit);
        PersonId id = visit.ask().person();
        if (!visit.ask().desk().whyNotStartingOnBehalf(id).isEmpty()) {
            return visit.leadTo(Names.PEOPLE + "/" + id);
        }
        return asked(visit, 200, Reserved.form(visit));
    }

    private static Answer asked(Visit visit, int status, Typed typed) {
        Keeping.requireActing(visit);
        PersonId id = visit.ask().person();
        visit.ask().people().person(id); // of whom nobody knows, there is no page
        BehalfView page = new BehalfView(
                visit.at().to(Names.PEOPLE + "/" + id),
                new Names(visit).name(id),
                typed,
                typed.has("kind", Kind.RESOURCE.code()),
                Words.LANGUAGES.stream()
                        .map(language -> new CandidatesView.Option(
                                language.tag(), visit.voice().name(language), language.equals(language(visit, typed))))
                        .toList());
        return visit.own(
                status,
                "secretariat/behalf",
                visit.desk(visit.voice().plain("secretariat.behalf.title"), PeoplePages.SECTION),
                page);
    }

    /** The form brings the id along: sent twice, it begins one submission. */
    private static Answer begin(Visit visit) {
        Typed typed = visit.typed();
        String id = Reserved.id(visit, typed);
        return ItemPages.attempt(
                visit,
                typed,
                () -> {
                    try {
                        visit.ask()
                                .desk()
                                .creating(id)
                                .startOnBehalf(visit.ask().person(), blank(visit, typed), typed.text("text"));
                    } catch (StaleVersionException e) {
                        return visit.leadTo(SUBMISSIONS + new SubmissionId(id));
                    }
                    return visit.leadTo(SUBMISSIONS + id + "/edit/about", "secretariat-represents");
                },
                refusal -> asked(visit, refusal.status(), ItemPages.howAsked(visit, refusal.typed())));
    }

    private static ContentItem blank(Visit visit, Typed typed) {
        Language language = language(visit, typed);
        return typed.has("kind", Kind.RESOURCE.code())
                ? Resource.in(language).build()
                : Practice.in(language).build();
    }

    private static Language language(Visit visit, Typed typed) {
        return Words.LANGUAGES.stream()
                .filter(language -> language.tag().equals(typed.text("language")))
                .findFirst()
                .orElse(visit.voice().language());
    }
}
