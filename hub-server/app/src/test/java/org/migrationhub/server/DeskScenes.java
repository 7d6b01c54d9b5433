package org.migrationhub.server;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What desks show beside the pages of {@link SitePages}: further states of items, and what follows on an act, for pictures. */
final class DeskScenes {

    private static final String SUBMITTER = "contributor-2";
    private static final String REVIEWER = "reviewer-2";
    private static final String SECRETARIAT = "secretariat";
    private static final String REASON = "{\"reason\":\"Sample reason, in a sentence or two.\"}";
    private static final String REQUEST = "{\"text\":\"Sample: say who paid for it, and since when.\"}";
    private static final String MINE = "/desk/submissions/";
    private static final String ITEMS = "/desk/items/";

    private final RunningServer server;
    private final Map<String, Scene> scenes = new LinkedHashMap<>();

    /**
     * Something to look at.
     *
     * @param user who looks
     * @param path of the page behind the language
     * @param act what is done there first
     */
    record Scene(String user, String path, Consumer<Page> act) {

        /** Leads a page there, and does what is done there. */
        void play(Page page, String base) {
            page.navigate(base + path);
            act.accept(page);
            page.waitForLoadState();
        }
    }

    DeskScenes(RunningServer server) {
        this.server = server;
        stagesForSubmitters();
        formsOfSubmitters();
        reviews();
        itemsForTheSecretariat();
        records();
        imports();
        refusals();
    }

    /** By a short name. */
    Map<String, Scene> all() {
        return scenes;
    }

    private void stagesForSubmitters() {
        see("stage-draft", MINE + draft("Sample: half written").id());
        see(
                "stage-submitted",
                MINE + Story.submitted(server, "Sample: with the secretariat").id());
        see(
                "stage-in-review",
                MINE + Story.inReview(server, "Sample: with the reviewers").id());
        see("stage-returned", MINE + returned("Sample: returned").id());
        see("stage-declined", MINE + judged("Sample: declined", "decline").id());
        Story withdrawn = Story.submitted(server, "Sample: taken back");
        Story.ok(server.contributor().post(withdrawn.path("/withdrawal"), REASON));
        see("stage-withdrawn", MINE + withdrawn.id());
        see("withdraw-impossible", MINE + withdrawn.id() + "/withdraw");
        Story retracted = Story.published(server, "Sample: taken down again");
        Story.ok(server.secretariat().post(retracted.path("/retraction"), REASON));
        see("stage-retracted", MINE + retracted.id());
        Story updated = Story.published(server, "Sample: a new version is with the reviewers");
        again(updated);
        updated.seat();
        again(updated);
        see("stage-update-submitted", MINE + updated.id());
        see("withdraw-update", MINE + updated.id() + "/withdraw");
        Story represented = Story.submitted(server, "Sample: for whom somebody acts");
        Story.ok(server.secretariat()
                .post(represented.path("/representation"), "{\"text\":\"Sample: by letter of 3 March.\"}"));
        see("stage-represented", MINE + represented.id());
        see("mine-ended", "/desk/submissions?group=ended");
        see("mine-empty", new Scene(REVIEWER, "/desk/submissions", page -> {}));
    }

    private void formsOfSubmitters() {
        see("begun-resource", MINE + "new/resource", DeskScenes::next);
        String empty = begun("{\"kind\":\"practice\",\"language\":\"en\"}").id();
        for (String step : List.of("about", "texts", "scope", "check")) {
            see("edit-incomplete-" + step, MINE + empty + "/edit/" + step + "?check=1");
        }
        String id = draft("Sample: wrong in many ways").id();
        see("edit-scope-refused", MINE + id + "/edit/scope", page -> {
            page.fill("[name='period/startYear']", "some time ago");
            page.fill("[name=targets]", "99.9");
            next(page);
        });
        see("edit-texts-refused", MINE + id + "/edit/texts", page -> {
            page.fill("[name='texts/en/title']", "x".repeat(310));
            next(page);
        });
        see("edit-files-refused", MINE + id + "/edit/files", page -> {
            page.fill("[name='links/0/url']", "no address");
            page.setInputFiles("[name=upload]", file("sample.exe", "no document"));
            page.click("button[value=upload]");
            page.locator(".complaints").waitFor();
        });
        see("edit-about-people", MINE + id + "/edit/about", page -> {
            page.fill("[name=focalPoint]", "somebody");
            next(page);
            page.navigate(page.url().replaceFirst("/edit/.*", "/edit/about?check=1"));
        });
        Story stale = draft("Sample: changed in another window");
        see("edit-stale", MINE + stale.id() + "/edit/texts", page -> {
            page.fill("[name='texts/en/title']", "Sample: written here");
            Story.ok(server.contributor()
                    .put(stale.path("/draft"), Story.practice(server, "Sample: changed in another window")));
            next(page);
        });
        see(
                "edit-saved",
                MINE + draft("Sample: saved").id() + "/edit/texts",
                page -> page.click("button[value=leave]"));
        see("sheets-refused", MINE + "sheets", SitePages::sendEmpty);
        see("sheets-left", MINE + "sheets", page -> {
            page.setInputFiles("[name=upload]", new FilePayload("sample.xlsx", "", SheetPagesTest.wrong()));
            page.click("main .form button");
        });
    }

