package org.migrationhub.server;

import java.util.List;
import java.util.TreeMap;
import org.migrationhub.core.Comments;
import org.migrationhub.core.Desk;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.Gallery.Part;

/** Brings submissions of a gallery to every stage, with the same people in the same parts as far as there are any. */
final class Stages {

    private final Gallery gallery;
    private final Hub hub;

    Stages(Gallery gallery, Hub hub) {
        this.gallery = gallery;
        this.hub = hub;
    }

    SubmissionId in(StageName stage) {
        return switch (stage) {
            case DRAFT ->
                representative()
                        .startOnBehalf(
                                gallery.person(Part.SUBMITTER),
                                gallery.practice("Sample: " + Gallery.DRAFT_WORD),
                                "Sample: by letter")
                        .id();
            case SUBMITTED -> submitted(stage);
            case IN_REVIEW -> halfSeated(submitted(stage));
            case CHANGES_REQUESTED -> judged(submitted(stage), ReviewOutcome.REQUEST_CHANGES);
            case DECLINED -> judged(submitted(stage), ReviewOutcome.DECLINE);
            case PUBLISHED -> published(stage);
            case UPDATE_SUBMITTED -> updated(stage);
            case UPDATE_IN_REVIEW -> halfSeated(updated(stage));
            case UPDATE_CHANGES_REQUESTED -> judged(updated(stage), ReviewOutcome.REQUEST_CHANGES);
            case WITHDRAWN -> submitter().withdraw(submitted(stage), "").id();
            case RETRACTED ->
                secretary().retract(published(stage), "It was wrong.").id();
        };
    }

    private SubmissionId submitted(StageName stage) {
        SubmissionId id = submitter()
                .submit(gallery.practice("Sample: on its way to " + stage.code()))
                .id();
        representative().represent(id, "Sample: by telephone");
        if (stage != StageName.WITHDRAWN && stage != StageName.DECLINED && stage != StageName.RETRACTED) {
            draft(id);
        }
        return id;
    }

    /** Something that isn't saved, wherever it could be. */
    void type(SubmissionId id) {
        if (gallery.storage().submission(id).orElseThrow().value().permits(Act.SAVE_DRAFT)) {
            submitter().workingCopies().keep(id, gallery.practice("Sample: " + Gallery.TYPED_WORD));
        }
    }

    /** A draft beside what was handed in. */
    private void draft(SubmissionId id) {
        submitter().saveDraft(id, gallery.practice("Sample: " + Gallery.DRAFT_WORD));
    }

    private SubmissionId updated(StageName stage) {
        SubmissionId id = published(stage);
        submitter().revise(id, gallery.practice("Sample: updated on its way to " + stage.code()));
        draft(id);
        return id;
    }

    private SubmissionId published(StageName stage) {
        return judged(submitted(stage), ReviewOutcome.APPROVE);
    }

    /** With somebody who has accepted, somebody who hasn't said anything, and a seat that fell vacant. */
    private SubmissionId halfSeated(SubmissionId id) {
        secretary()
                .seatPanel(
                        id,
                        List.of(
                                gallery.person(Part.SEATED),
                                gallery.person(Part.INVITED),
                                gallery.person(Part.FORMER)));
        reviewer(Part.SEATED).acceptSeat(id);
        reviewer(Part.FORMER).declineSeat(id, Gallery.confidence(Part.FORMER));
        return id;
    }

    private SubmissionId judged(SubmissionId id, ReviewOutcome outcome) {
        halfSeated(id);
        secretary().fillSeat(id, gallery.person(Part.THIRD));
        reviewer(Part.INVITED).acceptSeat(id);
        reviewer(Part.THIRD).acceptSeat(id);
        for (Part part : List.of(Part.SEATED, Part.INVITED, Part.THIRD)) {
            ContentDigest digest = ContentDigest.of(reviewer(part).content(id));
            Comments comments = new Comments("Say who paid for it.", Gallery.confidence(part), new TreeMap<>());
            reviewer(part).review(id, digest, outcome, comments);
        }
        return id;
    }

    private Desk submitter() {
        return hub.as(Actor.contributor(gallery.person(Part.SUBMITTER)));
    }

    private Desk representative() {
        return hub.as(Actor.secretariat(gallery.person(Part.REPRESENTATIVE)));
    }

    private Desk reviewer(Part part) {
        return hub.as(Actor.reviewer(gallery.person(part)));
    }

    private Desk secretary() {
        return hub.as(Actor.secretariat(new PersonId("secretary")));
    }
}
