package org.migrationhub.server.site.secretariat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Desk;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;

/**
 * A submission that is under way.
 *
 * @param line of the list
 * @param progress of its panel while one has it; null otherwise
 */
record Work(SubmissionSummary line, @Nullable Progress progress) {

    private static final Set<StageName> TO_SCREEN = EnumSet.of(StageName.SUBMITTED, StageName.UPDATE_SUBMITTED);
    private static final Set<StageName> IN_REVIEW = EnumSet.of(StageName.IN_REVIEW, StageName.UPDATE_IN_REVIEW);
    private static final Set<StageName> WITH_SUBMITTER =
            EnumSet.of(StageName.CHANGES_REQUESTED, StageName.UPDATE_CHANGES_REQUESTED);

    /** What has waited longest comes first; whoever may not know since when finds it at the beginning. */
    static final Comparator<Work> OLDEST_FIRST = Comparator.comparing(Work::since)
            .thenComparing(work -> work.line().id().value());

    /**
     * Everything under way, what has waited longest first. What is at an end, or public with nothing to follow, isn't among
     * it: so this is as much as reviewers and secretariat have in hand, however much there has ever been.
     */
    static List<Work> underway(Desk desk) {
        Set<StageName> stages = EnumSet.copyOf(TO_SCREEN);
        stages.addAll(IN_REVIEW);
        stages.addAll(WITH_SUBMITTER);
        SubmissionQuery query = SubmissionQuery.all().in(stages).limit(SubmissionQuery.MOST);
        List<Work> all = new ArrayList<>();
        List<SubmissionSummary> page = desk.submissions(query);
        while (!page.isEmpty()) {
            page.forEach(line -> all.add(of(line, desk)));
            boolean last = page.size() < SubmissionQuery.MOST;
            page = last
                    ? List.of()
                    : desk.submissions(query.after(page.get(page.size() - 1).id()));
        }
        all.sort(OLDEST_FIRST);
        return all;
    }

    private static Work of(SubmissionSummary line, Desk desk) {
        return new Work(line, IN_REVIEW.contains(line.stage()) ? new Progress(desk.view(line.id())) : null);
    }

    /** Since when nothing has happened. */
    Instant since() {
        Instant changed = line.changedAt();
        return changed == null ? Instant.EPOCH : changed;
    }

    boolean isToScreen() {
        return TO_SCREEN.contains(line.stage());
    }

    boolean isInReview() {
        return progress != null;
    }

    boolean isWithSubmitter() {
        return WITH_SUBMITTER.contains(line.stage());
    }

    /** How many seats nobody sits in. */
    int vacancies() {
        return progress == null ? 0 : progress.vacancies();
    }

    /** Whether it doesn't go on by itself. */
    boolean isStuck() {
        return progress != null && progress.isStuck();
    }

    /** When the first of the reviews that are late was due; null if none is. */
    @Nullable
    Instant overdueSince() {
        return progress == null ? null : progress.overdueSince();
    }
}
