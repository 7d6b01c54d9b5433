package org.migrationhub.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.AccessTable;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.server.Gallery.Caller;
import org.migrationhub.server.Gallery.Part;

/**
 * Who may ask for what, of all that concerns no single submission: by a right of the core's table wherever there is one. What the
 * core knows nothing of (accounts, sessions, what is told by mail) and how one's own record differs from others stands here.
 */
final class HubRoutes {

    /** What is answered: 200 for any success, or the status that says no. */
    interface Rule {
        int answer(Asking who);
    }

    /**
     * Somebody who asks.
     *
     * @param own whether it is about themselves
     * @param sends whether they send a body
     */
    record Asking(Caller caller, Actor actor, boolean own, boolean sends) {

        boolean isVisitor() {
            return caller.part() == null;
        }

        boolean may(Right right) {
            return AccessTable.standard().permits(actor, right);
        }

        int refused() {
            return isVisitor() ? 401 : 403;
        }
    }

    /**
     * A row of the table.
     *
     * @param operation its id
     * @param query of the address
     * @param body that is sent; capital words in it stand for what there is
     * @param ofOneself whether it can be about the one who asks
     */
    record Row(String operation, Rule rule, String query, String body, boolean ofOneself) {

        /** Whom this is asked about by somebody: others, and where that can be, themselves. */
        List<Boolean> targets(Caller caller) {
            return ofOneself && caller.part() != null ? List.of(false, true) : List.of(false);
        }
    }

    private static final Rule ANYBODY = who -> 200;

    /** Whoever says who they are, be they nothing to the Hub. */
    private static final Rule KNOWN = who -> who.isVisitor() ? 401 : 200;

    /** No token is enough: a program must not change how its owner comes in. */
    private static final Rule LOGGED_IN = who -> who.caller().isLoggedIn() ? 200 : who.refused();

    /** Those who keep the records, and on their own record everybody. Others don't learn that there is one. */
    private static final Rule OWN_RECORD = who -> {
        int no = who.isVisitor() && who.sends() ? 401 : 404;
        return who.own() || who.may(Right.KEEP_PEOPLE) ? 200 : no;
    };

    /** Those who keep the records, but nobody on their own: affiliations decide who judges. */
    private static final Rule RECORD_OF_OTHERS = who -> !who.own() && who.may(Right.KEEP_PEOPLE) ? 200 : who.refused();

    /** As with affiliations, but what one has declared on the roster one may change. */
    private static final Rule ENTRY =
            who -> who.own() && Gallery.isReviewer(part(who)) ? 200 : RECORD_OF_OTHERS.answer(who);

    /** Whoever starts submissions names people in them. */
    private static final Rule NAMES_PEOPLE =
            who -> who.may(Right.KEEP_PEOPLE) || who.may(Right.START) ? 200 : who.refused();

    /** Files are for items of one's own, and of others. */
    private static final Rule BRINGS_FILES =
            who -> who.may(Right.START) || who.may(Right.START_ON_BEHALF) ? 200 : who.refused();

    /** On everybody's behalf but their own. */
    private static final Rule STARTS_FOR_OTHERS =
            who -> !who.may(Right.START_ON_BEHALF) ? who.refused() : who.own() ? 422 : 200;

    private static Rule right(Right right) {
        return who -> who.may(right) ? 200 : who.refused();
    }

    /** A secret counts and nothing else: all who don't have it are answered alike, whoever they are. */
    private static Rule alike(int status) {
        return who -> status;
    }

    private static final String NAME = "{\"name\":\"Sample person\",\"email\":\"ADDRESS\"}";
    private static final String BODY = "{\"name\":\"Sample body\",\"sector\":\"non-un\"}";
    private static final String AFFILIATION = "{\"organisation\":\"ORGANISATION\",\"sector\":\"non-un\"}";
    private static final String ENTRY_FORM = "{\"languages\":[\"en\"],\"capacity\":100}";
    private static final String SECRET = "{\"token\":\"0123456789abcdef\",\"password\":\"gulls over the harbour\"}";
    private static final String ITEM_ROW =
            "[{\"sourceKey\":\"a\",\"language\":\"en\",\"texts\":{\"en\":{\"title\":\"Sample\"}}}]";

    private final Gallery gallery;
    private final Members members;
    private final Map<String, Described> described = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    HubRoutes(Gallery gallery, Members members) {
        this.gallery = gallery;
        this.members = members;
        Described.all(gallery.visitor()).forEach(operation -> described.put(operation.id(), operation));
        forEverybody();
        forSubmitters();
        forKeepers();
        ofPeople();
        forAdministrators();
        waysIn();
        ofOneself();
    }

