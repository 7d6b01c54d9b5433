package org.migrationhub.core;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Acting.Proposal;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FormReport;
import org.migrationhub.core.content.FormRules;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.ForbiddenException;
import org.migrationhub.core.error.HubException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Change;
import org.migrationhub.core.review.Disclosure;
import org.migrationhub.core.review.Eligibility;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.Representation;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionActs;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Suggestion;
import org.migrationhub.core.search.Typed;
import org.migrationhub.core.storage.FeaturedPlace;
import org.migrationhub.core.storage.PersonQuery;
import org.migrationhub.core.storage.SubmissionQuery;
import org.migrationhub.core.storage.SubmissionSummary;
import org.migrationhub.core.vocabulary.Language;

/**
 * What one actor may do with submissions and published items. Every method either does what it says, stored before it
 * returns, or throws a {@link HubException} and changes nothing:
 *
 * <ul>
 *   <li>{@link NotFoundException} for what isn't there, and for what the actor may not know of,
 *   <li>{@link ForbiddenException} for what the actor's role and relation to the item don't allow,
 *   <li>{@link WrongStageException} for what isn't possible now,
 *   <li>{@link StaleVersionException} where {@link #ifVersion} was asked for and the submission has changed,
 *   <li>{@link RefusedException} for what a rule speaks against, with every reason.
 * </ul>
 *
 * <p>Acts of several actors on one submission happen one after the other: an act that was decided on what has changed
 * meanwhile is decided anew. Immutable and thread-safe.
 */
public final class Desk {

    /** How many characters a comment or reason may have. */
    public static final int MOST_IN_A_NOTE = 20_000;

    /** How many entries of a journal are read at once. */
    public static final int MOST_ENTRIES = 1000;

    private final Hub hub;
    private final Actor actor;
    private final @Nullable Long expected;
    private final @Nullable String given;
    private final Acting acting;
    private final Facts facts;
    private final Attachments attachments;
    private final PublicItems publicItems;
    private final Finding finding;

    Desk(Hub hub, Actor actor, @Nullable Long expected, @Nullable String given) {
        this.hub = hub;
        this.actor = actor;
        this.expected = expected;
        this.given = given;
        this.acting = new Acting(hub, actor, expected);
        this.facts = new Facts(hub.storage());
        this.attachments = new Attachments(hub.storage());
        this.publicItems = new PublicItems(hub.storage());
        this.finding = hub.finding();
    }

    /**
     * The same desk, whose acts are done only to a submission, or a record of {@link #people}, that is still at this
     * version. Whoever saves a draft, or hands one in, while something is typed that isn't saved may name the version of
     * that working copy, and must if it was typed by somebody else: they shall have seen what they drop.
     */
    public Desk ifVersion(long version) {
        return new Desk(hub, actor, version, given);
    }

    /**
     * The same desk, which gives this id to the one submission, organisation or person that it creates: for whoever must be
     * able to ask again without creating a second one. That there is one with this id is a {@link StaleVersionException}.
     *
     * @param id from {@link Hub#newId}, used for nothing else
     */
    public Desk creating(String id) {
        return new Desk(hub, actor, expected, id);
    }

    /** Organisations, persons and the roster. */
    public PeopleDesk people() {
        return new PeopleDesk(hub, actor, expected, given);
    }

    /** Many rows from elsewhere at once. */
    public ImportDesk imports() {
        return new ImportDesk(hub, actor, false);
    }

    /** What the actor has typed and not saved yet. */
    public WorkingCopyDesk workingCopies() {
        return new WorkingCopyDesk(hub, actor, expected);
    }

    /** The whole journal. */
    public JournalDesk journal() {
        return new JournalDesk(hub, actor);
    }

    /** The search index. */
    public IndexDesk index() {
        return new IndexDesk(hub, actor);
    }

    // What the actor may do at all.

    /**
     * Whether the actor has this hub-wide right: for whoever decides what to offer. What is done asks for itself.
     *
     * @throws ForbiddenException if the actor's data was erased
     */
    public boolean may(Right right) {
        return acting.may(right);
    }

