package org.migrationhub.server;

import com.microsoft.playwright.Page;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A server with something on each kind of page, and the address of one page of each kind behind the language. */
final class SitePages implements AutoCloseable {

    static final List<String> LANGUAGES = List.of("ar", "zh", "en", "fr", "ru", "es");

    /** Pages whose form asks for something: sent empty, it is refused. */
    static final List<String> FORMS = List.of(
            "register",
            "account-tokens",
            "secretariat-organisation-new",
            "secretariat-person-new",
            "secretariat-item-return");

    private final RunningServer server = RunningServer.roomy();
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final Map<String, Desk> desks = new LinkedHashMap<>();

    SitePages() {
        paths.put("front", "/");
        paths.put("search", "/search");
        paths.put("search-chosen", "/search?q=migrants&country=NER&objective=objective-8");
        paths.put("search-empty", "/search?q=zzzzzz&country=NER");
        paths.put("search-instead", "/search?q=comunnities");
        paths.put("search-fewer", "/search?q=zebra+community");
        paths.put("search-objective", "/search?objective=objective-8");
        paths.put("objectives", "/objectives");
        paths.put("objective", "/objectives/8");
        paths.put("objective-gap", "/objectives/2");
        paths.put("objective-general", "/objectives/general");
        paths.put("places", "/places");
        paths.put("country", "/places/NER");
        paths.put("country-gap", "/places/FRA");
        paths.put("region", "/places/m49-002");
        paths.put("sub-region", "/places/m49-011");
        paths.put("commission", "/places/commission-eca");
        paths.put("practice", practice("community"));
        paths.put("practice-one-text", practice("stranded"));
        paths.put("practice-pictures", practice("response+mechanism+niger"));
        paths.put("practice-heavy-pictures", "/practices/" + pictured());
        paths.put("resource", "/resources/" + resource());
        String twice = "/practices/"
                + Story.publishedTwice(server, "Sample: public twice").id();
        paths.put("version", twice + "/versions/1");
        paths.put("version-changes", twice + "/versions/1/changes");
        paths.put("gone", "/practices/" + gone());
        paths.put("about", "/about");
        paths.put("criteria", "/criteria");
        paths.put("help", "/help");
        paths.put("design", "/design");
        paths.put("missing", "/nothing");
        paths.put("wrong", "/search?q=" + "a+".repeat(600));
        paths.put("login", "/account/login");
        paths.put("register", "/account/register");
        paths.put("forgotten", "/account/reset");
        for (String errand : List.of("confirm", "invitation", "reset", "address")) {
            paths.put(errand, "/account/" + errand + "?token=" + "A".repeat(43));
        }
        paths.put("letter", "/account/letter");
        paths.put("spent", "/account/address");
        reviews();
        submissions();
        items();
        records();
        List.of("", "/profile", "/roster", "/password", "/new-address", "/sessions", "/tokens", "/data")
                .forEach(page ->
                        desks.put("account" + page.replace('/', '-'), new Desk("reviewer-2", "/account" + page)));
    }

    /** A page for whoever is logged in. */
    record Desk(String user, String path) {}

    RunningServer server() {
        return server;
    }

    /** By a short name. */
    Map<String, String> paths() {
        return paths;
    }

    /** Pages for whoever is logged in, by a short name. */
    Map<String, Desk> desks() {
        return desks;
    }

    /** The address of a desk in a language. */
    String address(String language, Desk desk) {
        return server.base() + "/" + language + desk.path();
    }

    /** Logs somebody of the demonstration in. */
    void logIn(Page page, String user) {
        page.navigate(address("en", "login"));
        page.fill("#email", "demo-" + user + "@example.org");
        page.fill("#password", Visitor.PASSWORD);
        page.click(".form button");
    }

    /** Sends the form of a page as it is, whatever the browser would ask for first, and waits for what is said of it. */
    static void sendEmpty(Page page) {
        page.evaluate("document.querySelector('main form.form').noValidate = true");
        page.locator("main form.form button").first().click();
        page.locator(".complaints").waitFor();
    }

    /** The address of a page in a language. */
    String address(String language, String name) {
        return server.base() + "/" + language + paths.get(name);
    }