    private void reviews() {
        Story asked = Story.inReview(server, "Sample: to be reviewed").accept(2);
        String path = "/desk/reviews/" + asked.id();
        see("review-refused", new Scene(REVIEWER, path, page -> {
            page.fill("[name=text]", "Sample: what is typed stays.");
            page.click("#form .acts button");
        }));
        String another = "/desk/reviews/"
                + Story.inReview(server, "Sample: nothing is written yet")
                        .accept(2)
                        .id(); // what is written elsewhere is kept
        see("review-request-refused", new Scene(REVIEWER, another, page -> {
            page.check("#outcome-request-changes");
            page.click("#form .acts button");
        }));
        see("review-leave", new Scene(REVIEWER, path, page -> page.click("details.panel summary")));
        see(
                "review-ended",
                new Scene(
                        REVIEWER,
                        "/desk/reviews/" + judged("Sample: decided", "decline").id(),
                        page -> {}));
        see("reviews-empty", new Scene("reviewer-8", "/desk/reviews", page -> {}));
    }

    private void itemsForTheSecretariat() {
        for (String queue : List.of("vacant", "stuck", "review", "submitter")) {
            see("queue-" + queue, new Scene(SECRETARIAT, "/desk/queue?queue=" + queue, page -> {}));
        }
        Story vacant = Story.inReview(server, "Sample: with an empty seat").accept(2);
        Story.ok(server.reviewer(4).post(vacant.path("/refusal"), REASON));
        office("item-vacant", ITEMS + vacant.id());
        office("candidates-vacancy", ITEMS + vacant.id() + "/candidates?for=vacancy&barred=true");
        office("candidates-replace", ITEMS + vacant.id() + "/candidates?for=seat-1");
        office("panel-single", ITEMS + vacant.id() + "/panel?for=vacancy&reviewers=" + server.reviewerId(6));
        office("panel-single-wrong", ITEMS + vacant.id() + "/panel?for=vacancy&reviewers=" + server.reviewerId(5));
        Story stuck = Story.inReview(server, "Sample: can't be published any more");
        Story.ok(server.reviewer(2).post(stuck.path("/acceptance")));
        Story.ok(server.reviewer(2)
                .post(
                        stuck.path("/reviews"),
                        "{\"digest\":\"%s\",\"outcome\":\"decline\",\"text\":\"%s\",\"toSecretariat\":\"%s\",\"remarks\":{\"quality\":\"%s\"}}"
                                .formatted(
                                        stuck.digest(),
                                        "Sample: it tells nothing of what was done.",
                                        "Sample: I have met this text before.",
                                        "Sample: nothing can be told of that.")));
        office("item-stuck", ITEMS + stuck.id());
        office("item-close-round", ITEMS + stuck.id() + "/acts/close-round");
        Story fresh = Story.submitted(server, "Sample: for the secretariat to look at");
        office("item-decline", ITEMS + fresh.id() + "/acts/decline");
        office("item-represent-refused", ITEMS + fresh.id() + "/acts/represent", SitePages::sendEmpty);
        office("candidates-refused", ITEMS + fresh.id() + "/candidates?for=panel", page -> page.click(".dock button"));
        office(
                "item-returned",
                ITEMS + returned("Sample: returned by the secretariat").id());
        Story twice =
                Story.inReview(server, "Sample: with a round that is void").accept(2);
        again(twice);
        office("item-void-round", ITEMS + twice.id());
        Story published = Story.published(server, "Sample: to be featured");
        office("item-feature-refused", ITEMS + published.id() + "/feature", SitePages::sendEmpty);
        office("item-moved-on", ITEMS + fresh.id() + "/acts/return", page -> {
            Story other = Story.submitted(server, "Sample: that moves on");
            page.navigate(page.url().replace(fresh.id(), other.id()));
            page.fill("[name=text]", "Sample: too late.");
            Story.ok(server.secretariat().post(other.path("/decline"), REQUEST));
            page.click("main .form button");
        });
        office("item-return-done", ITEMS + fresh.id() + "/acts/return", page -> {
            Story other = Story.submitted(server, "Sample: that is returned");
            page.navigate(page.url().replace(fresh.id(), other.id()));
            page.fill("[name=text]", "Sample: say who paid for it.");
            page.click("main .form button");
        });
    }

