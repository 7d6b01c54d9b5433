package org.migrationhub.server.site.review;

import java.util.ArrayList;
import java.util.List;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.people.Profile;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Disclosure;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** Shows what a conflict of interest is judged by, and nothing else of the item. Stateless and thread-safe. */
final class DeclaringPage {

    private DeclaringPage() {}

    static Answer show(Visit visit, int status, Mine mine, Typed typed, boolean moved) {
        Voice voice = visit.voice();
        Disclosure disclosure = visit.ask().desk().disclosure(mine.view().id());
        Declaring page = new Declaring(
                ReviewPages.path(mine.view().id()),
                mine.view().version(),
                ReviewPages.title(mine.view()),
                voice.say("kind." + mine.view().kind().code()),
                MyReviews.due(voice, mine.seat()),
                mine.seat().overdue(),
                !mine.earlier().isEmpty(),
                facts(visit, disclosure),
                typed,
                Written.fields(typed),
                mine.can(Act.ACCEPT_SEAT),
                moved);
        return visit.own(
                status, "review/declare", visit.desk(voice.plain("reviews.declare"), ReviewPages.SECTION), page);
    }

    private static List<Declaring.Fact> facts(Visit visit, Disclosure disclosure) {
        Voice voice = visit.voice();
        List<Declaring.Fact> facts = new ArrayList<>();
        add(
                facts,
                voice.say("reviews.persons"),
                disclosure.namedProfiles().stream().map(Profile::name).toList());
        add(facts, voice.say("reviews.submitting"), names(visit, disclosure));
        add(facts, voice.say("reviews.implementing"), references(disclosure.implementers()));
        add(facts, voice.say("fact.partners"), references(disclosure.partners()));
        facts.add(new Declaring.Fact(
                voice.say("facet.language"),
                disclosure.languages().stream().map(voice::name).toList()));
        return facts;
    }

    private static void add(List<Declaring.Fact> facts, String name, List<String> values) {
        if (!values.isEmpty()) {
            facts.add(new Declaring.Fact(
                    name, values.stream().distinct().map(Said::unknown).toList()));
        }
    }

    private static List<String> names(Visit visit, Disclosure disclosure) {
        return disclosure.submittingOrganisations().stream()
                .map(id -> name(visit, id))
                .toList();
    }

    private static String name(Visit visit, OrganisationId id) {
        return visit.ask().people().organisation(id).value().name();
    }

    private static List<String> references(List<OrganisationRef> organisations) {
        return organisations.stream()
                .map(one -> one.office() == null ? one.name() : one.name() + " – " + one.office())
                .toList();
    }
}
