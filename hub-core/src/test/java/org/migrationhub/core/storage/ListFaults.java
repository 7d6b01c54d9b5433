package org.migrationhub.core.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.migrationhub.core.content.FoldedName;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.storage.FaultyStorages.Fault;

/** Storages that do one thing wrong with lists. */
final class ListFaults {

    private ListFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "lists are sorted as a dictionary is",
                        "listsOfPersonsAreWhatTheirQueriesSay",
                        DictionaryOrder::new),
                new Fault(
                        "a page begins with the last of the page before",
                        "aListOfSubmissionsIsReadInPagesOfAnySize",
                        PagesOverlap::new),
                new Fault(
                        "organisations are sorted within a page only",
                        "organisationsAreListedByTheirNamesWhateverTheCaseAndAccents",
                        SortedPages::new),
                new Fault("the limit of a list is ignored", "listsOfOrganisationsAreWhatTheirQueriesSay", NoLimit::new),
                new Fault(
                        "overdue begins at the due instant",
                        "awaitedAndOverdueReviewsAreFoundToTheMicrosecond",
                        OverdueEarly::new),
                new Fault("erased persons are listed", "everyChangeOfAPersonIsReadBack", ListsErased::new),
                new Fault(
                        "open seats are left out when there are none",
                        "openSeatsAreThoseThatStandWithoutAReview",
                        NoZeros::new),
                new Fault(
                        "names are searched by their letters",
                        "listsOfOrganisationsAreWhatTheirQueriesSay",
                        SearchesLetters::new),
                new Fault(
                        "titles are searched in their own language only",
                        "aTitleIsFoundWholeInEveryLanguageUntilTheNextRevisionHasAnother",
                        OriginalTitles::new));
    }

    private static final class OriginalTitles extends StorageWrapper {
        @Override
        public List<SubmissionSummary> submissions(SubmissionQuery query) {
            FoldedName wanted = FoldedName.of(query.titled());
            return inner.submissions(query).stream()
                    .filter(line ->
                            wanted.isEmpty() || FoldedName.of(line.title()).contains(wanted))
                    .toList();
        }
    }

    private static final class DictionaryOrder extends StorageWrapper {
        @Override
        public List<Person> people(PersonQuery query) {
            List<Person> found = new ArrayList<>(inner.people(query));
            found.sort(Comparator.comparing(person -> person.id().value(), String.CASE_INSENSITIVE_ORDER));
            return found;
        }
    }

    private static final class PagesOverlap extends StorageWrapper {
        @Override
        public List<SubmissionSummary> submissions(SubmissionQuery query) {
            List<SubmissionSummary> page = inner.submissions(query);
            if (query.after() == null || page.isEmpty()) {
                return page;
            }
            List<SubmissionSummary> longer = new ArrayList<>(page);
            longer.add(0, inner.submissions(SubmissionQuery.all().limit(1)).get(0));
            return longer.subList(0, Math.min(query.limit(), longer.size()));
        }
    }

    /** As they came, page by page. */
    private static final class SortedPages extends StorageWrapper {
        @Override
        public List<Organisation> organisations(OrganisationQuery query) {
            OrganisationPlace after = query.after();
            return inner.organisations(query.after(null).limit(SubmissionQuery.MOST)).stream()
                    .sorted(Comparator.comparing(Organisation::id))
                    .filter(one -> after == null || one.id().compareTo(after.id()) > 0)
                    .limit(query.limit())
                    .sorted(Comparator.comparing(OrganisationPlace::of))
                    .toList();
        }
    }

    private static final class NoLimit extends StorageWrapper {
        @Override
        public List<Organisation> organisations(OrganisationQuery query) {
            return inner.organisations(query.limit(SubmissionQuery.MOST));
        }
    }

    private static final class OverdueEarly extends StorageWrapper {
        @Override
        public List<SubmissionSummary> submissions(SubmissionQuery query) {
            Instant at = query.overdueAt();
            return inner.submissions(at == null ? query : query.overdue(at.plusNanos(1_000)));
        }
    }

    private static final class ListsErased extends StorageWrapper {
        private final Map<PersonId, Person> erased = Collections.synchronizedMap(new HashMap<>());

        @Override
        public void commit(Commit commit) {
            inner.commit(commit);
            if (commit instanceof Commit.OfPerson of && of.after().erased()) {
                erased.put(of.after().id(), of.after());
            }
        }

        @Override
        public List<Person> people(PersonQuery query) {
            List<Person> found = new ArrayList<>(inner.people(query));
            found.addAll(erased.values());
            return query.after() == null
                    ? found.subList(0, Math.min(query.limit(), found.size()))
                    : inner.people(query);
        }
    }

    private static final class NoZeros extends StorageWrapper {
        @Override
        public Map<PersonId, Integer> openSeats(Set<PersonId> persons) {
            Map<PersonId, Integer> seats = new HashMap<>(inner.openSeats(persons));
            seats.values().removeIf(count -> count == 0);
            return seats;
        }
    }

    private static final class SearchesLetters extends StorageWrapper {
        @Override
        public List<Organisation> organisations(OrganisationQuery query) {
            return inner.organisations(query.named("").limit(SubmissionQuery.MOST)).stream()
                    .filter(organisation -> organisation.name().contains(query.words()))
                    .limit(query.limit())
                    .toList();
        }
    }
}