    /**
     * Whether the actor has this right on a submission as it stands; never, if there is none.
     *
     * @throws ForbiddenException if the actor's data was erased
     */
    public boolean may(Right right, SubmissionId id) {
        hub.refuseErased(actor);
        return hub.storage()
                .submission(id)
                .filter(stored -> facts.dossier(stored, actor).may(right))
                .isPresent();
    }

    // What is public.

    /**
     * What the public finds at an item's address.
     *
     * @throws NotFoundException if it never was public
     */
    public PublicRecord published(SubmissionId id) {
        return publicItems.record(id);
    }

    /**
     * What a published revision of an item says that is public now: the present one, or one that was public before. What was
     * taken down is gone with all its revisions.
     *
     * @param revision its number, one of {@link PublicRecord.Published#versions}
     * @throws NotFoundException if the item isn't public, or that revision never was
     */
    public ContentItem published(SubmissionId id, int revision) {
        return publicItems.revision(id, revision);
    }

    /**
     * The public items that a query finds. A hit that the index still holds but that is public no longer is left out.
     */
    public SearchResult search(SearchQuery query) {
        return finding.search(query);
    }

    /**
     * The public items that are featured, the one that was featured last first. Those of which no sentence is left, since the
     * data of whoever wrote it was erased, are passed over.
     *
     * @param after only those after this place: the one of the last of the page before; null for the first page
     * @param most how many at most, up to {@value SearchQuery#MOST}
     */
    public List<PublicRecord.Published> featured(@Nullable FeaturedPlace after, int most) {
        return publicItems.featured(after, most);
    }

    /**
     * Public items that are like another one, the most alike first; none if the index can't say.
     *
     * @param id of the item
     * @param most how many at most, up to {@value SearchQuery#MOST}
     * @throws NotFoundException if the item isn't public
     */
    public List<PublicRecord.Published> similar(SubmissionId id, int most) {
        return finding.similar(publicItems.published(id).id(), most);
    }

    /**
     * How what is being typed may go on: terms of the vocabulary that some item has, then names of organisations and places,
     * then titles; every name and title as a public item has it now.
     *
     * @param typed what has been typed so far, as {@link Typed#of} takes it
     * @param preferred the reader's languages, the best first
     * @param most how many at most, 1 to {@value SearchQuery#MOST}
     */
    public List<Suggestion> suggest(String typed, List<Language> preferred, int most) {
        return finding.suggest(Typed.of(typed), typed, preferred, most);
    }

    /**
     * A file of the published revision of an item, for everybody.
     *
     * @param id of the item
     * @param digest of the file
     */
    public OpenedAttachment publishedAttachment(SubmissionId id, Sha256 digest) {
        return attachments.open(among(List.of(publicItems.published(id).content()), digest));
    }

    // What a submitter does.

    /**
     * Takes in a file, to be attached to an item that this actor submits, or acts on for its submitter. Unless an item refers to it by then, it is gone
     * some time after ({@link Hub#sweepAttachments}).
     *
     * @param name of the file, without any path
     * @param mediaType as it is declared, in any case, without parameters; the empty text if nothing is said
     * @param bytes of the file, read to the end unless it is refused; the caller closes the stream
     * @return what to put into the item, to which language and description may be added
     * @throws RefusedException with the pointers of an attachment's form: what is wrong with name and type before anything is
     *     read; {@code attachment.too-large} beyond {@link Attachment#MOST_BYTES}, {@code attachment.empty} and
     *     {@code attachment.content-mismatch} as soon as it is clear
     * @throws IOException if the stream can't be read to its end
     */
    public Attachment upload(String name, String mediaType, InputStream bytes) throws IOException {
        if (!may(Right.START_ON_BEHALF)) {
            acting.require(Right.START);
        }
        return attachments.store(name, mediaType, bytes, hub.now());
    }

    /** What is wrong with an item that this actor would submit, and what should be looked at. Stores nothing. */
    public FormReport check(ContentItem item) {
        acting.require(Right.START);
        return checked(item, facts.organisationsOf(acting.self(), hub.now()));
    }

    /** The same of what would be handed in to this submission, whoever of its submitter's side looks. */
    public FormReport check(SubmissionId id, ContentItem item) {
        return checked(
                item, acting.dossier(id).require(Right.SAVE_DRAFT).submission().organisations());
    }

