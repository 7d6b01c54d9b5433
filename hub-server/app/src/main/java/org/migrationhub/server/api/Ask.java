package org.migrationhub.server.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Desk;
import org.migrationhub.core.Hub;
import org.migrationhub.core.PeopleDesk;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.account.Accounts;
import org.migrationhub.server.account.Arrival;
import org.migrationhub.server.account.Cookies;
import org.migrationhub.server.account.Entrance;
import org.migrationhub.server.account.OpenSession;
import org.migrationhub.server.imports.ImportKeys;
import org.migrationhub.server.json.Form;
import org.migrationhub.server.json.InvalidBodyException;
import org.migrationhub.server.message.Messages;
import org.migrationhub.server.traces.Traces;

/** One request, as a handler needs it. Not thread-safe. */
public final class Ask {

    /** The attribute of a request that says who came in by which door. */
    static final String DOOR = "door";

    /** The attribute of a request that says from where it comes. */
    static final String NETWORK = "network";

    /** The attribute of a request that says from which wider network it comes. */
    static final String REGION = "region";

    /** The attribute of a request that holds what stands in its path for each parameter, as it stands there. */
    static final String PARAMETERS = "parameters";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Context context;
    private final Services services;
    private final Actor actor;
    private final Query query;
    private final String type;
    private final @Nullable Reservation reserved;

    Ask(Context context, Services services, Actor actor, Query query, String type) {
        this(context, services, actor, query, type, null);
    }

    private Ask(
            Context context, Services services, Actor actor, Query query, String type, @Nullable Reservation reserved) {
        this.context = context;
        this.services = services;
        this.actor = actor;
        this.query = query;
        this.type = type;
        this.reserved = reserved;
    }

    /** The same, to create something under a reserved id. */
    Ask under(Reservation reservation) {
        return new Ask(context, services, actor, query, type, reservation);
    }

    /** The request itself. */
    Context context() {
        return context;
    }

    /** The address of the site, as browsers know it, without a slash at its end. */
    String site() {
        return services.site().get().toString().replaceFirst("/+$", "");
    }

    /** Who asks. */
    public Actor actor() {
        return actor;
    }

    /** Whether it is known who came in by which door: not for what is alike for all, nor where finding out has failed. */
    public boolean hasDoor() {
        return context.attribute(DOOR) != null;
    }

    /** How they came in. */
    public Door door() {
        return Objects.requireNonNull(context.attribute(DOOR), "This operation asks nobody who they are");
    }

    /** From where they come, for counting what may not be tried too often: what one user can't change at will. */
    public String network() {
        return Objects.requireNonNull(context.attribute(NETWORK), "Nobody has looked from where this comes");
    }

    /** From where they come, for whoever lets them in. */
    public Arrival arrival() {
        String region = Objects.requireNonNull(context.attribute(REGION), "Nobody has looked from where this comes");
        return new Arrival(
                network(), region, secretCookie(door().cookies().device()).orElse(null));
    }

    /** The cookie of this name, if it could be one of ours. */
    public Optional<String> secretCookie(String name) {
        return Cookies.secret(context.cookie(name));
    }

    /** Sets a cookie with the answer, unless something is only tried. */
    public void setCookie(String cookie) {
        if (!isTried()) {
            context.res().addHeader("Set-Cookie", cookie);
        }
    }

    /** Somebody is in: under a session that nobody knew before, and the one that the browser had is over. */
    public void letIn(Entrance entrance) {
        if (door().caller().session() != null) {
            endSession();
        }
        setCookie(door().cookies().open(entrance.open()));
        setCookie(door().cookies().remember(entrance.device()));
    }

    /** Whoever asks is out. */
    public void letOut() {
        endSession();
        dropSent();
        setCookie(door().cookies().close());
    }

    /** What waited to be sent once more doesn't wait any longer: it was sent, or whoever sent it has left this browser. */
    public void dropSent() {
        Cookies cookies = door().cookies();
        for (String cookie : List.of(cookies.waiting(), cookies.again())) {
            secretCookie(cookie).ifPresent(secret -> {
                door().accounts().waiting().drop(secret);
                setCookie(cookies.set(cookie, "", Duration.ZERO));
            });
        }
    }

    private void endSession() {
        OpenSession open = door().session();
        door().accounts().sessions().end(open.account(), open.session().id());
    }

    /** What they may do; bound to the version that the header field If-Match names, if there is one. */
    public Desk desk() {
        return desk(services.hub());
    }

    private Desk desk(Hub hub) {
        Long version = version();
        Desk desk = reserved == null ? hub.as(actor) : hub.as(actor).creating(reserved.id());
        return version == null ? desk : desk.ifVersion(version);
    }

