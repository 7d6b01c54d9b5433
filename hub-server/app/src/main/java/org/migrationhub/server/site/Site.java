package org.migrationhub.server.site;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Ask;
import org.migrationhub.server.api.Operation;
import org.migrationhub.server.api.Pages;
import org.migrationhub.server.site.account.AccountPages;
import org.migrationhub.server.site.account.LoginPages;
import org.migrationhub.server.site.page.Assets;
import org.migrationhub.server.site.page.Imprint;
import org.migrationhub.server.site.page.Rendering;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;
import org.migrationhub.server.site.page.Words;
import org.migrationhub.server.site.read.ReadPages;
import org.migrationhub.server.site.review.ReviewPages;
import org.migrationhub.server.site.secretariat.SecretariatPages;
import org.migrationhub.server.site.submit.SubmitPages;

/** All pages, each in six languages under an address of its own. Immutable and thread-safe. */
public final class Site implements Pages {

    private final Map<Language, Voice> voices =
            Words.LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), Voice::in));
    private final Supplier<String> base;
    private final Imprint imprint;
    private final List<Operation> operations = new ArrayList<>();

    /**
     * The site of an installation that says nothing of itself.
     *
     * @param address how browsers know it, asked for with each request
     */
    public Site(Supplier<URI> address) {
        this(address, Imprint.NONE);
    }

    /**
     * The site.
     *
     * @param address how browsers know it, asked for with each request
     * @param imprint what the installation says of itself on every page
     */
    public Site(Supplier<URI> address, Imprint imprint) {
        this.imprint = imprint;
        this.base = () -> address.get().toString().replaceFirst("/+$", "");
        operations.addAll(Assets.operations());
        operations.addAll(Crawlers.operations(base));
        operations.add(new Operation("site", "GET", "/", ask -> Choosing.language(ask, "/")));
        operations.add(new Operation("site desk", "GET", "/desk", ask -> Choosing.language(ask, "/desk")));
        operations.add(
                new Operation("site again", "GET", "/account/again", ask -> Choosing.language(ask, "/account/again")));
        for (Language language : Words.LANGUAGES) {
            operations.add(new Operation(
                    "site " + language, "GET", "/" + language, ask -> Rendering.redirect(301, "/" + language + "/")));
            routes().forEach(route -> operations.add(operation(route, language)));
            ReadingInstead.of(routes()).forEach(one -> operations.add(operation(one, language)));
        }
    }

    @Override
    public List<Operation> operations() {
        return List.copyOf(operations);
    }

    @Override
    public Answer refusal(Ask ask, Answer problem, String code, String logId) {
        Visit visit = visit(ask, voice(Choosing.language(ask)));
        return LoginPages.offered(visit, code).orElseGet(() -> RefusalPages.answer(visit, problem, code, logId));
    }

    /** Every page, in the order in which a reader comes to them. */
    static List<Route> routes() {
        return Stream.of(
                        ReadPages.routes(),
                        AccountPages.routes(),
                        DeskPages.routes(),
                        ReviewPages.routes(),
                        SecretariatPages.routes(),
                        SubmitPages.routes(),
                        Appearance.routes())
                .flatMap(List::stream)
                .toList();
    }

    private Operation operation(Route route, Language language) {
        Voice voice = voice(language);
        String path = "/" + language + route.path();
        return route.operation(path, ask -> answer(route, visit(ask, voice)));
    }

    private Visit visit(Ask ask, Voice voice) {
        return new Visit(ask, voice, base.get(), imprint);
    }

    private static Answer answer(Route route, Visit visit) {
        Answer answer = route.handler().answer(visit);
        if (visit.ask().method().equals("POST") && visit.ask().hasDoor()) {
            LoginPages.sent(visit);
        }
        return answer;
    }

    private Voice voice(Language language) {
        Voice voice = voices.get(language);
        if (voice == null) {
            throw new IllegalArgumentException("The site doesn't speak " + language);
        }
        return voice;
    }
}