    /** Saves an item as a new submission that nobody else sees until it is handed in. */
    public SubmissionView saveDraft(ContentItem item) {
        acting.require(Right.START);
        Refusing.refuseMalformed(item);
        Instant at = hub.now();
        attachments.hold(item, at);
        return acting.start(Proposal.of(start(item, at), item));
    }

    /** Submits an item: from here on the secretariat sees it. */
    public SubmissionView submit(ContentItem item) {
        acting.require(Right.START);
        Instant at = hub.now();
        checked(item, facts.organisationsOf(acting.self(), at)).orRefuse();
        Change started = start(item, at);
        Change submitted =
                started.after().act(facts.context(started.after(), item, at)).submit(ContentDigest.of(item));
        List<SubmissionEvent> events = new ArrayList<>(started.events());
        events.addAll(submitted.events());
        return acting.start(Proposal.of(new Change(submitted.after(), events, at), item));
    }

    /**
     * Saves a draft of a submission; what is in {@link #workingCopies} of it is dropped. What was handed in or is public stays
     * as it is. Where the draft says the same already, nothing happens to the submission.
     */
    public SubmissionView saveDraft(SubmissionId id, ContentItem item) {
        return acting.act(id, Act.SAVE_DRAFT, (dossier, at) -> {
            Refusing.refuseMalformed(item);
            Refusing.requireKind(dossier, item);
            attachments.hold(item, at);
            ContentDigest digest = ContentDigest.of(item);
            Change saved = dossier.submission().saveDraft(digest, at);
            if (dossier.submission().draft().equals(Optional.of(digest))) {
                workingCopies().dropAny(id);
                return Proposal.nothing(dossier.submission(), at);
            }
            return Proposal.of(saved, item);
        });
    }

    /** Hands in the saved draft of a submission: the first time, or as its next revision. */
    public SubmissionView submitDraft(SubmissionId id) {
        Dossier seen = acting.dossier(id).require(Right.SEE_DRAFT);
        Act act = seen.submission().revisions().isEmpty() ? Act.SUBMIT : Act.REVISE;
        return acting.act(id, act, (dossier, at) -> {
            ContentItem draft = dossier.draft();
            if (draft == null) {
                throw new RefusedException(
                        List.of(new Violation("", "draft.missing", "There is no draft to hand in.")));
            }
            return handIn(dossier, act, draft, at);
        });
    }

    /** Hands in a further revision. It voids the approvals of the last; what is public stays so meanwhile. */
    public SubmissionView revise(SubmissionId id, ContentItem item) {
        return acting.act(id, Act.REVISE, (dossier, at) -> handIn(dossier, Act.REVISE, item, at));
    }

    /**
     * Takes a submission back before it is public, or takes back the next revision of what is. What anybody of the submitter's
     * side has typed and not saved ends with it, seen or not: there is nothing left for which it could be saved.
     *
     * @param reason why; may be empty
     */
    public SubmissionView withdraw(SubmissionId id, String reason) {
        return acting.act(id, Act.WITHDRAW, (dossier, at) -> {
            Optional<Note> note = acting.optionalNote(id, reason);
            Change change =
                    acting.acts(dossier, at).withdraw(note.map(Note::digest).orElse(null));
            return Proposal.of(change, note.stream().toList());
        });
    }

    // What is done on a submitter's behalf.

    /**
     * Begins a submission for somebody who can't, or won't, use the site: saves an item as a new submission of theirs, on which
     * this actor acts on their behalf from then on. Until it is handed in, only they and the actor see it.
     *
     * @param submitter whose submission it is
     * @param item the working copy
     * @param reason how the submitter asked for it: told to them, and to whoever looks after the item
     * @throws NotFoundException if nobody is registered under this id
     * @throws RefusedException with {@code note.required}, {@code represents-oneself}, {@code represents-with-journal}, {@code person.erased}, or what is wrong
     *     with the item
     */
    public SubmissionView startOnBehalf(PersonId submitter, ContentItem item, String reason) {
        List<Violation> objections = whyNotStartingOnBehalf(submitter);
        Instant at = hub.now();
        SubmissionId id = newSubmission();
        Note note = new Note(acting.self(), id, reason);
        List<Violation> violations = new ArrayList<>(FormRules.malformed(item));
        violations.addAll(objections);
        violations.addAll(Refusing.malformed(note));
        if (note.isSilent()) {
            violations.add(Representation.REASON_REQUIRED);
        }
        Refusing.refuse(violations);
        attachments.hold(item, at);
        Change started = Submission.startOnBehalf(
                id,
                hub.policy(),
                item.kind(),
                submitter,
                facts.organisationsOf(submitter, at),
                new Representation(acting.self(), note.digest(), at),
                ContentDigest.of(item));
        return acting.start(new Proposal(started, List.of(item), List.of(note)));
    }

