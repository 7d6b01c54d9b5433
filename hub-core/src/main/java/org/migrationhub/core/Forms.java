package org.migrationhub.core;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FormReport;
import org.migrationhub.core.content.FormRules;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.Submitting;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.storage.HubStorage;

/** Checks items as they are handed in: the form, and whether what it refers to is known. Thread-safe. */
final class Forms {

    private final HubStorage storage;
    private final Facts facts;
    private final Attachments attachments;

    Forms(HubStorage storage) {
        this.storage = storage;
        this.facts = new Facts(storage);
        this.attachments = new Attachments(storage);
    }

    /**
     * Everything that is wrong with an item, and what should be looked at.
     *
     * @param own the organisations for which it is submitted
     */
    FormReport check(ContentItem item, SortedSet<OrganisationId> own, Instant at) {
        return check(item, submitting(own, at), at);
    }

    /** The same for what is known of the submitter already. */
    FormReport check(ContentItem item, Submitting submitting, Instant at) {
        FormReport form = FormRules.check(item, submitting);
        List<Violation> violations = new ArrayList<>(form.violations());
        violations.addAll(References.unknown(item, storage));
        violations.addAll(attachments.unknown(item, at));
        return new FormReport(violations, form.warnings());
    }

    /** Who somebody of these organisations submits for. */
    Submitting submitting(SortedSet<OrganisationId> own, Instant at) {
        SortedSet<String> names = new TreeSet<>();
        for (Organisation organisation : facts.organisations(own)) {
            names.add(organisation.name());
            names.addAll(organisation.aliases());
        }
        int year = at.atOffset(ZoneOffset.UTC).getYear();
        return new Submitting(own.isEmpty() ? null : own.first(), names, year);
    }
}
