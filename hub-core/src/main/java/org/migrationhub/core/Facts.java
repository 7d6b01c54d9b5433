package org.migrationhub.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.review.Candidate;
import org.migrationhub.core.review.Disclosure;
import org.migrationhub.core.review.ReviewContext;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.storage.Words;

/** Gathers from the storage what the rules are to decide on. Thread-safe. */
final class Facts {

    private final HubStorage storage;

    Facts(HubStorage storage) {
        this.storage = storage;
    }

    /** The submission as it lies before the actor. */
    Dossier dossier(SubmissionId id, Actor actor) {
        return dossier(
                storage.submission(id).orElseThrow(() -> new NotFoundException("submission", id.value())), actor);
    }

    /** The same of one that is at hand. */
    Dossier dossier(Stored<Submission> stored, Actor actor) {
        Submission submission = stored.value();
        ContentItem handedIn =
                submission.revision().map(last -> content(last.digest())).orElse(null);
        ContentItem draft =
                submission.draft().map(digest -> draft(submission, digest)).orElse(null);
        return new Dossier(
                submission, stored.head(), handedIn, draft, actor, Dossier.relation(actor, submission, handedIn));
    }

    /** What a decision about this content of a submission rests on. */
    ReviewContext context(Submission submission, ContentItem content, Instant at) {
        return new ReviewContext(disclosure(submission, content, at), this::candidate, at);
    }

    /**
     * What the content of a submission discloses, with the bodies that named bodies are part of. The submitter's bodies are
     * those of the time when the submission was started, and those of now; those of who represents the submitter, who writes
     * down what the submitter says, have no part in it.
     */
    Disclosure disclosure(Submission submission, ContentItem content, Instant at) {
        SortedSet<OrganisationId> submitting = new TreeSet<>(submission.organisations());
        submitting.addAll(organisationsOf(submission.submitter(), at));
        List<Profile> named = new ArrayList<>();
        profile(submission.submitter()).ifPresent(named::add);
        submission.representations().forEach(one -> profile(one.person()).ifPresent(named::add));
        content.namedPersons().forEach(person -> profile(person).ifPresent(named::add));
        Disclosure plain = Disclosure.of(content, submission.submitter(), submitting, named)
                .on(submission);
        return new Disclosure(
                plain.submitter(),
                plain.representatives(),
                plain.submittingOrganisations(),
                withWider(plain.implementers()),
                withWider(plain.partners()),
                plain.namedPersons(),
                plain.namedProfiles(),
                plain.languages());
    }

    /** What the eligibility rules need to know of a person; of an unknown one, that there is nothing to know. */
    Candidate candidate(PersonId id) {
        return candidate(id, storage.openSeats(Set.of(id)));
    }

    /** The same with the open seats that are told of. */
    Candidate candidate(PersonId id, Map<PersonId, Integer> openSeats) {
        Person person = storage.person(id).map(Stored::value).orElseGet(() -> new Person(id, Profile.ERASED));
        return candidate(person, openSeats.getOrDefault(id, 0));
    }

    /** The same of a person whose record is at hand. */
    Candidate candidate(Person person, int openSeats) {
        Set<OrganisationId> history = new TreeSet<>();
        person.affiliations().history().stream().map(Affiliation::organisation).forEach(history::add);
        if (person.roster() != null) {
            history.addAll(person.roster().conflicts());
        }
        return new Candidate(person, List.copyOf(family(history).values()), openSeats);
    }

    /** The organisations to which a person belongs, and those that they are part of. */
    SortedSet<OrganisationId> organisationsOf(@Nullable PersonId person, Instant at) {
        Set<OrganisationId> own = person == null
                ? Set.of()
                : storage.person(person)
                        .map(stored -> stored.value().affiliations().organisationsAt(at))
                        .orElseGet(TreeSet::new);
        SortedSet<OrganisationId> all = new TreeSet<>(own);
        all.addAll(family(own).keySet());
        return all;
    }

    /** The records of these organisations. */
    List<Organisation> organisations(Set<OrganisationId> ids) {
        return ids.stream()
                .flatMap(id -> storage.organisation(id).stream())
                .map(Stored::value)
                .toList();
    }

    /** Why nobody can begin to act on this person's behalf: their data was erased, at their request. */
    List<Violation> whyNotRepresented(String path, PersonId submitter) {
        boolean erased = storage.person(submitter)
                .filter(stored -> stored.value().erased())
                .isPresent();
        return erased
                ? List.of(new Violation(path, "person.erased", "This person's data was erased on request."))
                : List.of();
    }

    /** Why nobody goes on with what they did on this submitter's behalf; nothing speaks against anybody else's acts. */
    List<Violation> whyNotGoingOn(Submission submission, @Nullable PersonId actor) {
        return submission.isRepresentedBy(actor) ? whyNotRepresented("", submission.submitter()) : List.of();
    }

    ContentItem content(ContentDigest digest) {
        return storage.content(digest)
                .orElseThrow(() -> new IllegalStateException("The content " + digest + " is missing in the storage"));
    }

    /** A draft goes with the data of its submitter; whoever acted for them finds nothing in its place. */
    private ContentItem draft(Submission submission, ContentDigest digest) {
        return storage.content(digest)
                .or(() -> whyNotRepresented("", submission.submitter()).stream()
                        .findFirst()
                        .map(erased -> Words.forgotten(submission.kind())))
                .orElseGet(() -> content(digest));
    }

    private Optional<Profile> profile(PersonId person) {
        return storage.person(person).map(stored -> stored.value().profile());
    }

    /** The records of these organisations and of all that they are part of. */
    private Map<OrganisationId, Organisation> family(Set<OrganisationId> ids) {
        Map<OrganisationId, Organisation> found = new LinkedHashMap<>();
        List<OrganisationId> open = new ArrayList<>(ids);
        for (int next = 0; next < open.size(); next++) {
            Organisation body =
                    storage.organisation(open.get(next)).map(Stored::value).orElse(null);
            if (body != null && found.put(body.id(), body) == null && body.partOf() != null) {
                open.add(body.partOf());
            }
        }
        return found;
    }

    private List<OrganisationRef> withWider(List<OrganisationRef> references) {
        List<OrganisationRef> wider = new ArrayList<>(references);
        for (OrganisationRef reference : references) {
            OrganisationId id = reference.id();
            if (id != null) {
                family(Set.of(id)).values().stream()
                        .filter(body -> !body.id().equals(id))
                        .map(body -> OrganisationRef.of(body.id(), body.name()))
                        .forEach(wider::add);
            }
        }
        return wider;
    }
}
