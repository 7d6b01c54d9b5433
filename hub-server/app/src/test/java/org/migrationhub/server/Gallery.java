package org.migrationhub.server;

import io.javalin.Javalin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Desk;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Relation;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;
import org.migrationhub.server.account.Accounts;
import org.migrationhub.server.api.FrontSettings;
import org.migrationhub.server.api.Grant;
import org.migrationhub.server.api.HttpFront;
import org.migrationhub.server.site.Site;
import org.migrationhub.server.tables.ServerTables;
import org.migrationhub.storage.jdbi.JdbiStorage;

/**
 * A server with a submission in every stage, on each of which the same people have the same parts as far as there are any,
 * and with everybody in every role. What some may not see holds words that occur nowhere else.
 */
final class Gallery implements AutoCloseable {

    /** What somebody is to every submission. */
    enum Part {
        SUBMITTER,
        REPRESENTATIVE,
        SEATED,
        INVITED,
        THIRD,
        FORMER,
        NAMED,
        NOBODY
    }

    /** Somebody in one role, by a token or, where there is none, by what a browser sends for a session; nobody is a visitor. */
    record Caller(@Nullable Part part, Role role, String token, List<String> session) {

        static Caller visitor() {
            return new Caller(null, Role.VISITOR, "", List.of());
        }

        boolean isLoggedIn() {
            return !session.isEmpty();
        }

        @Override
        public String toString() {
            String name = part == null ? "a visitor" : part + " as " + role.code();
            return isLoggedIn() ? name + ", logged in" : name;
        }
    }

    static final String DRAFT_WORD = "canarydraft";
    static final String TYPED_WORD = "canarytyped";
    static final String CONFIDENCE_WORD = "canaryconfidence";
    static final String REVIEWER_WORD = "canaryreviewer";
    static final String ADDRESS_WORD = "canaryaddress";

    private final JdbiStorage storage = JdbiStorage.inMemory();
    private final ServerTables tables = ServerTables.in(storage);
    private final Hub hub =
            Hub.builder().storage(storage).notifier(Doors.feed(storage)).build();
    private final Desk keeper = hub.as(Actor.administrator(new PersonId("keeper")));
    private final Map<Part, PersonId> people = new EnumMap<>(Part.class);
    private final List<Caller> callers = new ArrayList<>(List.of(Caller.visitor()));
    private final Map<StageName, SubmissionId> submissions = new EnumMap<>(StageName.class);
    private final OrganisationId city;
    private final Attachment file;
    private final Javalin web;

    Gallery() {
        OrganisationId un = keeper.people().addOrganisation("Sample agency of the UN", Sector.UN);
        this.city = keeper.people().addOrganisation("Sample city of reviewers", Sector.NON_UN);
        OrganisationId ministry = keeper.people().addOrganisation("Sample ministry", Sector.NON_UN);
        for (Part part : Part.values()) {
            register(part, part == Part.SEATED ? un : city);
        }
        keeper.people().addAffiliation(person(Part.SUBMITTER), ministry, Sector.NON_UN);
        this.file = upload();
        Stages stages = new Stages(this, hub);
        for (StageName stage : StageName.values()) {
            submissions.put(stage, stages.in(stage));
            stages.type(submissions.get(stage));
        }
        List<Grant> grants = grants();
        this.web = Javalin.create(new HttpFront(
                Doors.services(hub, storage, grants),
                Doors.of(hub, storage, grants),
                () -> "",
                new Site(() -> URI.create("http://localhost")),
                FrontSettings.usual())::install);
        web.start("localhost", 0);
    }

    List<Caller> callers() {
        return callers;
    }

    Map<StageName, SubmissionId> submissions() {
        return submissions;
    }

    PersonId person(Part part) {
        return people.get(part);
    }

    Map<Part, PersonId> people() {
        return people;
    }

    Attachment file() {
        return file;
    }

    JdbiStorage storage() {
        return storage;
    }

    /** To which all reviewers but one belong. */
    OrganisationId organisation() {
        return city;
    }

    ServerTables tables() {
        return tables;
    }

    Accounts accounts() {
        return Doors.accounts(hub, tables);
    }

    /** The ids in one of the server's tables. */
    List<String> ids(String table) {
        return tables.read(handle -> handle.createQuery("select id from server." + table + " order by id")
                .mapTo(String.class)
                .list());
    }

    Actor actor(Caller caller) {
        return caller.part() == null ? Actor.visitor() : Actor.of(person(caller.part()), caller.role());
    }

    /** What the caller is to a submission, as the core sees it. */
    Relation relation(Caller caller, SubmissionId id) {
        Submission submission = storage.submission(id).orElseThrow().value();
        Set<PersonId> named = submission.revisions().isEmpty() ? Set.of() : Set.of(person(Part.NAMED));
        return Relation.of(actor(caller).person(), submission, named);
    }

    String base() {
        return "http://localhost:" + web.port();
    }

    Client as(Caller caller) {
        return new Client(base(), caller.token()).always(caller.session());
    }

    Client visitor() {
        return as(callers.get(0));
    }

    /** An item as it could be handed in. */
    Practice practice(String title) {
        return Practice.in(Language.EN)
                .title(title)
                .summary("This is a sample. ".repeat(20).strip())
                .objective(Objective.DATA)
                .type(PracticeType.PROJECT)
                .country("NER")
                .since(2021)
                .implementer(OrganisationRef.named("Sample lighthouse keepers"))
                .focalPoint(person(Part.NAMED))
                .attachment(file)
                .build();
    }

    @Override
    public void close() {
        web.stop();
        storage.close();
    }

    private void register(Part part, OrganisationId organisation) {
        String name = name(part);
        String address = address(part);
        people.put(
                part,
                isReviewer(part)
                        ? keeper.people()
                                .addReviewer(
                                        name,
                                        address,
                                        organisation,
                                        RosterEntry.in(Language.EN).withCapacity(100))
                        : keeper.people().register(name, address));
    }

    static String name(Part part) {
        return (isReviewer(part) ? REVIEWER_WORD : "sample") + " " + part.name().toLowerCase(Locale.ROOT);
    }

    static String address(Part part) {
        return ADDRESS_WORD + part.ordinal() + "@example.org";
    }

    /** What somebody tells the secretariat and nobody else. */
    static String confidence(Part part) {
        return CONFIDENCE_WORD + part.ordinal();
    }

    static boolean isReviewer(Part part) {
        return switch (part) {
            case SEATED, INVITED, THIRD, FORMER -> true;
            case SUBMITTER, REPRESENTATIVE, NAMED, NOBODY -> false;
        };
    }

    private List<Grant> grants() {
        List<Grant> grants = new ArrayList<>();
        people.forEach((part, person) -> {
            for (Role role : Role.values()) {
                if (role != Role.VISITOR) {
                    String token = "token-" + part.ordinal() + "-" + role.code();
                    grants.add(new Grant(token, part.name(), Actor.of(person, role)));
                    callers.add(new Caller(part, role, token, List.of()));
                }
            }
        });
        return grants;
    }

    private Attachment upload() {
        try {
            byte[] bytes = "A sample file".getBytes(StandardCharsets.UTF_8);
            return hub.as(Actor.contributor(person(Part.SUBMITTER)))
                    .upload("sample.txt", "", new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
