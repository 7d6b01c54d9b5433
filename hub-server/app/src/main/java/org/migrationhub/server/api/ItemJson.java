package org.migrationhub.server.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.ItemText;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.ResourceText;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.server.json.Tree;

/** Renders what the public sees of items. Stateless and thread-safe. */
final class ItemJson {

    /** About as much as a card on a page shows. */
    private static final int TEASER = 350;

    private ItemJson() {}

    static Map<String, Object> published(PublicRecord.Published item) {
        return new Tree()
                .text("id", item.id())
                .put("revision", item.revision())
                .text("digest", item.digest())
                .put("content", ContentCodec.write(item.content()))
                .text("submittedOn", item.submittedOn())
                .put("reviewed", reviewed(item.reviewed()))
                .list("versions", item.versions(), ItemJson::version)
                .done();
    }

    static ProblemException gone(PublicRecord.Tombstone tombstone) {
        Tree body = Problem.GONE
                .fields()
                .put("detail", "The secretariat has taken it down.")
                .put("kind", tombstone.kind().code())
                .put("reason", tombstone.reason())
                .text("on", tombstone.on());
        return new ProblemException(Problem.GONE, body);
    }

    /** A line of a list of found items, in the best language for the reader. */
    static Map<String, Object> found(PublicRecord.Published item, List<Language> preferred) {
        ContentItem content = item.content();
        Language shown = content.texts().bestLanguage(preferred).orElse(content.language());
        return new Tree()
                .text("id", item.id())
                .put("kind", content.kind().code())
                .put("title", content.title(preferred))
                .words("teaser", content.texts().in(shown).map(ItemJson::teaser).orElse(""))
                .text("language", shown)
                .text("direction", VocabularyJson.direction(shown))
                .list("languages", content.languages(), Language::tag)
                .list("primaryObjectives", content.classification().primary(), Objective::code)
                .list("countries", content.geography().countries(), Country::code)
                .put("revision", item.revision())
                .text("publishedOn", item.reviewed().on())
                .text("address", ItemHandlers.address(item.id()))
                .done();
    }

    static Map<String, Object> counts(Map<Facet, SortedMap<String, Long>> counts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        counts.forEach((facet, values) -> tree.put(facet.code(), values));
        return tree;
    }

    private static String teaser(ItemText text) {
        String whole = text instanceof PracticeText practice ? practice.summary() : ((ResourceText) text).atAGlance();
        if (whole.codePointCount(0, whole.length()) <= TEASER) {
            return whole;
        }
        String cut = whole.substring(0, whole.offsetByCodePoints(0, TEASER));
        int lastSpace = cut.lastIndexOf(' ');
        return (lastSpace > TEASER / 2 ? cut.substring(0, lastSpace) : cut) + "…";
    }

    private static Map<String, Object> reviewed(PublicRecord.HowReviewed how) {
        return new Tree()
                .text("policy", how.policy())
                .put("approvals", how.approvals())
                .put("un", how.un())
                .put("nonUn", how.nonUn())
                .text("on", how.on())
                .done();
    }

    private static Map<String, Object> version(PublicRecord.Version version) {
        return new Tree()
                .put("revision", version.revision())
                .text("digest", version.digest())
                .text("on", version.on())
                .done();
    }
}