    @Override
    public void close() {
        server.close();
    }

    /** What a reviewer is asked, reads again, and has said. */
    private void reviews() {
        Story asked = Story.inReview(server, "Sample: a conflict to declare");
        Story again = Story.inReview(server, "Sample: read again").accept(2).review(2, "approve", "Sample remark.");
        String item = server.contributor()
                .get(again.path("/revisions/1"))
                .json()
                .path("content")
                .toString();
        Story.ok(server.contributor().post(again.path("/revisions"), item.replace("Sample text", "Another text")));
        Story said = Story.inReview(server, "Sample: reviewed").accept(2).review(2, "approve", "Sample remark.");
        Story accepted = Story.inReview(server, "Sample: to be read").accept(2);
        desks.put("reviews", new Desk("reviewer-2", "/desk/reviews"));
        desks.put("review-form", new Desk("reviewer-2", "/desk/reviews/" + accepted.id()));
        desks.put("review-declare", new Desk("reviewer-2", "/desk/reviews/" + asked.id()));
        desks.put("review-again", new Desk("reviewer-2", "/desk/reviews/" + again.id()));
        desks.put("review-said", new Desk("reviewer-2", "/desk/reviews/" + said.id()));
    }

    /** Each step of the form, and where a submission stands that is a draft, back with its submitter, and public. */
    private void submissions() {
        Story asked = Story.inReview(server, "Sample: to be revised");
        List.of(2, 4, 5)
                .forEach(number ->
                        asked.accept(number).review(number, "request-changes", "Sample: say who paid for it."));
        Story.ok(server.contributor().put(asked.path("/draft"), Story.practice(server, "Sample: that was revised")));
        Story.ok(server.contributor()
                .put(asked.path("/working-copy"), Story.practice(server, "Sample: that is being typed")));
        for (String step : List.of("about", "texts", "scope", "files", "check")) {
            submission("edit-" + step, "/" + asked.id() + "/edit/" + step + "?check=1");
        }
        List.of("/preview", "/changes", "/withdraw")
                .forEach(page -> submission(page.substring(1), "/" + asked.id() + page));
        submission("changes-requested", "/" + asked.id());
        submission("published", "/" + Story.published(server, "Sample: public").id());
        String filled = filled();
        submission("edit-files-filled", "/" + filled + "/edit/files");
        submission("edit-texts-two", "/" + filled + "/edit/texts");
        submission("kinds", "/new");
        submission("begin-practice", "/new/practice");
        submission("begin-resource", "/new/resource");
        submission("sheets", "/sheets");
        submission("mine", "");
    }

    /** A draft in two languages, one from the right and one from the left, with a link, a picture and a document. */
    private String filled() {
        String picture = file("sample-map-of-the-harbour.png", "\u0089PNG\r\n\u001a\n");
        String document = file("sample.txt", "A sample text.");
        String item = Story.practice(server, "Sample: in two languages")
                .strip()
                .replace("\"texts\":{", "\"texts\":{\"ar\":{\"title\":\"عينة: بلغتين\",\"summary\":\"هذا نص عينة. \"},")
                .replaceFirst(
                        "}$",
                        ",\"links\":[{\"url\":\"https://example.org/sample\",\"label\":\"A sample page\",\"language\":\"en\"}],"
                                + "\"attachments\":[" + picture + "," + document + "]}");
        return Story.created(server.contributor().post(Story.SUBMISSIONS + "?draft=true", item))
                .id();
    }

    private String file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String file(String name, byte[] content) {
        return server.contributor()
                .post("/api/v1/attachments?name=" + name, content)
                .text();
    }

