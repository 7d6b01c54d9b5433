package org.migrationhub.search.lucene;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.ItemDocument;
import org.migrationhub.core.vocabulary.Country;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;
import org.migrationhub.core.vocabulary.Principle;

/** Items whose words and values follow Zipf's law. The same number gives the same item. Not thread-safe. */
final class SyntheticItems {

    private static final List<Language> LANGUAGES =
            List.of(Language.EN, Language.FR, Language.ES, Language.RU, Language.AR);
    private static final int VOCABULARY = 30_000;
    private static final Instant FIRST_DAY = Instant.parse("2021-03-01T00:00:00Z");
    private static final List<List<String>> WORDS = LANGUAGES.stream()
            .map(language -> words(
                    "ru ar".contains(language.tag()) ? language : Language.EN,
                    language.tag().hashCode()))
            .toList();

    private final Random random = new Random();

    ItemDocument document(int number) {
        random.setSeed(number * 0x9E3779B97F4A7C15L);
        random.nextInt();
        int language = zipf(LANGUAGES.size());
        Practice.Builder item = Practice.in(LANGUAGES.get(language))
                .text(LANGUAGES.get(language), text(language))
                .type(pick(PracticeType.known()))
                .since(2024 - zipf(12))
                .objective(pick(List.of(Objective.values())))
                .country(pick(Country.all()).code())
                .implementer("Body " + zipf(2_000));
        if (random.nextInt(4) == 0) {
            int other = (language + 1) % LANGUAGES.size();
            item.text(LANGUAGES.get(other), text(other));
        }
        IntStream.range(0, random.nextInt(3)).forEach(more -> item.secondary(pick(List.of(Objective.values()))));
        IntStream.range(0, random.nextInt(4)).forEach(more -> item.principle(pick(List.of(Principle.values()))));
        return new ItemDocument(
                new SubmissionId("item-" + number),
                item.build(),
                FIRST_DAY.plus(random.nextInt(2_000 * 24 * 60), ChronoUnit.MINUTES));
    }

    /** A word of the most frequent language, by its rank. */
    static String word(int rank) {
        return WORDS.get(0).get(rank);
    }

    private PracticeText text(int language) {
        return PracticeText.of(words(language, 7), words(language, 90)).withKeyLessons(words(language, 30));
    }

    private String words(int language, int length) {
        return IntStream.range(0, length)
                .mapToObj(word -> WORDS.get(language).get(zipf(VOCABULARY)))
                .collect(Collectors.joining(" "));
    }

    private <T> T pick(List<T> choice) {
        return choice.get(zipf(choice.size()));
    }

    private int zipf(int limit) {
        return (int) Math.pow(limit + 1.0, random.nextDouble()) - 1;
    }

    private static List<String> words(Language language, long seed) {
        Random random = new Random(seed);
        String letters = language.equals(Language.RU)
                ? "бвгдклмнпрст аеиоу"
                : language.equals(Language.AR) ? "بتجحدرسشعفقك اويهم" : "bcdfglmnprst aeiou";
        String[] sides = letters.split(" ");
        List<String> words = new ArrayList<>();
        while (words.size() < VOCABULARY) {
            StringBuilder word = new StringBuilder();
            for (int syllables = 2 + random.nextInt(3); syllables > 0; syllables--) {
                word.append(sides[0].charAt(random.nextInt(sides[0].length())))
                        .append(sides[1].charAt(random.nextInt(sides[1].length())));
            }
            words.add(word.append(sides[0].charAt(random.nextInt(sides[0].length())))
                    .toString());
        }
        return words;
    }
}