    List<Row> rows() {
        return rows;
    }

    private void forEverybody() {
        reading(ANYBODY, "health", "readiness", "readMetrics", "index", "readOpenApi", "readDocs", "listProblems");
        reading(ANYBODY, "readVocabulary", "whoAmI", "listFeatured", "suggest", "listProviders");
        reading(ANYBODY, "readPracticesTemplate", "readResourcesTemplate");
        reading(ANYBODY, "readOrganisationsTemplate", "readRosterTemplate");
        row("search", ANYBODY, "?q=sample", "");
        reading(KNOWN, "listOrganisations", "readOrganisation", "exportOwnData");
    }

    private void forSubmitters() {
        row("uploadAttachment", BRINGS_FILES, "?name=sample.txt", "A sample file");
        row("check", right(Right.START), "", "ITEM");
        row("submit", right(Right.START), "", "ITEM");
        row("submit", right(Right.START), "?draft=true", "ITEM");
        row("importPractices", right(Right.START), "", ITEM_ROW);
        row("importResources", right(Right.START), "", ITEM_ROW);
        row("listSubmissions", KNOWN, "?queue=mine", "");
        row("listSubmissions", KNOWN, "?queue=reviews", "");
        row("listSubmissions", KNOWN, "?queue=reviewed", "");
        row("listSubmissions", right(Right.SEE_QUEUES), "?queue=all", "");
        row("listSubmissions", right(Right.SEE_QUEUES), "?queue=overdue", "");
    }

    private void forKeepers() {
        Rule keeps = right(Right.KEEP_PEOPLE);
        reading(keeps, "listPeople", "listMessages", "readMessage", "listAccounts", "readAccountOf");
        reading(keeps, "listErasureRequests");
        row("retryMessage", keeps, "", "");
        row("discardMessage", keeps, "", "");
        row("addOrganisation", keeps, "", BODY);
        row("updateOrganisation", keeps, "", BODY);
        row("importOrganisations", keeps, "", "[{\"sourceKey\":\"a\",\"name\":\"Sample\",\"sector\":\"un\"}]");
        row("importRoster", keeps, "", """
                [{"sourceKey":"b","name":"Sample","organisation":"ORGANISATION","languages":["en"]}]""");
        row("addReviewer", keeps, "", """
                {"name":"Sample","organisation":"ORGANISATION","languages":["en"]}""");
        row("invite", keeps, "", "{}");
    }

    private void ofPeople() {
        row("registerPerson", NAMES_PEOPLE, "", "{\"name\":\"Sample person\"}");
        rowOfOneself("startOnBehalf", STARTS_FOR_OTHERS, "{\"text\":\"Sample: by letter\",\"item\":ITEM}");
        rowOfOneself("readPerson", OWN_RECORD, "");
        rowOfOneself("updateProfile", OWN_RECORD, NAME);
        rowOfOneself("recordAffiliation", RECORD_OF_OTHERS, AFFILIATION);
        rowOfOneself("endAffiliation", RECORD_OF_OTHERS, "");
        rowOfOneself("enrol", ENTRY, ENTRY_FORM);
        rowOfOneself("leaveRoster", OWN_RECORD, "");
    }

    private void forAdministrators() {
        reading(right(Right.SEE_WHOLE_JOURNAL), "exportJournal");
        row("takeCheckpoint", right(Right.SEE_WHOLE_JOURNAL), "", "{}");
        reading(right(Right.KEEP_INDEX), "readSearchIndex");
        row("rebuildSearchIndex", right(Right.KEEP_INDEX), "", "{}");
        row("setRoles", right(Right.GRANT_ROLES), "", "{\"roles\":[\"contributor\",\"moderator\"]}");
        rowOfOneself("erasePerson", right(Right.ERASE_PERSON), "{}");
    }

    /** With secrets that nobody has; of the providers there are none here. */
    private void waysIn() {
        row("register", alike(422), "", "{\"email\":\"NEW\",\"name\":\"Sample\",\"password\":\"short\"}");
        row("confirmRegistration", alike(422), "", SECRET);
        row("acceptInvitation", alike(422), "", SECRET);
        row("logIn", alike(401), "", "{\"email\":\"NEW\",\"password\":\"gulls over the harbour\"}");
        row("askPasswordReset", ANYBODY, "", "{\"email\":\"NEW\"}");
        row("resetPassword", alike(422), "", SECRET);
        row("confirmAddress", alike(422), "", "{\"token\":\"0123456789abcdef\"}");
        reading(alike(404), "goToProvider", "comeFromProvider");
    }

