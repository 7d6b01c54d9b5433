package org.migrationhub.core.journal;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.review.PolicyRef;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.Seating;
import org.migrationhub.core.review.SubmissionEvent.DeclinedAtScreening;
import org.migrationhub.core.review.SubmissionEvent.DraftSaved;
import org.migrationhub.core.review.SubmissionEvent.Featured;
import org.migrationhub.core.review.SubmissionEvent.Judged;
import org.migrationhub.core.review.SubmissionEvent.Represented;
import org.migrationhub.core.review.SubmissionEvent.Retracted;
import org.migrationhub.core.review.SubmissionEvent.Returned;
import org.migrationhub.core.review.SubmissionEvent.Reviewed;
import org.migrationhub.core.review.SubmissionEvent.RevisionSubmitted;
import org.migrationhub.core.review.SubmissionEvent.RoundOpened;
import org.migrationhub.core.review.SubmissionEvent.SeatAccepted;
import org.migrationhub.core.review.SubmissionEvent.SeatDeclined;
import org.migrationhub.core.review.SubmissionEvent.SeatFilled;
import org.migrationhub.core.review.SubmissionEvent.SeatRecused;
import org.migrationhub.core.review.SubmissionEvent.SeatReplaced;
import org.migrationhub.core.review.SubmissionEvent.Started;
import org.migrationhub.core.review.SubmissionEvent.Unfeatured;
import org.migrationhub.core.review.SubmissionEvent.Withdrawn;
import org.migrationhub.core.review.VerdictOutcome;
import org.migrationhub.core.vocabulary.Language;

/** How the events of submissions are written. */
final class SubmissionEventForms {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    private SubmissionEventForms() {}

    static List<EventForm<?>> all() {
        return List.of(
                new EventForm<>(
                        "submission-started",
                        Started.class,
                        SubmissionEventForms::started,
                        in -> new Started(
                                in.code("kind", Kind::find),
                                in.made("submitter", PersonId::new),
                                in.set("organisations", OrganisationId::new),
                                in.object("policy", SubmissionEventForms::policy))),
                new EventForm<>(
                        "draft-saved",
                        DraftSaved.class,
                        (event, out) -> out.code("digest", event.digest()),
                        in -> new DraftSaved(in.made("digest", ContentDigest::parse))),
                new EventForm<>(
                        "revision-submitted",
                        RevisionSubmitted.class,
                        (event, out) -> out.number("number", event.number())
                                .code("digest", event.digest())
                                .code("disclosure", event.disclosure()),
                        in -> new RevisionSubmitted(
                                in.small("number"),
                                in.made("digest", ContentDigest::parse),
                                in.made("disclosure", Sha256::new))),
                new EventForm<>(
                        "returned",
                        Returned.class,
                        (event, out) -> out.code("note", event.note()),
                        in -> new Returned(in.made("note", Sha256::new))),
                new EventForm<>(
                        "declined-at-screening",
                        DeclinedAtScreening.class,
                        (event, out) -> out.code("note", event.note()),
                        in -> new DeclinedAtScreening(in.made("note", Sha256::new))),
                new EventForm<>(
                        "round-opened",
                        RoundOpened.class,
                        (event, out) -> out.number("round", event.round())
                                .number("revision", event.revision())
                                .list("seats", event.seats(), SubmissionEventForms::seatObject),
                        in -> new RoundOpened(
                                in.small("round"),
                                in.small("revision"),
                                in.list(
                                        "seats",
                                        (seat, at) -> FieldReader.object(seat, at, SubmissionEventForms::seat)))),
                new EventForm<>(
                        "seat-filled",
                        SeatFilled.class,
                        (event, out) -> out.number("round", event.round())
                                .object("seat", event.seat(), SubmissionEventForms::seat),
                        in -> new SeatFilled(in.small("round"), in.object("seat", SubmissionEventForms::seat))),
                new EventForm<>(
                        "seat-replaced",
                        SeatReplaced.class,
                        (event, out) -> out.number("round", event.round())
                                .number("former", event.former())
                                .object("seat", event.seat(), SubmissionEventForms::seat),
                        in -> new SeatReplaced(
                                in.small("round"), in.small("former"), in.object("seat", SubmissionEventForms::seat))),
                new EventForm<>(
                        "seat-accepted",
                        SeatAccepted.class,
                        (event, out) -> out.number("round", event.round()).number("seat", event.seat()),
                        in -> new SeatAccepted(in.small("round"), in.small("seat"))),
                new EventForm<>(
                        "seat-declined",
                        SeatDeclined.class,
                        (event, out) -> out.number("round", event.round())
                                .number("seat", event.seat())
                                .code("note", event.note()),
                        in -> new SeatDeclined(in.small("round"), in.small("seat"), in.madeIfAny("note", Sha256::new))),
                new EventForm<>(
                        "seat-recused",
                        SeatRecused.class,
                        (event, out) -> out.number("round", event.round())
                                .number("seat", event.seat())
                                .list("reasons", event.reasons(), SubmissionEventForms::reason)
                                .code("note", event.note()),
                        in -> new SeatRecused(
                                in.small("round"),
                                in.small("seat"),
                                in.list("reasons", FieldReader.made(SubmissionEventForms::reason)),
                                in.madeIfAny("note", Sha256::new))),
                new EventForm<>(
                        "reviewed",
                        Reviewed.class,
                        (event, out) -> out.number("round", event.round())
                                .number("seat", event.seat())
                                .code("digest", event.digest())
                                .code("outcome", event.outcome().code())
                                .code("note", event.note()),
                        in -> new Reviewed(
                                in.small("round"),
                                in.small("seat"),
                                in.made("digest", ContentDigest::parse),
                                in.code("outcome", ReviewOutcome::find),
                                in.made("note", Sha256::new))),
                new EventForm<>(
                        "judged",
                        Judged.class,
                        (event, out) -> out.number("round", event.round())
                                .object("policy", event.policy(), SubmissionEventForms::policy)
                                .code("digest", event.digest())
                                .code("outcome", event.outcome().code())
                                .list("approvals", event.approvals(), seat -> seat),
                        in -> new Judged(
                                in.small("round"),
                                in.object("policy", SubmissionEventForms::policy),
                                in.made("digest", ContentDigest::parse),
                                in.code("outcome", VerdictOutcome::find),
                                in.numbers("approvals"))),
                new EventForm<>(
                        "withdrawn",
                        Withdrawn.class,
                        (event, out) -> out.code("note", event.note()),
                        in -> new Withdrawn(in.madeIfAny("note", Sha256::new))),
                new EventForm<>(
                        "featured",
                        Featured.class,
                        (event, out) -> out.number("revision", event.revision())
                                .list("sentences", event.sentences().entrySet(), SubmissionEventForms::sentenceObject),
                        in -> new Featured(in.small("revision"), sentences(in))),
                new EventForm<>("unfeatured", Unfeatured.class, (event, out) -> {}, in -> new Unfeatured()),
                new EventForm<>(
                        "retracted",
                        Retracted.class,
                        (event, out) -> out.code("note", event.note()),
                        in -> new Retracted(in.made("note", Sha256::new))),
                new EventForm<>(
                        "represented",
                        Represented.class,
                        (event, out) -> out.code("person", event.person()).code("note", event.note()),
                        in -> new Represented(in.made("person", PersonId::new), in.made("note", Sha256::new))));
    }

