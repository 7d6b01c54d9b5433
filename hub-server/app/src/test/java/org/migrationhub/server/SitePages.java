package org.migrationhub.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A server with something on each kind of page, and the address of one page of each kind behind the language. */
final class SitePages implements AutoCloseable {

    static final List<String> LANGUAGES = List.of("ar", "zh", "en", "fr", "ru", "es");

    private final RunningServer server = RunningServer.roomy();
    private final Map<String, String> paths = new LinkedHashMap<>();

    SitePages() {
        paths.put("front", "/");
        paths.put("search", "/search");
        paths.put("search-chosen", "/search?q=migrants&country=NER&objective=objective-8");
        paths.put("search-empty", "/search?q=zzzzzz&country=NER");
        paths.put("objectives", "/objectives");
        paths.put("objective", "/objectives/8");
        paths.put("objective-gap", "/objectives/2");
        paths.put("places", "/places");
        paths.put("country", "/places/NER");
        paths.put("country-gap", "/places/FRA");
        paths.put("region", "/places/m49-002");
        paths.put("commission", "/places/commission-eca");
        paths.put("practice", practice("community"));
        paths.put("practice-one-text", practice("stranded"));
        paths.put("resource", "/resources/" + resource());
        paths.put("gone", "/practices/" + gone());
        paths.put("about", "/about");
        paths.put("criteria", "/criteria");
        paths.put("help", "/help");
        paths.put("design", "/design");
        paths.put("missing", "/nothing");
    }

    RunningServer server() {
        return server;
    }

    /** By a short name. */
    Map<String, String> paths() {
        return paths;
    }

    /** The address of a page in a language. */
    String address(String language, String name) {
        return server.base() + "/" + language + paths.get(name);
    }

    @Override
    public void close() {
        server.close();
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

    private String gone() {
        Story story = Story.published(server, "Sample: taken down");
        Story.ok(server.secretariat()
                .post(story.path("/retraction"), "{\"reason\":\"Sample reason, in a sentence or two.\"}"));
        return story.id();
    }
}
