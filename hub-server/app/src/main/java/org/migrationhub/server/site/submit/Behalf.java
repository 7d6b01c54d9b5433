package org.migrationhub.server.site.submit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.RepresentativeView;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.HubException;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** Tells who does the submitter's part of a submission, where it isn't the submitter alone. Stateless and thread-safe. */
final class Behalf {

    private Behalf() {}

    /** What stands above all pages of a submission: for whom one acts, or who acts for one; null if nobody does. */
    static @Nullable Said banner(Visit visit, SubmissionView view) {
        PersonId submitter = view.submitter();
        if (view.representatives().isEmpty() || submitter == null) {
            return null;
        }
        Voice voice = visit.voice();
        if (!submitter.equals(visit.ask().actor().person())) {
            return voice.plain("submit.behalf.yours", name(visit, submitter));
        }
        RepresentativeView last =
                view.representatives().get(view.representatives().size() - 1);
        String name = isolated(last.name().isEmpty() ? last.person().value() : last.name());
        String day = voice.date(LocalDate.ofInstant(last.since(), ZoneOffset.UTC));
        return voice.plain("submit.behalf.theirs", name, day);
    }

    /** For whom a submission is in the list of whoever isn't its submitter; null for whoever is. */
    static @Nullable Said line(Visit visit, PersonId submitter) {
        return submitter.equals(visit.ask().actor().person())
                ? null
                : visit.voice().plain("submit.behalf.line", name(visit, submitter));
    }

    /** How the submitter asked for it, to be read by them and whoever acts for them last; empty if nobody does. */
    static String reason(SubmissionView view) {
        int last = view.representatives().size() - 1;
        return last < 0 ? "" : view.representatives().get(last).reason();
    }

    private static String name(Visit visit, PersonId person) {
        try {
            String name = visit.ask().people().person(person).value().profile().name();
            return isolated(name.isEmpty() ? person.value() : name);
        } catch (HubException e) {
            return isolated(person.value()); // whoever acts for them keeps no records any more
        }
    }

    /** Kept apart from what stands around it, where it runs the other way. */
    private static String isolated(String name) {
        return "\u2068" + name + "\u2069";
    }
}
