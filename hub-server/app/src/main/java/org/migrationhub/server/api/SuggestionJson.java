package org.migrationhub.server.api;

import java.util.Map;
import org.migrationhub.core.search.Suggestion;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.json.Tree;

/** Renders how what is being typed may go on. Stateless and thread-safe. */
final class SuggestionJson {

    private SuggestionJson() {}

    static Map<String, Object> suggestion(Suggestion suggestion) {
        if (suggestion instanceof Suggestion.Value value) {
            return in("value", value, value.label().language())
                    .put("facet", value.facet().code())
                    .put("value", value.value())
                    .put("count", value.count())
                    .done();
        }
        if (suggestion instanceof Suggestion.Title title) {
            Tree tree = in("title", title, title.language());
            title.document()
                    .item()
                    .ifPresent(item -> tree.text("item", item).text("address", ItemHandlers.address(item)));
            return tree.done();
        }
        return new Tree().put("is", "name").put("text", suggestion.text()).done();
    }

    private static Tree in(String what, Suggestion suggestion, Language language) {
        return new Tree()
                .put("is", what)
                .put("text", suggestion.text())
                .text("language", language)
                .put("direction", VocabularyJson.direction(language));
    }
}