    private static void started(Started event, FieldWriter out) {
        out.code("kind", event.kind().code())
                .code("submitter", event.submitter())
                .set("organisations", event.organisations(), OrganisationId::value)
                .object("policy", event.policy(), SubmissionEventForms::policy);
    }

    private static void policy(PolicyRef policy, FieldWriter out) {
        out.text("id", policy.id()).number("version", policy.version());
    }

    private static PolicyRef policy(FieldReader in) {
        return new PolicyRef(in.text("id"), in.small("version"));
    }

    private static Object seatObject(Seating seat) {
        return FieldWriter.object(seat, SubmissionEventForms::seat);
    }

    private static void seat(Seating seat, FieldWriter out) {
        out.number("number", seat.number())
                .code("person", seat.person())
                .code("sector", seat.sector().code())
                .set("organisations", seat.organisations(), OrganisationId::value)
                .time("due", seat.due())
                .flag("declared", seat.declared())
                .flag("further", seat.further());
    }

    private static Seating seat(FieldReader in) {
        return new Seating(
                in.small("number"),
                in.made("person", PersonId::new),
                in.code("sector", PeopleEventForms::sector),
                in.set("organisations", OrganisationId::new),
                in.time("due"),
                in.flag("declared"),
                in.flag("further"));
    }

    private static Object sentenceObject(Map.Entry<Language, Sha256> sentence) {
        return FieldWriter.object(
                sentence, (one, out) -> out.code("language", one.getKey().tag()).code("note", one.getValue()));
    }

    /** Refuses what isn't as it would be written: another order, or a language twice. */
    private static SortedMap<Language, Sha256> sentences(FieldReader in) {
        SortedMap<Language, Sha256> sentences = new TreeMap<>();
        in.list("sentences", (one, at) -> FieldReader.object(one, at, SubmissionEventForms::sentence))
                .forEach(one -> {
                    if (!sentences.isEmpty() && sentences.lastKey().compareTo(one.getKey()) >= 0) {
                        throw new IllegalArgumentException("the languages of sentences are in order, each once");
                    }
                    sentences.put(one.getKey(), one.getValue());
                });
        return sentences;
    }

    private static Map.Entry<Language, Sha256> sentence(FieldReader in) {
        return Map.entry(in.made("language", Language::new), in.made("note", Sha256::new));
    }

    /** Refuses what is no code: free text could name somebody, and would be here for ever. */
    private static String reason(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("this is no code of a reason: \"" + code + "\"");
        }
        return code;
    }
}
