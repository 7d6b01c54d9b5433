package org.migrationhub.server.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Ask;
import org.migrationhub.server.api.Operation;
import org.migrationhub.server.api.Pages;

/** All pages, each in six languages under an address of its own. Immutable and thread-safe. */
public final class Site implements Pages {

    private final Map<Language, Voice> voices =
            Words.LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), Voice::in));
    private final List<Operation> operations = new ArrayList<>();

    /** The site. */
    public Site() {
        operations.addAll(Assets.operations());
        operations.addAll(Crawlers.operations());
        operations.add(new Operation("site", "GET", "/", ask -> Choosing.language(ask, "/")));
        for (Language language : Words.LANGUAGES) {
            operations.add(new Operation(
                    "site " + language, "GET", "/" + language, ask -> Rendering.redirect(301, "/" + language + "/")));
            routes().forEach(route -> operations.add(operation(route, language)));
        }
    }

    @Override
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    @Override
    public Answer refusal(Ask ask, Answer problem, String logId) {
        Language language = Choosing.language(ask);
        return RefusalPages.answer(new Visit(ask, voice(language)), problem, logId);
    }

    /** Every page, in the order in which a reader comes to them. */
    static List<Route> routes() {
        return Stream.of(
                        FrontPages.routes(),
                        SearchPages.routes(),
                        ObjectivePages.routes(),
                        PlacePages.routes(),
                        ItemPages.routes(),
                        TextPages.routes(),
                        Appearance.routes())
                .flatMap(List::stream)
                .toList();
    }

    private Operation operation(Route route, Language language) {
        Voice voice = voice(language);
        String path = "/" + language + route.path();
        return new Operation(
                        "page " + path,
                        route.method(),
                        path,
                        ask -> route.handler().answer(new Visit(ask, voice)))
                .taking(route.parameters().toArray(String[]::new));
    }

    private Voice voice(Language language) {
        Voice voice = voices.get(language);
        if (voice == null) {
            throw new IllegalArgumentException("The site doesn't speak " + language);
        }
        return voice;
    }
}
