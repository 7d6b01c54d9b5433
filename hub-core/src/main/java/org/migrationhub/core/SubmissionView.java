package org.migrationhub.core;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.PolicyRef;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;

/**
 * A submission as one actor may see it. What the actor may not see is null or missing, never blanked out in a way that
 * shows that there is something.
 *
 * @param id of the submission
 * @param version for a compare-and-set, see {@link Desk#ifVersion}; it changes when something changes that the actor
 *     may see
 * @param kind of the item
 * @param stage where it stands; published for whoever may not know of an update under way
 * @param title of the last revision, or of the draft while nothing was handed in
 * @param language of the title
 * @param policy under which it is judged
 * @param submitter who submits; null unless the actor may see what is disclosed
 * @param representatives who acts on the submitter's behalf; nobody unless the actor may see the outcomes
 * @param revision the number of the last revision that the actor may know of; 0 while nothing was handed in
 * @param digest of the last revision; null while there is none, or the actor may not read it
 * @param publicRevision the number of the revision that is public; 0 if none is
 * @param startedAt when it was started
 * @param changedAt when it last changed; null for whoever could learn from it when somebody else acted
 * @param note why it was returned or declined at screening, withdrawn or retracted; null if it was not, or the actor may
 *     not read it
 * @param revisions all that was handed in, with what was asked for at screening; none unless the actor may see the outcomes
 * @param rounds what the actor may see of each round
 * @param featured how it was featured last; null if it wasn't, that was taken back, or the actor doesn't feature
 * @param possible what the actor can do now
 */
public record SubmissionView(
        SubmissionId id,
        long version,
        Kind kind,
        StageName stage,
        String title,
        Language language,
        PolicyRef policy,
        @Nullable PersonId submitter,
        List<RepresentativeView> representatives,
        int revision,
        @Nullable ContentDigest digest,
        int publicRevision,
        Instant startedAt,
        @Nullable Instant changedAt,
        @Nullable String note,
        List<RevisionView> revisions,
        List<RoundView> rounds,
        @Nullable FeatureView featured,
        Set<Act> possible) {

    /** Copies the collections. */
    public SubmissionView {
        representatives = List.copyOf(representatives);
        revisions = List.copyOf(revisions);
        rounds = List.copyOf(rounds);
        possible = Collections.unmodifiableSet(new TreeSet<>(possible));
    }
}
