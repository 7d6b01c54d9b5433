package org.migrationhub.server;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.Submission;
import org.migrationhub.server.Gallery.Caller;
import org.migrationhub.server.Gallery.Part;
import org.migrationhub.server.json.Json;

/** Everything that can be asked for of a submission of a gallery, by method and path, and the right that it needs. */
final class SubmissionRoutes {

    static final String SUBMISSION = "/api/v1/submissions/{id}";
    static final String ITEM = "/api/v1/items/{id}";

    /** Part of what is asked elsewhere, but about a submission. */
    static final String CHECK = "/api/v1/checks";

    /** What is public of an item, for everybody alike. */
    static final Set<String> OF_ITEM =
            Set.of("", "/similar", "/citation.bib", "/citation.ris", "/attachments/{sha256}");

    private static final String WORDS = "{\"text\":\"Sample words.\"}";

    private final Gallery gallery;
    private final Map<String, Route> all = new LinkedHashMap<>();

    /**
     * What is asked for.
     *
     * @param act that it does; null if it reads or only checks
     */
    record Route(
            String method,
            String path,
            Right right,
            @Nullable Act act,
            String body) {

        boolean reads() {
            return method.equals("GET") || path.startsWith(CHECK);
        }

        boolean ends(String path) {
            return this.path.endsWith(path);
        }
    }

    SubmissionRoutes(Gallery gallery) {
        this.gallery = gallery;
        read("", Right.SEE_STATUS);
        read("/draft", Right.SEE_DRAFT);
        read("/working-copy", Right.SAVE_DRAFT);
        read("/disclosure", Right.SEE_DISCLOSURE);
        read("/revisions/{number}", Right.SEE_CONTENT);
        read("/attachments/{sha256}", Right.SEE_CONTENT);
        read("/candidates", Right.SEE_CANDIDATES);
        read("/journal", Right.SEE_JOURNAL);
        String item = item(gallery);
        add(new Route("POST", CHECK + "?submission={id}", Right.SAVE_DRAFT, null, item));
        String reviewer = "{\"reviewer\":\"%s\"}".formatted(gallery.person(Part.THIRD));
        act("PUT", "/draft", Act.SAVE_DRAFT, item);
        act("PUT", "/working-copy", Act.SAVE_DRAFT, item);
        add(new Route("DELETE", SUBMISSION + "/working-copy", Right.SAVE_DRAFT, null, ""));
        act("POST", "/submission", Act.SUBMIT, "{}");
        act("POST", "/revisions", Act.REVISE, item);
        act("POST", "/representation", Act.REPRESENT, WORDS);
        act("POST", "/panel", Act.SEAT_PANEL, panel());
        act("POST", "/seats", Act.FILL_SEAT, reviewer);
        act("POST", "/acceptance", Act.ACCEPT_SEAT, "{}");
        act("POST", "/reviews", Act.REVIEW, "DIGEST");
        act("POST", "/recusal", Act.RECUSE, "{}");
        act("POST", "/refusal", Act.DECLINE_SEAT, "{}");
        act("POST", "/seats/{number}/replacement", Act.REPLACE_SEAT, reviewer);
        act("POST", "/further-seat", Act.SEAT_FURTHER, reviewer);
        act("POST", "/round-closure", Act.CLOSE_ROUND, "{}");
        act("PUT", "/feature", Act.FEATURE, "{\"sentences\":{\"en\":\"Sample sentence.\"}}");
        act("DELETE", "/feature", Act.UNFEATURE, "");
        act("POST", "/return", Act.RETURN, WORDS);
        act("POST", "/decline", Act.DECLINE, WORDS);
        act("POST", "/retraction", Act.RETRACT, "{\"reason\":\"Sample words.\"}");
        act("POST", "/withdrawal", Act.WITHDRAW, "{}");
    }

    Map<String, Route> all() {
        return all;
    }

    /** Asks for it; what would change something is only tried. */
    Reply attempt(StageName stage, Caller caller, Route route) {
        return send(stage, caller, route, route.reads() ? "" : "?dryRun=true");
    }

    /** Asks for it, and has it done. */
    Reply earnest(StageName stage, Caller caller, Route route) {
        return send(stage, caller, route, "");
    }

    private Reply send(StageName stage, Caller caller, Route route, String query) {
        String path = route.path()
                .replace("{id}", gallery.submissions().get(stage).value())
                .replace("{number}", "1")
                .replace("{sha256}", gallery.file().sha256().hex());
        return gallery.as(caller).ask(route.method(), path + query, body(stage, route));
    }

    private String body(StageName stage, Route route) {
        return route.body().equals("DIGEST") ? review(submission(stage)) : route.body();
    }

    private static String review(Submission submission) {
        String digest =
                submission.revision().map(last -> last.digest().toString()).orElse("sha256:" + "0".repeat(64));
        return Story.review(digest, "approve", "");
    }

    Submission submission(StageName stage) {
        return gallery.storage()
                .submission(gallery.submissions().get(stage))
                .orElseThrow()
                .value();
    }

    private void read(String rest, Right right) {
        add(new Route("GET", SUBMISSION + rest, right, null, ""));
    }

    private void act(String method, String rest, Act act, String body) {
        add(new Route(method, SUBMISSION + rest, Right.to(act), act, body));
    }

    private void add(Route route) {
        all.put(route.method() + " " + route.path(), route);
    }

    /** An item as it could be handed in. */
    static String item(Gallery gallery) {
        return new String(
                Json.bytes(ContentCodec.write(gallery.practice("Sample: handed in by the matrix"))),
                StandardCharsets.UTF_8);
    }

    private String panel() {
        return "{\"reviewers\":[\"%s\",\"%s\",\"%s\"]}"
                .formatted(gallery.person(Part.SEATED), gallery.person(Part.INVITED), gallery.person(Part.THIRD));
    }
}
