package org.migrationhub.server.api;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.RepresentativeView;
import org.migrationhub.core.RevisionView;
import org.migrationhub.core.RoundView;
import org.migrationhub.core.SeatView;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FormReport;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Criterion;
import org.migrationhub.core.review.Disclosure;
import org.migrationhub.core.review.Eligibility;
import org.migrationhub.core.review.Reason;
import org.migrationhub.core.review.VerdictOutcome;
import org.migrationhub.core.storage.SubmissionSummary;
import org.migrationhub.core.storage.WorkingCopy;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.json.Tree;

/** Renders what one sees of submissions. What the core leaves out is left out here. Stateless and thread-safe. */
final class SubmissionJson {

    private SubmissionJson() {}

    static Map<String, Object> view(SubmissionView view) {
        return new Tree()
                .text("id", view.id())
                .put("version", view.version())
                .put("kind", view.kind().code())
                .put("stage", view.stage().code())
                .put("title", view.title())
                .text("language", view.language())
                .text("policy", view.policy())
                .text("submitter", view.submitter())
                .list("representatives", view.representatives(), SubmissionJson::representative)
                .count("revision", view.revision())
                .text("digest", view.digest())
                .count("publicRevision", view.publicRevision())
                .text("startedAt", view.startedAt())
                .text("changedAt", view.changedAt())
                .put("note", view.note())
                .list("revisions", view.revisions(), SubmissionJson::revision)
                .list("rounds", view.rounds(), SubmissionJson::round)
                .put("featured", FeatureHandlers.view(view.featured()))
                .list("possible", view.possible(), Act::code)
                .done();
    }

    /**
     * A line of a list.
     *
     * @param forSecretariat whether when it changed and when a review is due may be told: from that, a submitter could
     *     learn when somebody of the panel acted
     */
    static Map<String, Object> summary(SubmissionSummary summary, boolean forSecretariat) {
        Instant changedAt = forSecretariat ? summary.changedAt() : null;
        Instant due = forSecretariat ? summary.due() : null;
        return new Tree()
                .text("id", summary.id())
                .put("kind", summary.kind().code())
                .put("stage", summary.stage().code())
                .put("title", summary.title())
                .text("language", summary.language())
                .text("submitter", summary.submitter())
                .count("revisions", summary.revisions())
                .text("changedAt", changedAt)
                .text("due", due)
                .done();
    }

    /** A revision or a draft. */
    static Map<String, Object> content(ContentItem content) {
        return new Tree()
                .text("digest", ContentDigest.of(content))
                .put("content", ContentCodec.write(content))
                .done();
    }

    /** What was typed and not saved yet. */
    static Map<String, Object> workingCopy(WorkingCopy copy) {
        return new Tree()
                .text("submission", copy.submission())
                .text("keptAt", copy.keptAt())
                .text("base", copy.base())
                .text("digest", copy.digest())
                .put("content", ContentCodec.write(copy.content()))
                .done();
    }

    static Map<String, Object> report(FormReport report) {
        return new Tree()
                .put("acceptable", report.isAcceptable())
                .list("violations", report.violations(), Problems::violation)
                .list("warnings", report.warnings(), Problems::violation)
                .done();
    }

    /** What a reviewer is shown before declaring to have no conflict. Addresses of people aren't told. */
    static Map<String, Object> disclosure(Disclosure disclosure) {
        return new Tree()
                .text("submitter", disclosure.submitter())
                .list("representatives", disclosure.representatives(), PersonId::value)
                .list("submittingOrganisations", disclosure.submittingOrganisations(), OrganisationId::value)
                .list("implementers", disclosure.implementers(), SubmissionJson::reference)
                .list("partners", disclosure.partners(), SubmissionJson::reference)
                .list("namedPersons", disclosure.namedPersons(), PersonId::value)
                .list("names", disclosure.namedProfiles(), Profile::name)
                .list("languages", disclosure.languages(), Language::tag)
                .done();
    }

    static Map<String, Object> candidate(Eligibility eligibility, String name) {
        return new Tree()
                .text("person", eligibility.person())
                .words("name", name)
                .put("sector", eligibility.sector().code())
                .put("eligible", eligibility.isEligible())
                .put("openSeats", eligibility.openSeats())
                .list("reasons", eligibility.reasons(), SubmissionJson::reason)
                .done();
    }

    private static Map<String, Object> reason(Reason reason) {
        return new Tree()
                .put("code", reason.code())
                .put("detail", reason.sentence())
                .words("evidence", reason.evidence())
                .put("remedy", reason.remedy())
                .done();
    }

    private static Map<String, Object> reference(OrganisationRef reference) {
        return new Tree()
                .put("name", reference.name())
                .text("id", reference.id())
                .put("office", reference.office())
                .done();
    }

    private static Map<String, Object> representative(RepresentativeView representative) {
        return new Tree()
                .text("person", representative.person())
                .words("name", representative.name())
                .words("text", representative.reason())
                .text("since", representative.since())
                .done();
    }

    private static Map<String, Object> revision(RevisionView revision) {
        return new Tree()
                .put("number", revision.number())
                .text("on", revision.on())
                .text("returnedOn", revision.returnedOn())
                .words("asked", revision.asked())
                .done();
    }

    private static Map<String, Object> round(RoundView round) {
        return new Tree()
                .put("number", round.number())
                .put("revision", round.revision())
                .text("digest", round.digest())
                .put("open", round.open())
                .put("outcome", code(round.outcome()))
                .text("judgedOn", round.judgedOn())
                .count("vacancies", round.vacancies())
                .list("seats", round.seats(), SubmissionJson::seat)
                .done();
    }

    private static @Nullable String code(@Nullable VerdictOutcome outcome) {
        return outcome == null ? null : outcome.code();
    }

    private static Map<String, Object> seat(SeatView seat) {
        SeatView.ReviewView review = seat.review();
        return new Tree()
                .count("number", seat.number())
                .text("person", seat.person())
                .put("sector", seat.sector().code())
                .put("state", seat.state().code())
                .flag("further", seat.further())
                .text("due", seat.due())
                .flag("overdue", seat.overdue())
                .put("note", seat.note())
                .put("review", review == null ? null : review(review))
                .done();
    }

    private static Map<String, Object> review(SeatView.ReviewView review) {
        return new Tree()
                .put("outcome", review.outcome().code())
                .words("text", review.text())
                .words("toSecretariat", review.toSecretariat())
                .put("remarks", remarks(review.remarks()))
                .text("at", review.at())
                .done();
    }

    private static @Nullable Map<String, Object> remarks(SortedMap<Criterion, String> remarks) {
        Map<String, Object> texts = new LinkedHashMap<>();
        remarks.forEach((criterion, text) -> texts.put(criterion.code(), text));
        return texts.isEmpty() ? null : texts;
    }
}
