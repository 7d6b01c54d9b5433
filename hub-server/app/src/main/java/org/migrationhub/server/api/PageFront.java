package org.migrationhub.server.api;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.error.HubException;
import org.migrationhub.server.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets pages answer, and tells problems as pages to whoever came with a browser. Thread-safe. */
final class PageFront {

    private static final Logger LOG = LoggerFactory.getLogger(PageFront.class);

    private final Pages pages;
    private final Services services;
    private final Doorkeeper doorkeeper;

    PageFront(Pages pages, Services services, Doorkeeper doorkeeper) {
        this.doorkeeper = doorkeeper;
        this.pages = pages;
        this.services = services;
    }

    /** Every page. */
    List<Operation> operations() {
        return pages.operations();
    }

    /**
     * What makes a page. What is public is asked for as by anybody, who else they may be, so that all see it alike; only a
     * personal page is asked for as by whoever is logged in.
     */
    HttpFront.Maker maker(Operation page) {
        return context -> {
            Actor actor = actor(context, page);
            try {
                Query query = HttpFront.query(context).keeping(page.parameters());
                return page.handler().answer(new Ask(context, services, actor, query, ""));
            } catch (HubException e) {
                throw Problems.of(e, actor);
            }
        };
    }

    /** A problem as a page, for somebody who came with a browser and not to the API. */
    Answer forReader(Context context, Answer answer, String logId) {
        if (!answer.type().equals(Problem.MEDIA_TYPE) || !wantsPages(context)) {
            return answer;
        }
        try {
            return pages.refusal(ask(context, new Query(context.path(), Map.of())), answer, code(answer), logId);
        } catch (RuntimeException e) {
            LOG.error("The page that tells of a problem has failed", e);
            return answer;
        }
    }

    private Actor actor(Context context, Operation page) {
        if (page.is(Trait.ALIKE)) {
            return Actor.visitor();
        }
        Door door = doorkeeper.openPage(context);
        context.attribute(Ask.DOOR, door);
        doorkeeper.requireOwnPage(context, page, door);
        if (!page.is(Trait.PERSONAL)) {
            return Actor.visitor();
        }
        if (door.caller().session() == null) {
            throw Problems.tokenRequired();
        }
        return door.caller().actor();
    }

    private Ask ask(Context context, Query query) {
        return new Ask(context, services, Actor.visitor(), query, "");
    }

    private static String code(Answer problem) {
        return Json.parse(problem.bytes()) instanceof Map<?, ?> told ? String.valueOf(told.get("code")) : "";
    }

    private static boolean wantsPages(Context context) {
        List<String> types = List.of(Problem.MEDIA_TYPE, Answer.JSON, Pages.HTML);
        return !(context.path() + "/").startsWith(Api.ROOT + "/")
                && Accept.best(context.header("Accept"), types)
                        .filter(Pages.HTML::equals)
                        .isPresent();
    }
}
