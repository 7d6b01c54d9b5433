package org.migrationhub.core;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FormReport;
import org.migrationhub.core.content.FormRules;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.content.Submitting;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.review.Change;
import org.migrationhub.core.review.Revision;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.Stored;

/** Decides what becomes of practices and resources that somebody imports at one instant. Used once. */
final class ItemImport {

    private final Hub hub;
    private final Actor actor;
    private final PersonId submitter;
    private final boolean handIn;
    private final Instant at;
    private final Facts facts;
    private final Forms forms;
    private final SortedSet<OrganisationId> own;
    private final Submitting submitting;

    ItemImport(Hub hub, Actor actor, boolean handIn, Instant at) {
        this.hub = hub;
        this.actor = actor;
        this.submitter = requireNonNull(actor.person(), "who may start a submission is somebody");
        this.handIn = handIn;
        this.at = at;
        this.facts = new Facts(hub.storage());
        this.forms = new Forms(hub.storage());
        this.own = facts.organisationsOf(submitter, at);
        this.submitting = forms.submitting(own, at);
    }

    Planned plan(ImportedItem row) {
        Optional<Stored<Submission>> stored = hub.storage().submission(row.id());
        return stored.isPresent() ? change(facts.dossier(stored.get(), actor), row) : create(row);
    }

    private Planned create(ImportedItem row) {
        ContentItem item = row.item();
        FormReport form = forms.check(item, submitting, at);
        List<Violation> obstacles = obstacles(item, form);
        if (!obstacles.isEmpty()) {
            return Planned.refused(obstacles);
        }
        Change started =
                Submission.start(row.id(), hub.policy(), item.kind(), submitter, own, ContentDigest.of(item), at);
        return stored(ChainHead.empty(ChainId.of(row.id())), handIn ? handedIn(started, item) : started, item, form);
    }

    private Planned change(Dossier here, ImportedItem row) {
        Submission submission = here.submission();
        ContentItem item = row.keepsFiles() ? withFilesOf(here.shown(), row.item()) : row.item();
        if (!here.may(Right.SAVE_DRAFT)) {
            return Planned.refused("", "id.taken", "Somebody else has submitted something under the id of this row.");
        }
        List<Violation> forNobody = facts.whyNotGoingOn(submission, submitter);
        if (!forNobody.isEmpty()) {
            return Planned.refused(forNobody);
        }
        if (submission.kind() != item.kind()) {
            return Planned.refused("/kind", "kind.changed", "A submission can't change between practice and resource.");
        }
        boolean isDraft = submission.revisions().isEmpty() && here.stage() == StageName.DRAFT;
        boolean isSame = ContentDigest.of(item).equals(digest(submission));
        if (isSame && !(isDraft && handIn)) {
            return Planned.unchanged();
        }
        return isDraft ? changeDraft(here, item) : leave(here);
    }

    private static ContentItem withFilesOf(ContentItem here, ContentItem item) {
        return item instanceof Practice practice
                ? practice.toBuilder().attachments(here.attachments()).build()
                : ((Resource) item).toBuilder().attachments(here.attachments()).build();
    }

    private static Planned leave(Dossier here) {
        return Planned.refused(
                "",
                "import.not-a-draft",
                "It is here and no draft any more (%s), and this row says something else: an import changes drafts only. Hand in its next revision by itself, or leave the row out."
                        .formatted(here.stage().code()));
    }

    private Planned changeDraft(Dossier here, ContentItem item) {
        if (new WorkingCopyDesk(hub, actor, null)
                .isTypedByAnother(here.submission().id())) {
            return Planned.refused(
                    "",
                    "import.typed-by-another",
                    "Somebody else who acts for the submitter, or the submitter, is writing it at this moment, and this row would take the place of that: look at what is there first, or leave the row out.");
        }
        FormReport form = forms.check(item, here.submission().organisations(), at);
        List<Violation> obstacles = obstacles(item, form);
        if (!obstacles.isEmpty()) {
            return Planned.refused(obstacles);
        }
        Submission submission = here.submission();
        Change change = handIn
                ? submission.act(facts.context(submission, item, at)).submit(ContentDigest.of(item))
                : submission.saveDraft(ContentDigest.of(item), at);
        return stored(here.head(), change, item, form);
    }

    /** What the row was the last time: the last revision or, before there was any, the draft. */
    private static ContentDigest digest(Submission submission) {
        return submission
                .revision()
                .map(Revision::digest)
                .or(submission::draft)
                .orElseThrow(() -> new IllegalStateException("Nothing was ever saved of " + submission.id()));
    }

    private List<Violation> obstacles(ContentItem item, FormReport form) {
        return handIn ? form.violations() : FormRules.malformed(item);
    }

    private Change handedIn(Change started, ContentItem item) {
        Submission first = started.after();
        Change submitted = first.act(facts.context(first, item, at)).submit(ContentDigest.of(item));
        List<SubmissionEvent> events = new ArrayList<>(started.events());
        events.addAll(submitted.events());
        return new Change(submitted.after(), events, at);
    }

    private Planned stored(ChainHead head, Change change, ContentItem item, FormReport form) {
        PersonId behalf = change.after().representedBy(submitter).orElse(null);
        List<Entry> entries = Entry.next(head, actor, behalf, at, change.events());
        List<Violation> warnings = new ArrayList<>(handIn ? List.of() : form.violations());
        warnings.addAll(form.warnings());
        return Planned.stored(
                new Commit.OfSubmission(change.after(), head, entries, List.of(item), List.of()), warnings);
    }
}
