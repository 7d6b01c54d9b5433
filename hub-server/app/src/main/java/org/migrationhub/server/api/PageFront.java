package org.migrationhub.server.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.error.HubException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets pages answer, and tells problems as pages to whoever came with a browser. Thread-safe. */
final class PageFront {

    private static final Logger LOG = LoggerFactory.getLogger(PageFront.class);

    private final Pages pages;
    private final Services services;

    PageFront(Pages pages, Services services) {
        this.pages = pages;
        this.services = services;
    }

    /** Every page. */
    List<Operation> operations() {
        return pages.operations();
    }

    /** What makes a page, which anybody sees alike, whatever else their browser sends. */
    HttpFront.Maker maker(Operation page) {
        return context -> {
            try {
                return page.handler()
                        .answer(ask(context, HttpFront.query(context).keeping(page.parameters())));
            } catch (HubException e) {
                throw Problems.of(e, Actor.visitor());
            }
        };
    }

    /** A problem as a page, for somebody who came with a browser and not to the API. */
    Answer forReader(Context context, Answer answer, String logId) {
        if (!answer.type().equals(Problem.MEDIA_TYPE) || !wantsPages(context)) {
            return answer;
        }
        try {
            return pages.refusal(ask(context, new Query(context.path(), Map.of())), answer, logId);
        } catch (RuntimeException e) {
            LOG.error("The page that tells of a problem has failed", e);
            return answer;
        }
    }

    private Ask ask(Context context, Query query) {
        return new Ask(context, services, Actor.visitor(), query, "");
    }

    private static boolean wantsPages(Context context) {
        List<String> types = List.of(Problem.MEDIA_TYPE, Answer.JSON, Pages.HTML);
        return !(context.path() + "/").startsWith(Api.ROOT + "/")
                && Accept.best(context.header("Accept"), types)
                        .filter(Pages.HTML::equals)
                        .isPresent();
    }
}
