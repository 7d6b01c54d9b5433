package org.migrationhub.server.site.secretariat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.migrationhub.core.Desk;
import org.migrationhub.core.content.Classification;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.review.Eligibility;
import org.migrationhub.core.review.Reason;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;

/**
 * The roster as seen from one item: all of it, whoever fits best first. It is read anew for each page, since what speaks for
 * or against somebody changes with every seat that is given.
 *
 * @param fits everybody
 */
record Roster(List<Fit> fits) {

    /** What speaks against somebody only because of whoever sits where they would sit. */
    private static final List<String> OF_OCCUPANT = List.of("mix", "same-organisation-as-panel-member");

    /**
     * Somebody on the roster.
     *
     * @param person who
     * @param entry what they have declared
     * @param eligibility what speaks against them
     * @param expertise in which of the item's objectives they are at home
     * @param languages in which of the item's languages they judge texts
     */
    record Fit(
            Person person,
            RosterEntry entry,
            Eligibility eligibility,
            List<Objective> expertise,
            List<Language> languages) {

        PersonId id() {
            return person.id();
        }

        boolean isFree() {
            return eligibility.isEligible();
        }
    }

    private static final Comparator<Fit> BEST_FIRST = Comparator.comparing((Fit fit) -> !fit.isFree())
            .thenComparing(fit -> -fit.expertise().size())
            .thenComparing(Fit::id);

    /** Reads it. */
    static Roster of(Desk desk, SubmissionId id, Placing placing) {
        ContentItem item = desk.content(id);
        List<Fit> fits = new ArrayList<>();
        PersonQuery query = PersonQuery.roster().limit(SubmissionQuery.MOST);
        List<Person> page = desk.people().people(query);
        while (!page.isEmpty()) {
            Map<PersonId, Eligibility> found = desk.candidates(id, query).stream()
                    .collect(Collectors.toMap(Eligibility::person, Function.identity()));
            for (Person person : page) {
                Eligibility eligibility = found.get(person.id());
                RosterEntry entry = person.roster();
                if (eligibility != null && entry != null) {
                    fits.add(fit(person, entry, seen(eligibility, placing), item));
                }
            }
            query = query.after(page.get(page.size() - 1).id());
            page = page.size() < SubmissionQuery.MOST
                    ? List.of()
                    : desk.people().people(query);
        }
        fits.sort(BEST_FIRST);
        return new Roster(List.copyOf(fits));
    }

    /** Whoever takes a seat over from somebody isn't in that somebody's way. Whether the mix is right then, the try tells. */
    private static Eligibility seen(Eligibility whole, Placing placing) {
        List<Reason> left = whole.reasons().stream()
                .filter(reason -> placing.seat() == 0 || !OF_OCCUPANT.contains(reason.code()))
                .toList();
        return new Eligibility(whole.person(), whole.sector(), whole.openSeats(), left);
    }

    private static Fit fit(Person person, RosterEntry entry, Eligibility eligibility, ContentItem item) {
        Classification about = item.classification();
        List<Objective> expertise = entry.expertise().stream()
                .filter(one ->
                        about.primary().contains(one) || about.secondary().contains(one))
                .toList();
        List<Language> languages =
                item.languages().stream().filter(entry.languages()::contains).toList();
        return new Fit(person, entry, eligibility, expertise, languages);
    }
}
