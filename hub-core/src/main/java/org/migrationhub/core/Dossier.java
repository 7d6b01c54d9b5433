package org.migrationhub.core;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.AccessTable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Relation;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Publication;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.Submission;

/**
 * A submission as it lay before an actor at one instant: the basis of one decision or one view.
 *
 * @param submission as stored
 * @param head of its chain
 * @param handedIn the content of the last revision; null while nothing was handed in
 * @param draft the saved draft; null if there is none
 * @param actor who looks
 * @param relation what the actor is to it
 */
record Dossier(
        Submission submission,
        ChainHead head,
        @Nullable ContentItem handedIn,
        @Nullable ContentItem draft,
        Actor actor,
        Relation relation) {

    static Relation relation(Actor actor, Submission submission, @Nullable ContentItem handedIn) {
        SortedSet<PersonId> named = handedIn == null ? new TreeSet<>() : handedIn.namedPersons();
        return Relation.of(actor.person(), submission, named);
    }

    boolean may(Right right) {
        return AccessTable.standard().permits(actor, relation, stageForAccess(), right);
    }

    /** The same of an act; whoever may read the journal of the whole hub, and in it who reviews, represents nobody. */
    boolean may(Act act) {
        return may(Right.to(act)) && (act != Act.REPRESENT || !isReaderOfJournal(actor));
    }

    static boolean isReaderOfJournal(Actor actor) {
        return AccessTable.standard().permits(actor, Right.SEE_WHOLE_JOURNAL);
    }

    /** Lets the actor pass, or says no: to whoever may not even know of the submission, that there is none. */
    Dossier require(Right right) {
        if (!may(Right.SEE_STATUS)) {
            throw new NotFoundException("submission", submission.id().value());
        }
        if (!may(right)) {
            throw new ForbiddenException(right.code(), "Your role and your relation to this item don't allow it.");
        }
        return this;
    }

    /**
     * The version that the actor knows it by. It doesn't tell of reviewers' acts to whoever may not see the panel, nor of a
     * draft to whoever may not read it, whose acts nobody can hold up by writing on and on, nor of a next revision to whoever
     * sees no more than what is public.
     */
    long version() {
        return publicOnly().isPresent()
                ? submission.publicVersion()
                : submission.version(may(Right.SEE_PANEL), may(Right.SEE_DRAFT));
    }

    /** Whoever may not see what is disclosed of a revision under way sees what everybody sees, and not that there is one. */
    Optional<Publication> publicOnly() {
        return may(Right.SEE_DISCLOSURE) ? Optional.empty() : submission.publication();
    }

    /** Where it stands; what was never handed in is its submitter's draft, also once it was taken back. */
    StageName stage() {
        return submission.stage().name();
    }

    private StageName stageForAccess() {
        return handedIn == null ? StageName.DRAFT : stage();
    }

    /** What is shown of the item: the last revision, or the draft while nothing was handed in. */
    ContentItem shown() {
        ContentItem shown = handedIn != null ? handedIn : draft;
        if (shown == null) {
            throw new IllegalStateException("Nothing was ever saved of " + submission.id());
        }
        return shown;
    }

    /** The content under review. */
    ContentItem revision() {
        if (handedIn == null) {
            throw new NotFoundException("revision", submission.id() + "/1");
        }
        return handedIn;
    }
}