    /** A picture that can't be made smaller. */
    private static byte[] noise(String seed) {
        Random random = new Random(seed.hashCode());
        BufferedImage picture = new BufferedImage(200, 150, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void submission(String name, String path) {
        desks.put("submission-" + name, new Desk("contributor-2", "/desk/submissions" + path));
    }

    /** What the secretariat does about items: one to screen, one with reviewers, and one that is public. */
    private void items() {
        Story screened = Story.submitted(server, "Sample: to be screened");
        Story reviewed =
                Story.inReview(server, "Sample: with reviewers").accept(2).review(2, "approve", "Sample remark.");
        String published =
                Story.published(server, "Sample: seen by the secretariat").id();
        String chosen = "?for=panel&reviewers=" + server.reviewerId(2) + "&reviewers=";
        for (String queue : List.of("screen", "overdue", "published", "all")) {
            secretariat("queue-" + queue, "/queue?queue=" + queue);
        }
        secretariat("item-to-screen", "/items/" + screened.id());
        secretariat("item-reviewed", "/items/" + reviewed.id());
        secretariat("item-published", "/items/" + published);
        secretariat("item-content", "/items/" + screened.id() + "/content");
        secretariat("item-journal", "/items/" + published + "/journal");
        secretariat("item-return", "/items/" + screened.id() + "/acts/return");
        secretariat("featured", "/featured");
        secretariat("item-feature", "/items/" + published + "/feature");
        secretariat("item-retract", "/items/" + published + "/acts/retract");
        secretariat("item-represent", "/items/" + screened.id() + "/acts/represent");
        secretariat("candidates", "/items/" + screened.id() + "/candidates?for=panel&barred=true");
        secretariat(
                "panel-right",
                "/items/" + screened.id() + "/panel" + chosen + server.reviewerId(4) + "&reviewers="
                        + server.reviewerId(5));
        secretariat("panel-wrong", "/items/" + screened.id() + "/panel" + chosen + server.reviewerId(3));
    }

    private void records() {
        String organisation = server.secretariat().get("/api/v1/organisations").at("/organisations/0/id");
        String message = server.secretariat().get("/api/v1/messages").at("/messages/0/id");
        secretariat("people", "/people");
        secretariat("person", "/people/" + server.reviewerId(2));
        secretariat("person-new", "/people/new");
        secretariat("person-submission", "/people/" + server.reviewerId(2) + "/submission");
        secretariat("submission-for-somebody", "/submissions/" + forSomebody());
        secretariat("imports", "/imports");
        secretariat("organisations", "/organisations");
        secretariat("organisation", "/organisations/" + organisation);
        secretariat("organisation-new", "/organisations/new");
        secretariat("messages", "/messages");
        secretariat("message", "/messages/" + message);
    }

    private String forSomebody() {
        String path = "/api/v1/people/" + server.reviewerId(2) + "/submissions";
        String body = "{\"text\":\"Sample: by letter of 3 March.\",\"item\":%s}"
                .formatted(Story.practice(server, "Sample: sent by letter"));
        return Story.ok(server.secretariat().post(path, body)).id();
    }

    private void secretariat(String name, String path) {
        desks.put("secretariat-" + name, new Desk("secretariat", "/desk" + path));
    }

    private String practice(String words) {
        return "/practices/" + server.visitor().get("/api/v1/items?q=" + words).at("/items/0/id");
    }

    private String resource() {
        Story story = Story.handedIn(server, SiteTest.resource("Sample: guidance on search at sea"))
                .seat();
        List.of(2, 4, 5).forEach(number -> story.accept(number).review(number, "approve", ""));
        return story.id();
    }

    /** With pictures that are too heavy to come with its page. */
    private String pictured() {
        String pictures = Stream.of("harbour", "quay", "lighthouse")
                .map(name -> file("sample-" + name + ".png", noise(name))
                        .replaceFirst("}$", ",\"description\":\"Sample: a " + name + "\"}"))
                .collect(Collectors.joining(","));
        String item = Story.practice(server, "Sample: with heavy pictures").strip();
        Story story = Story.handedIn(server, item.replaceFirst("}$", ",\"attachments\":[" + pictures + "]}"))
                .seat();
        List.of(2, 4, 5).forEach(number -> story.accept(number).review(number, "approve", ""));
        return story.id();
    }

    private String gone() {
        Story story = Story.published(server, "Sample: taken down");
        Story.ok(server.secretariat()
                .post(story.path("/retraction"), "{\"reason\":\"Sample reason, in a sentence or two.\"}"));
        return story.id();
    }
}