    /**
     * Why this actor begins no submission for somebody, whatever it would be; none if they may.
     *
     * @param submitter whose submission it would be
     * @return {@code represents-oneself}, {@code represents-with-journal}, {@code person.erased}
     * @throws ForbiddenException if no role of the actor's lets anybody do so
     * @throws NotFoundException if nobody is registered under this id
     */
    public List<Violation> whyNotStartingOnBehalf(PersonId submitter) {
        acting.require(Right.START_ON_BEHALF);
        if (hub.storage().person(submitter).isEmpty()) {
            throw new NotFoundException("person", submitter.value());
        }
        List<Violation> objections = new ArrayList<>(facts.whyNotRepresented("/submitter", submitter));
        objections.addAll(whyNotRepresenting());
        if (submitter.equals(actor.person())) {
            objections.add(Representation.ONESELF);
        }
        return List.copyOf(objections);
    }

    /**
     * Begins to act on the submitter's behalf, for good: whoever does so may do what the submitter may, and has no hand in the
     * review of this item any more. It begins before there is a panel: afterwards whoever looks after the item could have read
     * who reviews it, which its submitter's side may not know. It is refused to whoever had a hand in it already.
     *
     * @param id of the submission
     * @param reason how the submitter asked for it: told to them, and to whoever looks after the item
     */
    public SubmissionView represent(SubmissionId id, String reason) {
        return acting.act(id, Act.REPRESENT, (dossier, at) -> {
            Note note = acting.note(id, reason);
            Refusing.refuse(facts.whyNotRepresented("", dossier.submission().submitter()));
            Refusing.refuse(whyNotRepresenting());
            Change change = acting.acts(dossier, at).represent(acting.self(), hasActedOn(id), note);
            return Proposal.of(change, List.of(note));
        });
    }

    /** Whoever may read the journal of the whole hub reads there who reviews what. */
    private List<Violation> whyNotRepresenting() {
        return Dossier.isReaderOfJournal(actor)
                ? List.of(
                        new Violation(
                                "",
                                "represents-with-journal",
                                "You may read the journal of the whole hub, and in it who reviews; ask a colleague who may not."))
                : List.of();
    }

    private boolean hasActedOn(SubmissionId id) {
        return hub.storage().chain(ChainId.of(id), 0, Integer.MAX_VALUE).stream()
                .anyMatch(fed -> acting.self().equals(fed.entry().actor().person()));
    }

    // What the secretariat does.

    /** Returns a submission to its submitter at screening, saying what to change. */
    public SubmissionView returnToSubmitter(SubmissionId id, String text) {
        return acting.noted(id, Act.RETURN, text, SubmissionActs::returnToSubmitter);
    }

    /** Declines a submission at screening, saying why. */
    public SubmissionView decline(SubmissionId id, String text) {
        return acting.noted(id, Act.DECLINE, text, SubmissionActs::decline);
    }

    /**
     * Who on the roster could be seated, each with every reason against it, by id.
     *
     * @param id of the submission
     * @param roster which page of the roster
     */
    public List<Eligibility> candidates(SubmissionId id, PersonQuery roster) {
        Dossier dossier = acting.dossier(id).require(Right.SEE_CANDIDATES);
        Disclosure item = facts.disclosure(dossier.submission(), dossier.revision(), hub.now());
        Submission submission = dossier.submission();
        List<Person> people = hub.storage().people(new PersonQuery(true, roster.after(), roster.limit()));
        Map<PersonId, Integer> openSeats =
                acting.loads().of(people.stream().map(Person::id).collect(Collectors.toSet()));
        return people.stream()
                .map(person -> facts.candidate(person, openSeats.getOrDefault(person.id(), 0)))
                .map(candidate -> submission.policy().eligibility(candidate, item, submission.rounds(), hub.now()))
                .toList();
    }

