package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Seen;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/**
 * Does what a form of somebody's record says. Where the record has changed since the form was opened, what was typed is met with
 * what is there, field by field: where only one side has changed it, that is saved; what both have changed is shown again with
 * both.
 *
 * @param visit in which it was sent
 * @param code of the form
 * @param form that was sent
 * @param told what is told once it is done
 */
record RecordEdit(Visit visit, String code, RecordForm form, String told) {

    private static final int STALE = 412;

    /** What is answered to it. */
    Answer answer() {
        Typed typed = visit.typed();
        return ItemPages.attempt(
                visit,
                typed,
                () -> saved(ItemPages.version(typed), typed),
                refusal -> refusal.isStale()
                        ? met(refusal.typed())
                        : shown(refusal.status(), Seen.sent(typed), refusal.typed()));
    }

    private Answer met(Typed typed) {
        Stored<Person> now = visit.ask().people().person(visit.ask().person());
        if (form.isDone(now.value(), typed)) {
            return done();
        }
        Typed there = form.filled(now.value());
        Seen seen = Seen.of(now.head().sequence(), there);
        if (form.isApart(now.value(), typed)) {
            return shown(STALE, seen, typed);
        }
        Typed merged = Seen.sent(typed).merged(form.worded(typed), there, form::told);
        return merged.meanwhile().isEmpty()
                ? ItemPages.attempt(
                        visit,
                        merged.complaining(List.of()),
                        () -> saved(now.head().sequence(), merged),
                        refusal -> shown(refusal.status(), seen, refusal.typed()))
                : shown(STALE, seen, merged);
    }

    private Answer saved(long version, Typed typed) {
        form.save(visit.ask().person(), version, typed);
        return done();
    }

    private Answer done() {
        return visit.leadTo(Names.PEOPLE + "/" + visit.ask().person(), told);
    }

    private Answer shown(int status, Seen seen, Typed typed) {
        return PersonPages.shown(visit, status, code, seen, typed);
    }
}
