package org.migrationhub.server.api;

import java.util.List;
import java.util.Map;
import org.migrationhub.core.Desk;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.review.Eligibility;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.server.json.Field;
import org.migrationhub.server.json.Form;

/** What the secretariat does with submissions. */
final class SecretariatHandlers {

    private static final String PERSON = "the id of a person";

    private SecretariatHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation(
                                "returnToSubmitter",
                                "POST",
                                Api.at("submissions/{id}/return"),
                                noted("text", Desk::returnToSubmitter))
                        .changing(),
                new Operation("decline", "POST", Api.at("submissions/{id}/decline"), noted("text", Desk::decline))
                        .changing(),
                new Operation(
                                "listCandidates",
                                "GET",
                                Api.at("submissions/{id}/candidates"),
                                SecretariatHandlers::candidates)
                        .taking("limit", "cursor"),
                new Operation("seatPanel", "POST", Api.at("submissions/{id}/panel"), SecretariatHandlers::seatPanel)
                        .changing(),
                new Operation("fillSeat", "POST", Api.at("submissions/{id}/seats"), seating(Desk::fillSeat)).changing(),
                new Operation(
                                "seatFurther",
                                "POST",
                                Api.at("submissions/{id}/further-seat"),
                                seating(Desk::seatFurther))
                        .changing(),
                new Operation(
                                "replaceSeat",
                                "POST",
                                Api.at("submissions/{id}/seats/{number}/replacement"),
                                SecretariatHandlers::replaceSeat)
                        .changing(),
                new Operation(
                                "closeRound",
                                "POST",
                                Api.at("submissions/{id}/round-closure"),
                                SecretariatHandlers::closeRound)
                        .changing(),
                new Operation("retract", "POST", Api.at("submissions/{id}/retraction"), noted("reason", Desk::retract))
                        .changing());
    }

    private interface NotedAct {
        SubmissionView by(Desk desk, SubmissionId id, String text);
    }

    private interface SeatingAct {
        SubmissionView by(Desk desk, SubmissionId id, PersonId reviewer);
    }

    private static Operation.Handler noted(String field, NotedAct act) {
        return ask -> {
            Form form = ask.form();
            Field<String> text = form.text(field).required();
            form.end();
            return SubmitterHandlers.changed(act.by(ask.desk(), ask.submission(), text.get()));
        };
    }

    private static Operation.Handler seating(SeatingAct act) {
        return ask -> SubmitterHandlers.changed(act.by(ask.desk(), ask.submission(), reviewer(ask)));
    }

    private static Answer candidates(Ask ask) {
        Page page = Page.of("candidates", ask.query());
        PersonQuery roster = PersonQuery.roster()
                .after(ask.query()
                        .code("cursor", PersonId::find, "where a page ended")
                        .orElse(null))
                .limit(page.asked());
        List<Eligibility> found = ask.desk().candidates(ask.submission(), roster);
        return page.answer(
                ask.query(),
                found,
                candidate -> candidate(ask, candidate),
                candidate -> candidate.person().value());
    }

    private static Map<String, Object> candidate(Ask ask, Eligibility candidate) {
        String name = ask.people().person(candidate.person()).value().profile().name();
        return SubmissionJson.candidate(candidate, name);
    }

    private static Answer seatPanel(Ask ask) {
        Form form = ask.form();
        Field<List<PersonId>> reviewers =
                form.codes("reviewers", PersonId::find, PERSON).required();
        form.end();
        return SubmitterHandlers.changed(ask.desk().seatPanel(ask.submission(), reviewers.get()));
    }

    private static Answer replaceSeat(Ask ask) {
        return SubmitterHandlers.changed(ask.desk().replaceSeat(ask.submission(), ask.number(), reviewer(ask)));
    }

    private static Answer closeRound(Ask ask) {
        ask.noForm();
        return SubmitterHandlers.changed(ask.desk().closeRound(ask.submission()));
    }

    private static PersonId reviewer(Ask ask) {
        Form form = ask.form();
        Field<PersonId> reviewer = form.code("reviewer", PersonId::find, PERSON).required();
        form.end();
        return reviewer.get();
    }
}