    /** The same bound to the version that whoever asks has seen. */
    public Desk desk(long version) {
        return services.hub().as(actor).ifVersion(version);
    }

    /** The same in a rehearsal: nothing comes of what is done, but what would come of it. */
    public Desk rehearsal(long version) {
        return services.rehearsing().hub().as(actor).ifVersion(version);
    }

    /** What they may do with people; bound to a version in the same way. */
    public PeopleDesk people() {
        return desk().people();
    }

    /** Whether this is only tried. */
    boolean isTried() {
        return services.rehearsal();
    }

    /** The kept answers to what was asked for under a key. */
    Repeats repeats() {
        return services.repeats();
    }

    /** An id for something that a form is to create: a form that is sent twice creates it once. */
    public String newId() {
        return services.hub().newId();
    }

    /**
     * Corrects name and address of somebody.
     *
     * @param version of the record that whoever asks has seen
     */
    public void correct(PersonId person, Profile profile, long version) {
        correct(desk(version).people(), person, profile);
    }

    /** The same bound to a version or not, as the desk is; if the record gets another address, the former one is told. */
    void correct(PeopleDesk people, PersonId person, Profile profile) {
        String former = people.person(person).value().profile().email();
        if (person.equals(actor.person())) {
            door().accounts().requireConfirmed(person, former, profile.email());
        }
        Accounts accounts = door().accounts();
        if (!former.equals(profile.email())) {
            accounts.noteFormer(Map.of(person, former));
        }
        people.updateProfile(person, profile);
        accounts.tellFormer(person);
    }

    /**
     * Erases what identifies somebody, wherever this server keeps it.
     *
     * @param version of the record that whoever asks has seen
     */
    public void erase(PersonId person, long version) {
        erasure().of(person, hub -> hub.as(actor).ifVersion(version).people());
    }

    /** The same bound to the version that the header field If-Match names, if there is one. */
    void erase(PersonId person) {
        erasure().of(person, hub -> desk(hub).people());
    }

    private Erasure erasure() {
        return new Erasure(services, actor, door().accounts());
    }

    /**
     * Takes a file in for whoever asks, without its traces: its size and digest are those of what is kept.
     *
     * @param name of the file
     * @param mediaType which is said of it; may be empty
     * @param bytes in it
     * @param announced how many they are; less than 1 if that isn't known
     * @throws org.migrationhub.core.error.RefusedException as {@link Desk#upload}, and {@code quota.files} where one has too much
     * @throws IOException if the stream can't be read to its end
     */
    public Attachment upload(String name, String mediaType, InputStream bytes, long announced) throws IOException {
        PersonId person = actor.person();
        if (person == null) {
            return desk().upload(name, mediaType, bytes); // which is refused
        }
        services.quotas().requireRoomForFile(services.tables(), person, announced);
        Attachment file = desk().upload(name, mediaType, Traces.without(name, bytes));
        services.quotas().uploaded(services.tables(), person, file, now());
        return file;
    }

    /**
     * Refuses to begin submissions of whoever asks that would be too many.
     *
     * @throws org.migrationhub.core.error.RefusedException with {@code quota.submissions}
     */
    public void requireRoomForSubmissions(int further) {
        PersonId person = actor.person();
        if (person != null) {
            services.quotas().requireRoomForSubmissions(services.tables(), person, further);
        }
    }

    /** Runs an import of whoever asks, of whom there is one at a time. */
    <R> R importing(Supplier<R> work) {
        PersonId person = actor.person();
        return person == null ? work.get() : services.quotas().importing(person, work);
    }

    /** What people are told. */
    public Messages messages() {
        return services.messages();
    }

    /** Which ids belong to the keys of where things were imported from. */
    ImportKeys importKeys() {
        return new ImportKeys(services.tables());
    }

    /**
     * Creates something, unless an earlier request under the same key, whose answer got lost, has done so.
     *
     * @param create creates it through {@link #desk} or {@link #people}
     * @param find gives what was created under an id
     */
    <T> T once(Supplier<T> create, Function<String, T> find) {
        if (reserved == null) {
            return create.get();
        }
        try {
            return create.get();
        } catch (StaleVersionException e) {
            return find.apply(reserved.id());
        }
    }

