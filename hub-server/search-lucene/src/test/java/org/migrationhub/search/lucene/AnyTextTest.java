package org.migrationhub.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.ItemDocument;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.vocabulary.Language;

/** Whatever is typed, as long as a query may be and in whatever script, takes no second of a processor. */
class AnyTextTest {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration LONG = Duration.ofSeconds(1);

    /** With two quotation marks it is as long as a query may be. */
    private static final int LENGTH = SearchQuery.LONGEST - 2;

    @Test
    void theLongestQueriesOfAllScriptsAreAnsweredAndFindWhatHoldsThem() {
        try (LuceneSearchIndex index = LuceneSearchIndex.inMemory()) {
            index.apply(JudgedSet.items(), 1);
            index.apply(longest().values().stream().map(AnyTextTest::item).toList(), 2);
            index.search(SearchQuery.of("whatever comes first pays for loading"));
            longest().forEach((name, words) -> {
                assertThat(found(index, name, words)).as(name).isPositive();
                String quoted = '"' + words.replace('"', ' ') + '"';
                assertThat(found(index, name + ", quoted", quoted)).as(quoted).isPositive();
                found(index, name + ", unwanted", "-" + quoted.substring(1));
                found(index, name + ", each unwanted", "-" + words.replace(" ", " -"));
            });
        }
    }

    private static long found(LuceneSearchIndex index, String what, String words) {
        SearchQuery query = SearchQuery.of(words.substring(0, Math.min(words.length(), SearchQuery.LONGEST)));
        long begin = THREADS.getCurrentThreadCpuTime();
        SearchPage page = index.search(query);
        index.suggest(query.words(), List.of(), 10);
        index.marking(query).excerpt(words.repeat(10), Language.ZH, 350);
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - begin))
                .as(what)
                .isLessThan(LONG);
        return page.total();
    }

    /** Texts of exactly the greatest length, most of them of ever new characters. */
    private static Map<String, String> longest() {
        IntFunction<String> chinese = at -> Character.toString(0x4E00 + at);
        IntFunction<String> arabic = at -> Character.toString(0x0628 + at % 7);
        Map<String, String> texts = new TreeMap<>();
        texts.put("Chinese", text(chinese));
        texts.put("Chinese in words of two", text(at -> at % 3 == 2 ? " " : chinese.apply(at)));
        texts.put("Chinese in words of forty", text(at -> at % 40 == 39 ? " " : chinese.apply(at)));
        texts.put("Chinese in single characters", text(at -> at % 2 == 1 ? " " : chinese.apply(at)));
        texts.put("one pair for ever", text(at -> at % 2 == 0 ? "移" : "民"));
        texts.put(
                "Chinese and Ethiopic in turns",
                text(at -> at % 2 == 0 ? chinese.apply(at) : Character.toString(0x1200 + at / 2)));
        texts.put("Arabic in words of five", text(at -> at % 6 == 5 ? " " : arabic.apply(at * at / 5)));
        texts.put("one Arabic word", text(arabic));
        texts.put("signs that stand for whole sentences", text(at -> "\uFDFA"));
        texts.put("signs that stand for whole words", text(at -> Character.toString(0x3300 + at % 0x58)));
        texts.put("Latin letters", text(at -> at % 2 == 1 ? " " : Character.toString('a' + at % 26)));
        texts.put("names", text(at -> "un \"UN\" OR oim ".substring(at % 15, at % 15 + 1)));
        texts.put("names with alternatives", names());
        return texts;
    }

    private static String names() {
        return IntStream.range(0, LENGTH)
                .mapToObj(at -> "\"UN\" OR x%d OIM y%d".formatted(at, at))
                .collect(Collectors.joining(" "))
                .substring(0, LENGTH);
    }

    private static String text(IntFunction<String> character) {
        return IntStream.range(0, LENGTH).mapToObj(character).collect(Collectors.joining());
    }

    private static IndexChange item(String text) {
        Practice item = Practice.in(Language.ZH)
                .text(Language.ZH, PracticeText.of("Sample", text.replace('"', ' ')))
                .build();
        return new IndexChange.Put(new ItemDocument(new SubmissionId("item-" + text.hashCode()), item, Samples.NOW));
    }
}