    /**
     * On how many items each of these persons has yet to review, as far as the actor may know: by this number, which leaves out
     * seats on panels that are hidden from the actor, the actor's candidates are judged, too.
     */
    public Map<PersonId, Integer> openSeats(Set<PersonId> people) {
        acting.require(Right.SEE_QUEUES);
        return acting.loads().of(people);
    }

    /** Seats a full panel, which opens a round. */
    public SubmissionView seatPanel(SubmissionId id, List<PersonId> reviewers) {
        return acting.seating(id, Act.SEAT_PANEL, reviewers, acts -> acts.seatPanel(reviewers));
    }

    /** Fills a vacancy of the panel. */
    public SubmissionView fillSeat(SubmissionId id, PersonId reviewer) {
        return acting.seating(id, Act.FILL_SEAT, List.of(reviewer), acts -> acts.fillSeat(reviewer));
    }

    /** Replaces somebody who has not reviewed. */
    public SubmissionView replaceSeat(SubmissionId id, int seat, PersonId reviewer) {
        return acting.seating(id, Act.REPLACE_SEAT, List.of(reviewer), acts -> acts.replaceSeat(seat, reviewer));
    }

    /** Seats the one further reviewer whose review decides a tie, where the policy knows that. */
    public SubmissionView seatFurther(SubmissionId id, PersonId reviewer) {
        return acting.seating(id, Act.SEAT_FURTHER, List.of(reviewer), acts -> acts.seatFurther(reviewer));
    }

    /** Ends a round that can no longer lead to publication, or whose tie shall not be broken. */
    public SubmissionView closeRound(SubmissionId id) {
        return acting.plain(id, Act.CLOSE_ROUND, SubmissionActs::closeRound);
    }

    /**
     * Features what is public: it is shown before others, with a sentence on what came of it. Featured already, it is from
     * now on in these words. Once another revision is public it is featured no longer, since the sentence was about the one
     * before; {@link SubmissionView#featured} keeps what was said for whoever looks whether it still holds.
     *
     * @param id of the item
     * @param sentences by official language; one at least
     * @throws RefusedException with {@code sentence.required}, {@code sentence.several}, {@code sentence.language} and what
     *     makes a text malformed, under {@code /sentences/} and the language
     */
    public SubmissionView feature(SubmissionId id, SortedMap<Language, String> sentences) {
        return acting.act(id, Act.FEATURE, (dossier, at) -> {
            Refusing.refuseMalformed(sentences);
            SortedMap<Language, Note> notes = new TreeMap<>();
            sentences.forEach((language, text) -> notes.put(language, new Note(acting.self(), id, text)));
            Change change = acting.acts(dossier, at).feature(notes);
            return new Proposal(
                    change, List.of(), notes.values().stream().distinct().toList());
        });
    }

    /** Takes back that an item is featured. */
    public SubmissionView unfeature(SubmissionId id) {
        return acting.plain(id, Act.UNFEATURE, SubmissionActs::unfeature);
    }

    /** Takes down what is public; its address keeps a tombstone with the reason. */
    public SubmissionView retract(SubmissionId id, String reason) {
        return acting.noted(id, Act.RETRACT, reason, SubmissionActs::retract);
    }

    // What a reviewer does.

    /** Declares that the actor has no conflict of interest with the item, and takes the seat. */
    public SubmissionView acceptSeat(SubmissionId id) {
        return acting.plain(id, Act.ACCEPT_SEAT, acts -> acts.acceptSeat(acting.self()));
    }

    /**
     * Says that the actor can't take part.
     *
     * @param reason to the secretariat; may be empty
     */
    public SubmissionView declineSeat(SubmissionId id, String reason) {
        return acting.leaving(id, Act.DECLINE_SEAT, reason, (acts, note) -> acts.declineSeat(acting.self(), note));
    }

    /**
     * Declares a conflict of interest. The seat falls vacant, and a review filed from it counts no longer.
     *
     * @param reason to the secretariat; may be empty
     */
    public SubmissionView recuse(SubmissionId id, String reason) {
        return acting.leaving(id, Act.RECUSE, reason, (acts, note) -> acts.recuse(acting.self(), note));
    }

