package org.migrationhub.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.HubException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.WorkingCopy;

/**
 * What is typed and not saved yet. A submission has at most one working copy, which lies beside its journal: the next one
 * takes its place, and saving the draft, handing it in or taking the submission back drops it. Only who may save the draft
 * reads or writes it; to everybody else the submission is as it was. Every method does what it says, kept before it returns,
 * or throws a {@link HubException} and changes nothing:
 *
 * <ul>
 *   <li>{@link NotFoundException} and {@link ForbiddenException} as {@link Desk} does,
 *   <li>{@link WrongStageException} where no draft can be saved any more,
 *   <li>{@link StaleVersionException} where {@link Desk#ifVersion} was asked for and the actor hasn't seen what is there. The
 *       version is that of the working copy or, while there is none, of the submission.
 * </ul>
 *
 * <p>Immutable and thread-safe.
 */
public final class WorkingCopyDesk {

    /** Each refusal means that somebody else has written: nobody is that unlucky. */
    private static final int MOST_TRIES = 100;

    private final Hub hub;
    private final Actor actor;
    private final @Nullable Long expected;
    private final Facts facts;
    private final Attachments attachments;

    WorkingCopyDesk(Hub hub, Actor actor, @Nullable Long expected) {
        this.hub = hub;
        this.actor = actor;
        this.expected = expected;
        this.facts = new Facts(hub.storage());
        this.attachments = new Attachments(hub.storage());
    }

    /**
     * Keeps what was typed, complete or not. Kept already, it is kept on, whatever the version: so whoever got no answer may
     * ask again.
     *
     * @throws RefusedException if the item holds what no draft may, or is of another kind
     */
    public WorkingCopy keep(SubmissionId id, ContentItem item) {
        dossier(id);
        Refusing.refuseMalformed(item);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Dossier dossier = dossier(id);
            Refusing.refuse(facts.whyNotGoingOn(dossier.submission(), actor.person()));
            Refusing.requireKind(dossier, item);
            WorkingCopy copy = copy(dossier.submission(), item);
            WorkingCopy before = storage().workingCopy(id).orElse(null);
            ContentDigest replaced = before == null ? null : before.digest();
            if (!copy.digest().equals(replaced)) {
                requireSeen(dossier, before);
            }
            attachments.hold(item, copy.keptAt());
            if (storage().keepWorkingCopy(copy, replaced)) {
                return copy;
            }
        }
        throw new IllegalStateException("The storage contradicts itself: it takes no working copy of " + id);
    }

    /** What was typed and isn't saved; empty if all is saved. */
    public Optional<WorkingCopy> find(SubmissionId id) {
        dossier(id);
        return storage().workingCopy(id);
    }

    /** Forgets what was typed and isn't saved. That there is nothing is no failure. */
    public void discard(SubmissionId id) {
        Dossier dossier = dossier(id);
        storage().workingCopy(id).ifPresent(copy -> {
            requireSeen(dossier, copy);
            if (!storage().dropWorkingCopy(id, copy.digest())) {
                discard(id); // something else was typed meanwhile, or nothing is left
            }
        });
    }

    /**
     * All that the actor typed last and may still save, newest submission first.
     *
     * @param after only those after this one: the last of the page before; null for the beginning
     * @param limit at most so many, 1 to 100
     */
    public List<WorkingCopy> own(@Nullable SubmissionId after, int limit) {
        hub.refuseErased(actor);
        int most = Math.max(1, Math.min(limit, 100));
        List<WorkingCopy> own = new ArrayList<>();
        List<WorkingCopy> page = storage().workingCopies(self(), after, most);
        while (!page.isEmpty() && own.size() < most) {
            page.stream().filter(this::maySave).forEach(own::add);
            SubmissionId last = page.get(page.size() - 1).submission();
            page = page.size() < most ? List.of() : storage().workingCopies(self(), last, most);
        }
        return List.copyOf(own.subList(0, Math.min(own.size(), most)));
    }

    /** What somebody typed on behalf of another is theirs only while their role lets them. */
    private boolean maySave(WorkingCopy copy) {
        return facts.dossier(copy.submission(), actor).may(Right.SAVE_DRAFT);
    }

    /**
     * Lets whoever saves a draft or hands one in drop what is typed: what they have seen, or typed themselves. Whoever asked for
     * no version has said that it is all the same.
     */
    void requireSeenToSave(Dossier dossier) {
        Submission submission = dossier.submission();
        boolean isAlone = submission.representations().isEmpty();
        if (expected == null || (isAlone && expected == dossier.version())) {
            return;
        }
        WorkingCopy there = storage().workingCopy(submission.id()).orElse(null);
        if (there == null || there.version() != expected) {
            requireSeen(dossier, isOfAnother(there) ? there : null);
        }
    }

    /** Whether somebody else of the submitter's side is typing. */
    boolean isTypedByAnother(SubmissionId id) {
        return isOfAnother(storage().workingCopy(id).orElse(null));
    }

    private boolean isOfAnother(@Nullable WorkingCopy copy) {
        return copy != null && !copy.author().equals(self());
    }

    /** Drops what is there since the draft is as it should be. */
    void dropAny(SubmissionId id) {
        storage().workingCopy(id).ifPresent(copy -> storage().dropWorkingCopy(id, copy.digest()));
    }

    private Dossier dossier(SubmissionId id) {
        hub.refuseErased(actor);
        return facts.dossier(id, actor).require(Right.SAVE_DRAFT);
    }

    /** What couldn't be saved when it is finished isn't kept either. */
    private WorkingCopy copy(Submission submission, ContentItem item) {
        submission.saveDraft(ContentDigest.of(item), hub.now());
        ContentDigest base = WorkingCopy.baseOf(submission).orElseThrow();
        return new WorkingCopy(submission.id(), self(), base, item, hub.now());
    }

    private void requireSeen(Dossier dossier, @Nullable WorkingCopy there) {
        long present = there == null ? dossier.version() : there.version();
        if (expected != null && expected != present) {
            String what = there == null ? "submission" : "working copy";
            throw new StaleVersionException(what, dossier.submission().id().value(), expected, present);
        }
    }

    private HubStorage storage() {
        return hub.storage();
    }

    private PersonId self() {
        PersonId person = actor.person();
        if (person == null) {
            throw new ForbiddenException(Right.SAVE_DRAFT.code(), "Only somebody who is known can do this.");
        }
        return person;
    }
}
