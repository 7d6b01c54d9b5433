package org.migrationhub.core.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.ItemText;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.content.ResourceText;

/** The words of an item, folded and counted. Persons, links and files have no words here. Immutable once made. */
final class DocumentWords {

    private final Map<String, Integer> inTitles = new HashMap<>();
    private final Map<String, Integer> elsewhere = new HashMap<>();

    DocumentWords(ContentItem item) {
        for (ItemText text : item.texts().byLanguage().values()) {
            count(text.title(), inTitles);
            body(text).forEach(field -> count(field, elsewhere));
        }
        Stream.concat(item.implementers().stream(), item.partners().stream())
                .flatMap(DocumentWords::written)
                .forEach(name -> count(name, elsewhere));
        item.geography().localPlaces().forEach(place -> count(place, elsewhere));
    }

    boolean holds(List<String> words) {
        return words.stream().allMatch(word -> occurrences(word, inTitles) + occurrences(word, elsewhere) > 0);
    }

    /** Two for each word in a title, and up to one for how often the word occurs: a title weighs more than any body. */
    double score(List<String> words) {
        double score = 0;
        for (String word : words) {
            int inTitle = occurrences(word, inTitles);
            double all = inTitle + occurrences(word, elsewhere);
            score += (inTitle > 0 ? 2 : 0) + all / (all + 1);
        }
        return score;
    }

    private static int occurrences(String word, Map<String, Integer> counts) {
        if (!FoldedText.isWithoutSpaces(word)) {
            return counts.getOrDefault(word, 0);
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().contains(word))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static void count(String text, Map<String, Integer> counts) {
        FoldedText.words(text).forEach(word -> counts.merge(word, 1, Integer::sum));
    }

    private static Stream<String> body(ItemText text) {
        if (text instanceof PracticeText practice) {
            return Stream.of(
                    practice.summary(),
                    practice.benefitAndImpact(),
                    practice.keyLessons(),
                    practice.recommendations(),
                    practice.innovation(),
                    practice.outcome(),
                    practice.disclaimer());
        }
        ResourceText resource = (ResourceText) text;
        return Stream.of(resource.atAGlance(), resource.whatItOffers(), resource.furtherInformation());
    }

    private static Stream<String> written(OrganisationRef organisation) {
        return Stream.concat(Stream.of(organisation.name()), Stream.ofNullable(organisation.office()));
    }
}