    /**
     * Whether the actor has left a seat of the last panel by this act, for this very reason: whoever did sees nothing of the
     * submission any more, and may have to ask again whether it was done. To anybody else it is as if there was no submission.
     *
     * @param act {@link Act#DECLINE_SEAT} or {@link Act#RECUSE}
     * @param reason as it was given; may be empty
     */
    public boolean hasLeft(SubmissionId id, Act act, String reason) {
        hub.refuseErased(actor);
        return acting.hasLeft(id, act, reason);
    }

    /**
     * Files a review of exactly the revision with this digest. The last one that was awaited decides the round.
     *
     * @param id of the submission
     * @param digest of the revision that the actor has read
     * @param outcome what the actor says of it
     * @param comments why; needed unless it is an approval
     */
    public SubmissionView review(SubmissionId id, ContentDigest digest, ReviewOutcome outcome, Comments comments) {
        return acting.act(id, Act.REVIEW, (dossier, at) -> {
            Note note = new Note(acting.self(), id, comments.text(), comments.toSecretariat(), comments.remarks());
            Refusing.refuseMalformed(note);
            Change change = acting.acts(dossier, at).review(acting.self(), digest, outcome, note);
            return Proposal.of(change, List.of(note));
        });
    }

    // What several may read.

    /** A submission as the actor may see it. */
    public SubmissionView view(SubmissionId id) {
        return new Views(hub.storage()).of(acting.dossier(id).require(Right.SEE_STATUS), hub.now());
    }

    /**
     * What a conflict of interest is judged by: submitter, organisations and persons in the last revision. Nobody's address
     * is told; names are, but to the submitter's side, who could find out by ids whose they are.
     */
    public Disclosure disclosure(SubmissionId id) {
        Dossier dossier = acting.dossier(id).require(Right.SEE_DISCLOSURE);
        Disclosure whole = facts.disclosure(dossier.submission(), dossier.shown(), hub.now());
        return dossier.relation().isSubmitting() ? whole.withoutProfiles() : whole.withoutAddresses();
    }

    /** The last revision that was handed in. */
    public ContentItem content(SubmissionId id) {
        return acting.dossier(id).require(Right.SEE_CONTENT).revision();
    }

    /** A revision by its number: to see what has changed since. */
    public ContentItem content(SubmissionId id, int revision) {
        Submission submission = acting.dossier(id).require(Right.SEE_CONTENT).submission();
        if (revision < 1 || revision > submission.revisions().size()) {
            throw new NotFoundException("revision", id + "/" + revision);
        }
        return facts.content(submission.revisions().get(revision - 1).digest());
    }

    /** The draft as it was saved last. */
    public ContentItem draft(SubmissionId id) {
        ContentItem draft = acting.dossier(id).require(Right.SEE_DRAFT).draft();
        if (draft == null) {
            throw new NotFoundException("draft", id.value());
        }
        return draft;
    }

    /**
     * A file of a revision or, for its submitter's side, of the draft, if it could be handed in: to whoever may read what it
     * belongs to.
     *
     * @param id of the submission
     * @param digest of the file
     */
    public OpenedAttachment attachment(SubmissionId id, Sha256 digest) {
        Dossier dossier = acting.dossier(id).require(Right.SEE_CONTENT);
        ContentItem draft = dossier.may(Right.SEE_DRAFT) ? dossier.draft() : null;
        return Stream.ofNullable(draft)
                .flatMap(copy -> find(copy, digest).stream())
                .flatMap(file -> attachments.openUnchecked(file, hub.now()).stream())
                .findFirst()
                .orElseGet(() -> attachments.open(among(revisions(dossier), digest)));
    }

    /**
     * What happened to a submission, in order.
     *
     * @param id of the submission
     * @param after the entry after which to go on: its place in the submission's chain, or 0 for the beginning
     * @param limit at most so many, up to {@value #MOST_ENTRIES}
     */
    public List<Entry> journal(SubmissionId id, long after, int limit) {
        acting.dossier(id).require(Right.SEE_JOURNAL);
        int most = Math.max(1, Math.min(limit, MOST_ENTRIES));
        return hub.storage().chain(ChainId.of(id), after, most).stream()
                .map(FeedEntry::entry)
                .toList();
    }

