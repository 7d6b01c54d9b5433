package org.migrationhub.server.site.account;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

    /** The version of a record that the form was made for; none that there ever was, where the form says no number. */
    static long version(Typed typed) {
        try {
            return Long.parseLong(typed.text("version"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
