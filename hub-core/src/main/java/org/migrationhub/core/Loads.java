package org.migrationhub.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;

/**
 * How much is asked of reviewers, as far as one actor may know. A seat on a panel that is hidden from the actor doesn't count,
 * neither where the number is shown nor where a rule goes by it: whoever compared the two would learn who sits there. So
 * somebody may be asked for one review more than they offered, by a colleague who couldn't know. Not thread-safe.
 */
final class Loads {

    private final HubStorage storage;
    private final Facts facts;
    private final Actor actor;
    private final Map<SubmissionId, Boolean> known = new HashMap<>();

    Loads(HubStorage storage, Facts facts, Actor actor) {
        this.storage = storage;
        this.facts = facts;
        this.actor = actor;
    }

    /** On how many items each of these holds a seat and hasn't reviewed. */
    Map<PersonId, Integer> of(Set<PersonId> people) {
        return storage.openSeats(people).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue() == 0 ? 0 : of(one.getKey())));
    }

    private int of(PersonId person) {
        SubmissionQuery query = SubmissionQuery.all().awaiting(person).limit(SubmissionQuery.MOST);
        int count = 0;
        List<SubmissionSummary> page = storage.submissions(query);
        while (!page.isEmpty()) {
            count += (int) page.stream().filter(line -> isKnown(line.id())).count();
            boolean last = page.size() < SubmissionQuery.MOST;
            SubmissionId end = page.get(page.size() - 1).id();
            page = last ? List.of() : storage.submissions(query.after(end));
        }
        return count;
    }

    private boolean isKnown(SubmissionId id) {
        return known.computeIfAbsent(id, one -> facts.dossier(one, actor).may(Right.SEE_PANEL));
    }
}