    /** What an earlier request under the same key, whose answer got lost, has created: it might be refused by now. */
    <T> Optional<T> createdBefore(Function<String, T> find) {
        if (reserved == null || !reserved.again()) {
            return Optional.empty();
        }
        try {
            return Optional.of(find.apply(reserved.id()));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** Now. */
    public Instant now() {
        return services.clock().instant();
    }

    /** The media type in which they want the answer: one of the operation's. */
    String type() {
        return type;
    }

    /** The parameters of the query. */
    public Query query() {
        return query;
    }

    /** The method of HTTP. */
    public String method() {
        return context.req().getMethod();
    }

    /** The address below the site, with its query. */
    public String address() {
        String query = context.req().getQueryString();
        return query == null ? path() : path() + "?" + query;
    }

    /** The path of the address, without its query. */
    public String path() {
        return context.path();
    }

    /** What stands in the path for a parameter. */
    public String inPath(String parameter) {
        Map<String, String> all = Objects.requireNonNull(context.attribute(PARAMETERS));
        String written = Objects.requireNonNull(all.get(parameter), parameter);
        try {
            return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound();
        }
    }

    /** A header field; null if it is missing. */
    public @Nullable String header(String name) {
        return context.header(name);
    }

    /** A cookie; null if it is missing. */
    public @Nullable String cookie(String name) {
        return context.cookie(name);
    }

    /** The languages that they read, the best first. */
    public List<Language> preferred() {
        return Languages.preferred(query.all("lang"), context.header("Accept-Language"));
    }

    /** The submission in the path. What is no id leads nowhere, as an unknown one does. */
    public SubmissionId submission() {
        return id(Ids::submission);
    }

    /** The person in the path. */
    public PersonId person() {
        return id(PersonId::find);
    }

    /** The organisation in the path. */
    public OrganisationId organisation() {
        return id(OrganisationId::find);
    }

    /** The message in the path. What is no id leads nowhere, as an unknown one does. */
    public String message() {
        return id(Ids::message);
    }

    /** The account in the path, by its id. */
    String account() {
        return id(Ids::account);
    }

    /** The version that the header field If-Match names; null if any will do, as to whoever only reads. */
    @Nullable
    Long version() {
        return READING.contains(method()) ? null : Version.ofIfMatch(context.header("If-Match"));
    }

    /** The digest of a file in the path. */
    public Sha256 sha256() {
        return Sha256.find(inPath("sha256")).orElseThrow(Problems::notFound);
    }

    /** Whether the client says that it has what this entity tag stands for. */
    public boolean has(String tag) {
        return Freshness.isHad(context.header("If-None-Match"), tag);
    }

    /** The declared media type of the body without its parameters; the empty text if it says nothing. */
    String declaredType() {
        return Bodies.declaredType(context);
    }

    /** The body as a file, to be read once. */
    InputStream file() {
        return Bodies.file(context);
    }

    /** Reads what is left of a file that was refused, so that the client comes to read why. */
    public void drainFile() {
        Bodies.drainFile(context);
    }

    /** A number in the path. */
    public int number() {
        return Ids.number(inPath("number")).orElseThrow(Problems::notFound);
    }

    /** Whether the body is the fields of a page's form. */
    public boolean hasFields() {
        return Bodies.declaredType(context).equals(Bodies.FORM_TYPE);
    }

    /** The body as the fields of a page's form, each with its values in order; none if there is no body. */
    public Map<String, List<String>> fields() {
        return Bodies.fields(context);
    }

    /** Whether the body is a page's form with files. */
    public boolean hasUpload() {
        return Bodies.declaredType(context).equals(Bodies.UPLOAD_TYPE);
    }

    /** The body as a page's form with files, as far as it is read; the same each time. */
    public Upload upload() {
        return Bodies.upload(context);
    }

    /** What a page's form has sent, its files apart; empty if the body is no such form, or can't be read. */
    public Optional<Map<String, List<String>>> sent() {
        try {
            return hasFields()
                    ? Optional.of(fields())
                    : hasUpload() ? Optional.of(upload().fields()) : Optional.empty();
        } catch (ProblemException e) {
            return Optional.empty(); // it is told of the request itself what is wrong with it
        }
    }

    /** The body as a form to read. */
    Form form() {
        return Form.of(Bodies.json(context));
    }

    /** The same where nothing has to be said: no body is an empty form. */
    Form optionalForm() {
        return Bodies.isThere(context) ? form() : Form.of(Map.of());
    }

    /** The body as an item. */
    ContentItem item() {
        Map<String, ?> tree = Form.requireObject(Bodies.json(context));
        try {
            return ContentCodec.read(tree);
        } catch (RefusedException e) {
            throw new InvalidBodyException(e.violations());
        }
    }

    /** Refuses a body that says anything: there is nothing to say. */
    void noForm() {
        optionalForm().end();
    }

    private <T> T id(Function<String, Optional<T>> find) {
        return find.apply(inPath("id")).orElseThrow(Problems::notFound);
    }
}
