package org.migrationhub.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.OrganisationEvent;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.Stored;

/** Decides what becomes of organisations that somebody imports at one instant. Used once. */
final class OrganisationImport {

    private final Hub hub;
    private final Actor actor;
    private final Instant at;
    private final Map<OrganisationId, ImportedOrganisation> rows = new HashMap<>();

    OrganisationImport(Hub hub, Actor actor, List<ImportedOrganisation> rows, Instant at) {
        this.hub = hub;
        this.actor = actor;
        this.at = at;
        rows.forEach(row -> this.rows.putIfAbsent(row.id(), row));
    }

    Planned plan(ImportedOrganisation row) {
        List<Violation> violations = new ArrayList<>(PeopleDesk.malformedNames(row.name(), row.aliases()));
        circle(row).ifPresent(violations::add);
        if (!violations.isEmpty()) {
            return Planned.refused(violations);
        }
        Organisation after =
                new Organisation(row.id(), row.name(), new TreeSet<>(row.aliases()), row.sector(), row.partOf());
        Optional<Stored<Organisation>> here = hub.storage().organisation(row.id());
        if (here.isPresent() && here.get().value().equals(after)) {
            return Planned.unchanged();
        }
        ChainHead head = here.map(Stored::head).orElse(ChainHead.empty(ChainId.of(row.id())));
        List<OrganisationEvent> events = List.of(new OrganisationEvent.Recorded(after));
        return Planned.stored(new Commit.OfOrganisation(after, head, Entry.next(head, actor, at, events)), List.of());
    }

    /** A body must not be part of itself, nor of one that nobody knows. Rows count for what they say. */
    private Optional<Violation> circle(ImportedOrganisation row) {
        Set<OrganisationId> passed = new HashSet<>();
        OrganisationId wider = row.partOf();
        while (wider != null && passed.add(wider)) {
            if (wider.equals(row.id())) {
                return Optional.of(new Violation("/partOf", "organisation.circle", "It would be part of itself."));
            }
            if (!isKnown(wider)) {
                return Optional.of(new Violation(
                        "/partOf", "organisation.unknown", "No such organisation is registered, nor in another row."));
            }
            wider = partOf(wider);
        }
        return Optional.empty();
    }

    private boolean isKnown(OrganisationId id) {
        return rows.containsKey(id) || hub.storage().organisation(id).isPresent();
    }

    private @Nullable OrganisationId partOf(OrganisationId id) {
        ImportedOrganisation row = rows.get(id);
        return row != null
                ? row.partOf()
                : hub.storage()
                        .organisation(id)
                        .map(stored -> stored.value().partOf())
                        .orElse(null);
    }
}