    /** What ends a session, or makes it another, comes last. */
    private void ofOneself() {
        row("askErasure", KNOWN, "", "");
        row("readErasureRequest", who -> who.isVisitor() ? 401 : isMember(who) ? 200 : 404, "", "");
        row("dropErasureRequest", KNOWN, "", "");
        reading(LOGGED_IN, "readSession", "listSessions", "readAccount", "listTokens");
        row("makeToken", LOGGED_IN, "", "{\"name\":\"Sample\",\"scopes\":[\"read\"]}");
        row("changeLanguage", LOGGED_IN, "", "{\"language\":\"fr\"}");
        reading(LOGGED_IN, "revokeToken", "endSession", "logOut", "logOutEverywhere");
        row("askAddressChange", LOGGED_IN, "", "{\"email\":\"NEW\",\"password\":\"%s\"}".formatted(Members.PASSWORD));
        row(
                "changePassword",
                LOGGED_IN,
                "",
                "{\"present\":\"%s\",\"password\":\"%s\"}".formatted(Members.PASSWORD, "gulls over the harbour"));
    }

    /** Members have asked to be erased. */
    private static boolean isMember(Asking who) {
        return !Members.OUTSIDE.contains(part(who));
    }

    private void reading(Rule rule, String... operations) {
        for (String operation : operations) {
            row(operation, rule, "", "");
        }
    }

    private void row(String operation, Rule rule, String query, String body) {
        rows.add(new Row(operation, rule, query, body, false));
    }

    private void rowOfOneself(String operation, Rule rule, String body) {
        rows.add(new Row(operation, rule, "", body, true));
    }

    private static Part part(Asking who) {
        return Objects.requireNonNull(who.caller().part());
    }

    // Asking.

    boolean isTriable(Row row) {
        return operation(row).triable();
    }

    int expected(Row row, Caller caller, boolean own) {
        return row.rule()
                .answer(new Asking(
                        caller, gallery.actor(caller), own, !row.body().isEmpty()));
    }

    /** Asks; what can be only tried is. */
    Reply attempt(Row row, Caller caller, boolean own) {
        return send(row, caller, own, isTriable(row));
    }

    /** Asks, and has it done. */
    Reply earnest(Row row, Caller caller, boolean own) {
        return send(row, caller, own, false);
    }

    private Reply send(Row row, Caller caller, boolean own, boolean tried) {
        Described operation = operation(row);
        Part target = own ? caller.part() : other(caller);
        String query = tried ? (row.query().isEmpty() ? "?" : row.query() + "&") + "dryRun=true" : row.query();
        String address = operation.at(values(operation, caller, gallery.person(target))) + query;
        return row.operation().equals("uploadAttachment")
                ? gallery.as(caller).post(address, row.body().getBytes(UTF_8), "Content-Type", "text/plain")
                : gallery.as(caller).ask(operation.method(), address, filled(row.body(), target));
    }

    private Described operation(Row row) {
        return Objects.requireNonNull(described.get(row.operation()), row.operation());
    }

    /** Somebody without an account, who isn't the one who asks. */
    private static Part other(Caller caller) {
        return caller.part() == Part.THIRD ? Part.FORMER : Part.THIRD;
    }

    /** The account of somebody without whom there still is an administrator. */
    private static String moderator(Gallery gallery) {
        String person = gallery.person(Part.INVITED).value();
        return gallery.ids("account where person = '" + person + "'").get(0);
    }

    private Map<String, String> values(Described operation, Caller caller, PersonId person) {
        String organisation = gallery.organisation().value();
        String id = switch (operation.collection()) {
            case "people" -> person.value();
            case "organisations" -> organisation;
            case "accounts" -> moderator(gallery);
            case "messages" -> gallery.ids("message where kind = 'invitation'").get(0);
            case "me/sessions" -> caller.isLoggedIn() ? members.session(caller) : "0";
            case "me/tokens" -> caller.isLoggedIn() ? members.token(caller) : "0";
            default -> "nobody";
        };
        return Map.of("id", id, "organisation", organisation);
    }

    private String filled(String body, @Nullable Part target) {
        return body.replace("ITEM", body.contains("ITEM") ? SubmissionRoutes.item(gallery) : "")
                .replace("ORGANISATION", gallery.organisation().value())
                .replace("ADDRESS", target == null ? "" : Gallery.address(target))
                .replace("NEW", UUID.randomUUID() + "@example.org");
    }
}
