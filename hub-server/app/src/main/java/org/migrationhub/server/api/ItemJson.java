package org.migrationhub.server.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.migrationhub.core.FoundDocument;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.ItemText;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.ResourceText;
import org.migrationhub.core.search.Excerpt;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.server.json.Tree;

/** Renders what the public sees of items. Stateless and thread-safe. */
final class ItemJson {

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
                .put("featured", FeatureHandlers.featured(item))
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

    /** The same with where the words were found, if any were looked for. */
    static Map<String, Object> found(
            PublicRecord.Published item, FoundDocument found, List<Language> preferred, boolean words) {
        Tree tree = card(item, preferred);
        return (words ? tree.put("highlights", highlights(found)) : tree).done();
    }

    private static Map<String, Object> highlights(FoundDocument found) {
        return new Tree()
                .text("language", found.language())
                .text("direction", VocabularyJson.direction(found.language()))
                .put("title", found.title().html())
                .put("text", found.text().html())
                .done();
    }

    /** A line of a list of items, in the best language for the reader. */
    static Tree card(PublicRecord.Published item, List<Language> preferred) {
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
                .text("address", ItemHandlers.address(item.id()));
    }

    static Map<String, Object> counts(Map<Facet, SortedMap<String, Long>> counts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        counts.forEach((facet, values) -> tree.put(facet.code(), values));
        return tree;
    }

    private static String teaser(ItemText text) {
        String whole = text instanceof PracticeText practice ? practice.summary() : ((ResourceText) text).atAGlance();
        return Excerpt.beginning(whole, FoundDocument.LENGTH).text();
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
                .put("reviewed", reviewed(version.reviewed()))
                .done();
    }
}
