package org.migrationhub.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.kit.SequentialIds;
import org.migrationhub.core.kit.SettableClock;
import org.migrationhub.core.notice.RecordingNotifier;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.InMemoryStorage;
import org.migrationhub.core.vocabulary.Language;

/**
 * A hub in which everybody of {@link Samples} is known by their own id, on a clock that stands still, with the steps of a
 * submission's way in one line each. Everything is done through the facade. Ana submits, Sam is the secretariat, Ada runs
 * the installation, Uma, Noel and Nina are a good panel.
 */
public final class World {

    /** Says what to mend; enough for a refusal. */
    public static final Comments MEND = Comments.toSubmitter("Please say who paid for it.");

    /** What came of a sample, in two languages. */
    public static final SortedMap<Language, String> SENTENCE = new TreeMap<>(Map.of(
            Language.EN, "Sample: a thousand people found work.", Language.FR, "Exemple : mille personnes employées."));

    private final SettableClock clock = new SettableClock();
    private final RecordingNotifier told = new RecordingNotifier();
    private final ForeseenIds ids = new ForeseenIds();
    private final HubStorage storage = new InMemoryStorage();
    private final Hub hub;

    private World(UnaryOperator<Hub.Builder> parts) {
        this.hub = parts.apply(Hub.builder()
                        .storage(storage)
                        .notifier(told)
                        .clock(clock)
                        .ids(ids))
                .build();
    }

    /** Under the policy that a hub has unless said. */
    public static World standard() {
        return of(parts -> parts);
    }

    /** Under this policy. */
    public static World under(ReviewPolicy policy) {
        return of(parts -> parts.policy(policy));
    }

    /** With other parts of the hub than those in memory. */
    public static World of(UnaryOperator<Hub.Builder> parts) {
        World world = empty(parts);
        Samples.organisations().forEach(world::add);
        Samples.persons().forEach(world::add);
        Samples.files().forEach(world::upload);
        return world;
    }

    /** The same before anybody is known. */
    public static World empty(UnaryOperator<Hub.Builder> parts) {
        return new World(parts);
    }

    public Hub hub() {
        return hub;
    }

    public SettableClock clock() {
        return clock;
    }

    /** What was told by the notifier that a world has unless said. */
    public RecordingNotifier told() {
        return told;
    }

    /** Where a world keeps everything unless said. */
    public HubStorage storage() {
        return storage;
    }

    // Who acts.

    public Desk visitor() {
        return hub.as(Actor.visitor());
    }

    /** The submitter. */
    public Desk ana() {
        return hub.as(Actor.contributor(Samples.ANA.id()));
    }

    /** The secretariat. */
    public Desk sam() {
        return hub.as(Actor.secretariat(Samples.SAM.id()));
    }

    /** The administrator. */
    public Desk ada() {
        return hub.as(Actor.administrator(Samples.ADA.id()));
    }

    public Desk reviewer(Person person) {
        return hub.as(Actor.reviewer(person.id()));
    }

    public Desk as(Person person, Role... roles) {
        return hub.as(Actor.of(person.id(), roles));
    }

    // Who is known.

    /** Registers the body under its own id. */
    public void add(Organisation body) {
        ids.next(body.id().value());
        String[] aliases = body.aliases().toArray(String[]::new);
        OrganisationId id = keeper().addOrganisation(body.name(), body.sector(), aliases);
        if (body.partOf() != null) {
            keeper().updateOrganisation(body);
        }
        if (!id.equals(body.id())) {
            throw new IllegalStateException("Another id was foreseen: " + id);
        }
    }

    /** Registers the person under their own id, with affiliations from now on, and on the roster where they have an entry. */
    public void add(Person person) {
        ids.next(person.id().value());
        keeper().register(person.profile().name(), person.profile().email());
        person.affiliations()
                .history()
                .forEach(held -> keeper().addAffiliation(person.id(), held.organisation(), held.sector()));
        RosterEntry entry = person.roster();
        if (entry != null) {
            keeper().enrol(person.id(), entry);
        }
    }

    /** Where records are kept, by nobody of whom there is a record. */
    public PeopleDesk keeper() {
        return hub.as(Actor.administrator(new PersonId("keeper"))).people();
    }

    /** Ana uploads the sample file of this name. */
    public Attachment upload(String name) {
        return upload(name, Samples.file(name));
    }

    /** Ana uploads these bytes under this name. */
    public Attachment upload(String name, byte[] bytes) {
        try {
            return ana().upload(name, "", new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The steps of a submission's way.

    /** Ana submits the item. */
    public SubmissionId submit(ContentItem item) {
        return ana().submit(item).id();
    }

    /** Sam seats these. */
    public void seat(SubmissionId id, Person... panel) {
        sam().seatPanel(id, ids(panel));
    }

    public void accept(SubmissionId id, Person... panel) {
        for (Person person : panel) {
            reviewer(person).acceptSeat(id);
        }
    }

    public void approve(SubmissionId id, Person... panel) {
        for (Person person : panel) {
            review(id, person, ReviewOutcome.APPROVE, Comments.NONE);
        }
    }

    public void refuse(SubmissionId id, Person... panel) {
        for (Person person : panel) {
            review(id, person, ReviewOutcome.REQUEST_CHANGES, MEND);
        }
    }

    public SubmissionView review(SubmissionId id, Person person, ReviewOutcome outcome, Comments comments) {
        Desk desk = reviewer(person);
        return desk.review(id, ContentDigest.of(desk.content(id)), outcome, comments);
    }

    /** The digest of the last revision. */
    public ContentDigest digest(SubmissionId id) {
        return ContentDigest.of(sam().content(id));
    }

    /** A submission with these seated, who have all accepted. */
    public SubmissionId inReview(ContentItem item, Person... panel) {
        SubmissionId id = submit(item);
        seat(id, panel);
        accept(id, panel);
        return id;
    }

    /** A submission with Uma, Noel and Nina seated, who have all accepted. */
    public SubmissionId inReview(ContentItem item) {
        return inReview(item, Samples.UMA, Samples.NOEL, Samples.NINA);
    }

    /** An item that Uma, Noel and Nina have let through. */
    public SubmissionId publish(ContentItem item) {
        SubmissionId id = inReview(item);
        approve(id, Samples.UMA, Samples.NOEL, Samples.NINA);
        return id;
    }

    /** What everybody can read; fails if nothing is public. */
    public PublicRecord.Published readPublic(SubmissionId id) {
        return (PublicRecord.Published) visitor().published(id);
    }

    /** What everybody finds by these words. */
    public List<SubmissionId> find(String words) {
        return visitor().search(SearchQuery.of(words)).items().stream()
                .map(PublicRecord::id)
                .toList();
    }

    public static List<PersonId> ids(Person... persons) {
        return Arrays.stream(persons).map(Person::id).toList();
    }

    /** Ids that a test says beforehand, and foreseeable ones when it says nothing. */
    private static final class ForeseenIds implements Supplier<String> {

        private final Queue<String> said = new ConcurrentLinkedQueue<>();
        private final SequentialIds others = new SequentialIds();

        void next(String id) {
            said.add(id);
        }

        @Override
        public String get() {
            String next = said.poll();
            return next == null ? others.get() : next;
        }
    }
}
