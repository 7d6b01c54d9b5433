package org.migrationhub.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.migrationhub.core.access.AccessTable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.storage.Commit;

/**
 * Takes in many rows from elsewhere at once. All of them are checked as if they came one by one, and every row is reported
 * with everything that is wrong with it; if any is refused, none is stored. Otherwise all are, in one step.
 *
 * <p>Each row comes with the id under which it is to be here. Whoever imports the same again gives the same ids, and nothing
 * happens to what is as the row says. So an import may be repeated after a failure, and two that run at the same moment do
 * the work of one.
 *
 * <p>Nothing goes past a panel: practices and resources come in as the actor's own drafts, or as handed in. Immutable and
 * thread-safe.
 */
public final class ImportDesk {

    private final Hub hub;
    private final Actor actor;
    private final boolean dry;

    ImportDesk(Hub hub, Actor actor, boolean dry) {
        this.hub = hub;
        this.actor = actor;
        this.dry = dry;
    }

    /** The same desk that only says what it would do. */
    public ImportDesk dryRun() {
        return new ImportDesk(hub, actor, true);
    }

    /** An id for a row that is new here. */
    public String newId() {
        return hub.newId();
    }

    /**
     * Takes in practices and resources as submissions of this actor. One that is here as a draft becomes what its row says;
     * one that was handed in stays as it is, and a row that says otherwise is refused: a revision is handed in by itself.
     *
     * @param rows whose ids differ
     * @param handIn whether to hand them in; otherwise they become drafts, which may lack what a submission needs
     * @return an outcome for each row, in their order
     * @throws ForbiddenException if the actor may not submit
     */
    public List<ImportOutcome> items(List<ImportedItem> rows, boolean handIn) {
        require(Right.START);
        return run(rows, ImportedItem::id, at -> new ItemImport(hub, actor, handIn, at)::plan);
    }

    /**
     * Takes in organisations. One may be part of another that comes in with it.
     *
     * @param rows whose ids differ
     * @return an outcome for each row, in their order
     * @throws ForbiddenException if the actor doesn't keep the records
     */
    public List<ImportOutcome> organisations(List<ImportedOrganisation> rows) {
        require(Right.KEEP_PEOPLE);
        return run(rows, ImportedOrganisation::id, at -> new OrganisationImport(hub, actor, rows, at)::plan);
    }

    /**
     * Takes in reviewers. Of one who is here, name and address, affiliation and declaration become what the row says.
     *
     * @param rows whose ids differ
     * @return an outcome for each row, in their order
     * @throws ForbiddenException if the actor doesn't keep the records
     */
    public List<ImportOutcome> roster(List<ImportedReviewer> rows) {
        require(Right.KEEP_PEOPLE);
        return run(rows, ImportedReviewer::id, at -> new RosterImport(hub, actor, rows, at)::plan);
    }

    /** Plans all rows on what is here at an instant, and stores the plan; when somebody else was faster, plans anew. */
    private <R> List<ImportOutcome> run(
            List<R> rows, Function<R, Object> id, Function<Instant, Function<R, Planned>> planner) {
        List<ChainHead> lost = List.of();
        while (true) {
            List<Planned> planned = plan(rows, id, planner.apply(hub.now()));
            List<ImportOutcome> outcomes =
                    planned.stream().map(Planned::outcome).toList();
            List<Commit> commits = planned.stream()
                    .map(Planned::commit)
                    .filter(Objects::nonNull)
                    .toList();
            if (dry || commits.isEmpty() || outcomes.stream().anyMatch(ImportOutcome::isRefused)) {
                return outcomes;
            }
            List<ChainHead> heads = commits.stream().map(Commit::expected).toList();
            if (heads.equals(lost)) {
                throw new IllegalStateException(
                        "The storage contradicts itself: it refuses what is based on what it shows");
            }
            lost = heads;
            try {
                hub.commitTogether(commits);
                return outcomes;
            } catch (StaleVersionException e) {
                // somebody else changed one of them meanwhile: look what the rows mean now
            }
        }
    }

    private static <R> List<Planned> plan(List<R> rows, Function<R, Object> id, Function<R, Planned> planner) {
        Set<Object> seen = new HashSet<>();
        List<Planned> planned = new ArrayList<>();
        for (R row : rows) {
            planned.add(
                    seen.add(id.apply(row))
                            ? planner.apply(row)
                            : Planned.refused("", "row.repeated", "Another row before it is the same thing."));
        }
        return planned;
    }

    private void require(Right right) {
        hub.refuseErased(actor);
        if (!AccessTable.standard().permits(actor, right)) {
            throw new ForbiddenException(right.code(), "Your role doesn't allow it.");
        }
    }
}
