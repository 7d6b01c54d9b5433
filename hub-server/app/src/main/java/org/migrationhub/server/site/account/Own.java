package org.migrationhub.server.site.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.server.account.Account;
import org.migrationhub.server.account.Accounts;
import org.migrationhub.server.account.LoginFailedException;
import org.migrationhub.server.account.OpenSession;
import org.migrationhub.server.account.Passwords;
import org.migrationhub.server.account.TooManyTriesException;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Seen;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/**
 * Whoever looks at a page of their own account.
 *
 * @param visit to the page
 */
record Own(Visit visit) {

    /** Where all of it begins. */
    static final String HOME = "/account";

    private static final String SECTION = "desk.account";
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    /** Does something. */
    interface Act {
        /** What is answered then, unless it throws what speaks against it. */
        Answer answer();
    }

    /** Shows a form again. */
    interface Again {
        /** The page with what is wrong. */
        Answer with(Typed typed);
    }

    /** Does something, or shows the form again with what speaks against it. */
    Answer tried(Typed typed, Act act, Again again) {
        Voice voice = visit.voice();
        try {
            return act.answer();
        } catch (RefusedException e) {
            return again.with(typed.refused(voice, e));
        } catch (StaleVersionException e) {
            return again.with(typed.refused("", voice.plain("account.stale")));
        } catch (LoginFailedException e) {
            return again.with(typed.refused("present", voice.plain("account.present.wrong")));
        } catch (TooManyTriesException e) {
            return again.with(typed.refused("", LoginPages.tooMany(voice, e)));
        } catch (Passwords.BusyException e) {
            return again.with(typed.refused("", voice.plain("login.busy")));
        }
    }

    /** A form that changes their record. */
    interface Form {
        /** The form with what is there. */
        Typed filled(Person person);

        /** Changes the record at this version to what was typed. */
        Answer saved(long version, Typed typed);

        /** What somebody else changed in it. */
        Typed.Meanwhile told(String field, Map<String, List<String>> values);

        /** The form again. */
        Answer shown(int status, Seen seen, Typed typed);
    }

    /** A form as it is first shown. */
    Answer opened(Form form) {
        Stored<Person> now = record();
        Typed filled = form.filled(now.value());
        return form.shown(200, seen(now, filled), filled);
    }

    private static Seen seen(Stored<Person> record, Typed filled) {
        return Seen.of(record.head().sequence(), filled);
    }

    /**
     * Does what a form says. Where the record has changed since it was opened, what was typed is met with what is there, field by
     * field: where only one side has changed it, that is saved; what both have changed is shown again with both.
     */
    Answer changed(Form form, Typed typed) {
        return tried(
                typed,
                () -> {
                    try {
                        return form.saved(version(typed), typed);
                    } catch (StaleVersionException e) {
                        return met(form, typed);
                    }
                },
                refused -> form.shown(422, Seen.sent(typed), refused));
    }

    private Answer met(Form form, Typed typed) {
        Stored<Person> now = record();
        Typed there = form.filled(now.value());
        Seen seen = seen(now, there);
        Typed merged = Seen.sent(typed).merged(typed, there, form::told);
        return tried(
                merged,
                () -> merged.meanwhile().isEmpty()
                        ? form.saved(now.head().sequence(), merged)
                        : form.shown(412, seen, merged.refused("", visit.voice().plain("account.stale"))),
                refused -> form.shown(422, seen, refused));
    }

    Frame frame(String title) {
        return visit.desk(visit.voice().plain(title), SECTION);
    }

    Accounts accounts() {
        return visit.ask().door().accounts();
    }

    OpenSession session() {
        return visit.ask().door().session();
    }

    Account account() {
        return session().account();
    }

    /** Their record, with its version. */
    Stored<Person> record() {
        return visit.ask().people().person(account().person());
    }

    /** A day as the page writes it. */
    String day(Instant at) {
        return visit.voice().date(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /** A day and the minute as the page writes them: of one day there may be several. */
    String minute(Instant at) {
        return visit.voice().say("form.minute", day(at), CLOCK.format(at));
    }

    /** The version of a record that the form was made for; none that there ever was, where the form says no number. */
    static long version(Typed typed) {
        try {
            return Long.parseLong(typed.text("version"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