    /**
     * What was written with entries of a submission's journal, by their places in its chain: to the submitter or the public or,
     * where somebody gave up a seat, to the secretariat. A review's words stand with its panel. Nothing is there of an entry
     * with which nothing was written, or whose words were erased with their author.
     *
     * @param id of the submission
     * @param entries of its journal
     */
    public Map<Long, String> words(SubmissionId id, List<Entry> entries) {
        acting.dossier(id).require(Right.SEE_JOURNAL);
        Map<Long, String> words = new TreeMap<>();
        entries.forEach(entry -> written(entry)
                .filter(note -> note.submission().equals(id))
                .map(note -> note.text().isEmpty() ? note.toSecretariat() : note.text())
                .filter(text -> !text.isBlank())
                .ifPresent(text -> words.put(entry.sequence(), text)));
        return words;
    }

    private Optional<Note> written(Entry entry) {
        return entry.event() instanceof SubmissionEvent event && !(event instanceof SubmissionEvent.Reviewed)
                ? Optional.ofNullable(event.note()).flatMap(hub.storage()::note)
                : Optional.empty();
    }

    /** The contents of all revisions, the last first. */
    private List<ContentItem> revisions(Dossier dossier) {
        List<ContentItem> contents = new ArrayList<>();
        dossier.submission().revisions().forEach(revision -> contents.add(0, facts.content(revision.digest())));
        return contents;
    }

    private static Attachment among(List<ContentItem> contents, Sha256 digest) {
        return contents.stream()
                .flatMap(content -> find(content, digest).stream())
                .findFirst()
                .orElseThrow(() -> new NotFoundException("attachment", digest.hex()));
    }

    private static Optional<Attachment> find(ContentItem content, Sha256 digest) {
        return content.attachments().stream()
                .filter(file -> file.sha256().equals(digest))
                .findFirst();
    }

    /**
     * What the actor has submitted, or acts on for its submitter, newest first. Of the query only stages and page count: it
     * can't ask who reviews.
     */
    public List<SubmissionSummary> mySubmissions(SubmissionQuery page) {
        hub.refuseErased(actor);
        return listing().by(acting.self(), page);
    }

    /** Where the actor's review is awaited, newest first. Of the query only stages and page count. */
    public List<SubmissionSummary> myReviews(SubmissionQuery page) {
        hub.refuseErased(actor);
        return listing().awaiting(acting.self(), page);
    }

    /**
     * What the actor has reviewed, as far as they may know of it still, newest first. Of the query only stages and page
     * count.
     */
    public List<SubmissionSummary> myReviewed(SubmissionQuery page) {
        hub.refuseErased(actor);
        return listing().reviewedBy(acting.self(), page);
    }

    /**
     * The submissions that were handed in, for those who look after them. Drafts are in no list but their submitter's, and
     * nobody learns from a list who reviews, or is late with, what they submitted themselves.
     */
    public List<SubmissionSummary> submissions(SubmissionQuery query) {
        acting.require(Right.SEE_QUEUES);
        return listing().handedIn(query);
    }

    private Listing listing() {
        return new Listing(hub.storage(), actor);
    }

    // What several acts need.

    private Change start(ContentItem item, Instant at) {
        return Submission.start(
                newSubmission(),
                hub.policy(),
                item.kind(),
                acting.self(),
                facts.organisationsOf(acting.self(), at),
                ContentDigest.of(item),
                at);
    }

    private SubmissionId newSubmission() {
        return new SubmissionId(given == null ? hub.newId() : given);
    }

    private Proposal handIn(Dossier dossier, Act act, ContentItem item, Instant at) {
        Refusing.requireKind(dossier, item);
        checked(item, dossier.submission().organisations()).orRefuse();
        SubmissionActs acts = dossier.submission().act(facts.context(dossier.submission(), item, at));
        ContentDigest digest = ContentDigest.of(item);
        return Proposal.of(act == Act.SUBMIT ? acts.submit(digest) : acts.revise(digest), item);
    }

    private FormReport checked(ContentItem item, SortedSet<OrganisationId> own) {
        return new Forms(hub.storage()).check(item, own, hub.now());
    }
}