    private void records() {
        String person = "/desk/people/" + server.reviewerId(5);
        office("person-open", person, DeskScenes::unfold);
        see("administrator-person-open", new Scene("administrator", person, DeskScenes::unfold));
        see("administrator-erasure", new Scene("administrator", person + "/erasure", page -> {}));
        office("person-own", "/desk/people/" + server.person("demo-secretariat"));
        office("person-roster-refused", person, page -> {
            unfold(page);
            page.fill("[name=capacity]", "0");
            page.fill("[name=conflicts]", "Nobody knows this organisation");
            page.evaluate("document.querySelectorAll('main form').forEach(form => form.noValidate = true)");
            page.click("form[action$='/roster'] .acts button");
        });
        office("person-submission-refused", person + "/submission", SitePages::sendEmpty);
        office("people-nobody", "/desk/people?q=zzzz");
        office("people-reviewers", "/desk/people?roster=true");
        office("organisations-none", "/desk/organisations?q=zzzz");
        office("messages-dead", "/desk/messages?state=dead");
        String message = server.secretariat().get("/api/v1/messages").at("/messages/1/id");
        office("message-discard", "/desk/messages/" + message, DeskScenes::unfold);
    }

    private void imports() {
        String head = "sourceKey,name,sector\n";
        office("imports-refused", "/desk/imports", SitePages::sendEmpty);
        office("imports-tried", "/desk/imports", page -> attempt(page, head + "health,Sample health office,non-un\n"));
        office(
                "imports-wrong",
                "/desk/imports",
                page -> attempt(page, head + "good,Sample good office,un\nbad,,nowhere\nbad,Sample,un\n"));
        office("imports-done", "/desk/imports", page -> {
            attempt(page, head + "water,Sample water office,non-un\n");
            page.click("form[action$='/run'] button");
        });
    }

    private void refusals() {
        office("missing-item", ITEMS + "nothing");
        see("forbidden-queue", "/desk/queue");
        see("missing-submission", MINE + "00000000-0000-7000-8000-000000000000");
    }

    private void see(String name, String path) {
        see(name, path, page -> {});
    }

    private void see(String name, String path, Consumer<Page> act) {
        scenes.put("scene-submit-" + name, new Scene(SUBMITTER, path, act));
    }

    private void see(String name, Scene scene) {
        scenes.put("scene-" + name, scene);
    }

    private void office(String name, String path) {
        office(name, path, page -> {});
    }

    private void office(String name, String path, Consumer<Page> act) {
        scenes.put("scene-office-" + name, new Scene(SECRETARIAT, path, act));
    }

    private Story draft(String title) {
        return begun(Story.practice(server, title));
    }

    private Story begun(String item) {
        Reply made = server.contributor().post(Story.SUBMISSIONS + "?draft=true", item);
        return Story.of(server, Story.created(made).id());
    }

    private Story returned(String title) {
        Story story = Story.submitted(server, title);
        Story.ok(server.secretariat().post(story.path("/return"), REQUEST));
        return story;
    }

    private Story judged(String title, String outcome) {
        Story story = Story.inReview(server, title);
        List.of(2, 4, 5)
                .forEach(number -> story.accept(number)
                        .review(number, outcome, "Sample: it isn't told what came of it, nor for whom."));
        return story;
    }

    /** Hands in another version. */
    private void again(Story story) {
        int last =
                server.contributor().get(story.path("")).json().path("revision").asInt();
        String item = server.contributor()
                .get(story.path("/revisions/" + last))
                .json()
                .path("content")
                .toString();
        Story.ok(server.contributor()
                .post(
                        story.path("/revisions"),
                        item.replaceAll("(Sample|Another) text[ 0-9]*[.]", "Another text " + last + ".")));
    }

    private static void next(Page page) {
        page.click("main button[value=next]");
    }

    private static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)");
    }

    private static void attempt(Page page, String table) {
        page.check("#kind-organisations");
        page.setInputFiles("[name=upload]", file("offices.csv", table));
        page.click("form[enctype] .acts button");
    }

    private static FilePayload file(String name, String content) {
        return new FilePayload(name, "", content.getBytes(StandardCharsets.UTF_8));
    }
}
