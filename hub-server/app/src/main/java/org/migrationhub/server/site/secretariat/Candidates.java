package org.migrationhub.server.site.secretariat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.people.Absence;
import org.migrationhub.core.review.Reason;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.server.site.page.Linked;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;
import org.migrationhub.server.site.secretariat.CandidatesView.Objection;

/** Says what speaks for and against somebody, in words. Not thread-safe. */
final class Candidates {

    private static final Pattern LOAD = Pattern.compile("([0-9]{1,9}) of ([0-9]{1,9})");

    private final Visit visit;
    private final Voice voice;
    private final Names names;
    private final Times times;
    private final SortedSet<Language> written;

    /**
     * Speaks on a page.
     *
     * @param written the languages of the item
     */
    Candidates(Visit visit, SortedSet<Language> written) {
        this.visit = visit;
        this.voice = visit.voice();
        this.names = new Names(visit);
        this.times = new Times(voice, visit.ask().now());
        this.written = written;
    }

    CandidatesView.Person person(Roster.Fit fit, boolean chosen) {
        return new CandidatesView.Person(
                fit.id().value(),
                names.name(fit.person()),
                visit.at().to(Names.PEOPLE + "/" + fit.id()),
                voice.say("sector." + fit.eligibility().sector().code()),
                fit.isFree(),
                chosen,
                reasons(fit),
                fit.eligibility().reasons().stream()
                        .map(reason -> objection(fit, reason))
                        .toList());
    }

    private List<CandidatesView.Reason> reasons(Roster.Fit fit) {
        List<CandidatesView.Reason> reasons = new ArrayList<>();
        add(reasons, "secretariat.candidate.at", organisations(fit));
        add(reasons, "secretariat.candidate.expert", objectives(fit.expertise()));
        add(reasons, "secretariat.candidate.reads", languages(fit.languages()));
        add(
                reasons,
                "secretariat.candidate.load",
                List.of(load(fit.eligibility().openSeats(), fit.entry().capacity())));
        return reasons;
    }

    private void add(List<CandidatesView.Reason> reasons, String key, List<Said> values) {
        if (!values.isEmpty()) {
            reasons.add(new CandidatesView.Reason(voice.say(key), values));
        }
    }

    private List<Said> organisations(Roster.Fit fit) {
        return names.organisations(fit.person().affiliations().organisationsAt(times.now())).stream()
                .map(Linked::said)
                .toList();
    }

    private List<Said> objectives(Collection<Objective> objectives) {
        return objectives.stream().map(voice::label).toList();
    }

    private List<Said> languages(Collection<Language> languages) {
        return languages.stream().map(voice::name).toList();
    }

    private Said load(long open, long capacity) {
        return voice.plain("secretariat.load", voice.number(open), voice.number(capacity));
    }

    private Objection objection(Roster.Fit fit, Reason reason) {
        return new Objection(
                voice.terms().reason(reason),
                evidence(fit, reason),
                voice.terms().remedy(reason));
    }

    private List<Said> evidence(Roster.Fit fit, Reason reason) {
        return switch (reason.code()) {
            case "conflict-declared", "same-organisation-as-submitter" -> named(reason.evidence());
            case "same-organisation-as-implementer", "same-organisation-as-partner" ->
                List.of(Said.unknown(reason.evidence()));
            case "wrong-language" -> languages(written);
            case "over-load" -> load(reason.evidence());
            case "absent" -> back(fit);
            default -> List.of();
        };
    }

    private List<Said> named(String ids) {
        return Arrays.stream(ids.split(", "))
                .flatMap(id -> OrganisationId.find(id).stream())
                .map(names::organisation)
                .map(Linked::said)
                .toList();
    }

    private List<Said> load(String evidence) {
        Matcher load = LOAD.matcher(evidence);
        return load.matches() ? List.of(load(Long.parseLong(load.group(1)), Long.parseLong(load.group(2)))) : List.of();
    }

    private List<Said> back(Roster.Fit fit) {
        Instant now = times.now();
        return fit.entry().absences().stream()
                .filter(absence -> absence.includes(now))
                .map(Absence::until)
                .map(until -> voice.plain("secretariat.until", times.day(until)))
                .toList();
    }
}
