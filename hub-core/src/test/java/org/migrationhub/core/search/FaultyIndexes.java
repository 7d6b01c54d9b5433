package org.migrationhub.core.search;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.migrationhub.core.content.CanonicalJson;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.error.RefusedException;

/** Indexes with one fault each, as an implementation may have it. */
final class FaultyIndexes {

    private FaultyIndexes() {}

    /**
     * A fault.
     *
     * @param name what is wrong
     * @param foundBy a test of the contract that finds it
     * @param index opens one that has it
     */
    record Fault(String name, String foundBy, Supplier<SearchIndex> index) {}

    static List<Fault> all() {
        return List.of(
                new Fault(
                        "a position is applied twice",
                        "whatIsAppliedUpToAPositionThatWasReachedIsIgnored",
                        AppliesTwice::new),
                new Fault(
                        "without changes the position stays",
                        "withoutChangesThePositionMovesOn",
                        StaysWithoutChanges::new),
                new Fault(
                        "the last changes are seen one apply later", "whatWasPutIsFoundByTheNextSearch", SeesLate::new),
                new Fault(
                        "changes are made one after the other",
                        "searchesSeeWholeStatesInTheirOrder",
                        AppliesInParts::new),
                new Fault("removals are made before everything else", "changesAreMadeInTheirOrder", RemovesFirst::new),
                new Fault("clearing leaves the position", "whatIsClearedIsAsNew", ClearsHalf::new),
                new Fault(
                        "while it is built anew, nothing is found",
                        "untilItIsBuiltAnewTheOldOneAnswers",
                        RebuildsInPlace::new),
                new Fault(
                        "what is built anew is added",
                        "whatIsBuiltAnewHoldsWhatTheSourceGaveAndNothingElse",
                        RebuildsOnTop::new),
                new Fault(
                        "what comes while it is built anew is lost",
                        "whatIsAppliedWhileItIsBuiltAnewIsFoundMeanwhileAndAfterwards",
                        LosesWhatCameMeanwhile::new),
                new Fault("quotation marks are ignored", "wordsInQuotationMarksMustStandTogether", IgnoresQuotes::new),
                new Fault("what is unwanted is wanted", "whatHasAHyphenBeforeItMustNotOccur", WantsTheUnwanted::new),
                new Fault(
                        "what hasn't all words isn't found",
                        "whereNothingHasAllWordsWhatHasMostIsFoundAndSaidSo",
                        NeedsAll::new),
                new Fault(
                        "that words are missing isn't said",
                        "whereNothingHasAllWordsWhatHasMostIsFoundAndSaidSo",
                        HidesThatWordsAreMissing::new),
                new Fault(
                        "filters decide how many words are enough",
                        "filtersDoNotDecideHowManyWordsAreEnough",
                        LetsFiltersDecide::new),
                new Fault("later pages need all words", "laterPagesGoOnAsTheFirstBegan", TurnsBack::new),
                new Fault("OR is a word", "betweenAlternativesOneIsEnough", TakesOrForAWord::new),
                new Fault("what is there isn't replaced", "whatIsPutAgainIsReplaced", KeepsFirst::new),
                new Fault(
                        "a facet counts behind its own filter",
                        "everyValueOfEveryFacetFiltersAsItCounts",
                        CountsDown::new),
                new Fault(
                        "a chosen organisation isn't counted",
                        "ofOrganisationsTheMostFrequentAreCountedAndThoseChosen",
                        ForgetsTheChosen::new),
                new Fault("the total is that of the page", "queriesFindCountAndOrderWhatTheyMean", TotalOfPage::new),
                new Fault(
                        "values of a facet are joined by and", "queriesFindCountAndOrderWhatTheyMean", JoinsByAnd::new),
                new Fault(
                        "one of the words is enough",
                        "wordsMayStandInDifferentFieldsAndLanguages",
                        OneWordIsEnough::new),
                new Fault(
                        "only the original language is searched", "aWordIsFoundInEveryFieldOfText", OriginalOnly::new),
                new Fault("words are compared with their accents", "caseAndAccentsAreOptional", ComparesAccents::new),
                new Fault(
                        "words are apart by spaces in every script",
                        "chineseWordsAreFoundWithinTheirSentence",
                        NeedsSpaces::new),
                new Fault("signs are taken for a language", "whateverIsTypedGetsAnAnswer", ParsesSigns::new),
                new Fault("contributors can be searched for", "personsAreNeverFound", TellsPersons::new),
                new Fault("hits come in the opposite order", "queriesFindCountAndOrderWhatTheyMean", Backwards::new),
                new Fault(
                        "pages are counted off", "whatStaysAsItWasComesOnceThoughOthersChangeOnTheWay", CountsOff::new),
                new Fault(
                        "the last page says that there is another",
                        "aPageThatHoldsTheLastHitIsTheLast",
                        OffersMore::new),
                new Fault("a strange cursor begins anew", "whatNoPageGaveIsRefused", BeginsAnew::new),
                new Fault("altered cursors pass", "anAlteredCursorIsRefused", Unsealed::new));
    }

    private static final class AppliesTwice extends IndexWrapper {
        private long shift;

        @Override
        public void apply(List<IndexChange> changes, long position) {
            if (position + shift <= inner.position()) {
                shift = inner.position() + 1 - position;
            }
            inner.apply(changes, position + shift);
        }
    }

    private static final class StaysWithoutChanges extends IndexWrapper {
        @Override
        public void apply(List<IndexChange> changes, long position) {
            if (!changes.isEmpty()) {
                inner.apply(changes, position);
            }
        }
    }

    private static final class SeesLate extends IndexWrapper {
        private List<IndexChange> waiting = List.of();

        @Override
        public void apply(List<IndexChange> changes, long position) {
            inner.apply(waiting, position);
            waiting = changes;
        }
    }

    /** Twice as many positions inside, so that there is one between any two outside. */
    private static final class AppliesInParts extends IndexWrapper {
        @Override
        public long position() {
            return inner.position() / 2;
        }

        @Override
        public void apply(List<IndexChange> changes, long position) {
            int half = changes.size() / 2;
            inner.apply(changes.subList(0, half), 2 * position - 1);
            inner.apply(changes.subList(half, changes.size()), 2 * position);
        }
    }

    private static final class RemovesFirst extends IndexWrapper {
        @Override
        public void apply(List<IndexChange> changes, long position) {
            List<IndexChange> sorted = new ArrayList<>(changes);
            sorted.sort(
                    (one, other) -> Boolean.compare(one instanceof IndexChange.Put, other instanceof IndexChange.Put));
            inner.apply(sorted, position);
        }
    }

    private static final class ClearsHalf extends IndexWrapper {
        private long cleared;

        @Override
        public long position() {
            return Math.max(cleared, inner.position());
        }

        @Override
        public void clear() {
            cleared = inner.position();
            inner.clear();
        }
    }

    private static final class RebuildsInPlace extends IndexWrapper {
        @Override
        public void rebuild(IndexBatch.Source source) {
            inner.clear();
            source.forEach(0, inner::apply);
        }
    }

    private static final class RebuildsOnTop extends IndexWrapper {
        @Override
        public void rebuild(IndexBatch.Source source) {
            List<IndexChange> all = new ArrayList<>();
            source.forEach(0, (changes, position) -> all.addAll(changes));
            inner.apply(all, inner.position() + 1);
        }
    }

    private static final class LosesWhatCameMeanwhile extends IndexWrapper {
        @Override
        public void rebuild(IndexBatch.Source source) {
            AtomicBoolean ended = new AtomicBoolean();
            inner.rebuild(position -> {
                Optional<IndexBatch> next = ended.get() ? Optional.empty() : source.after(position);
                ended.set(next.isEmpty());
                return next;
            });
        }
    }

    private static final class IgnoresQuotes extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            return inner.search(query.words(query.words().replace('"', ' ')));
        }
    }

    private static final class WantsTheUnwanted extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            return inner.search(query.words(query.words().replace('-', ' ')));
        }
    }

    private static final class NeedsAll extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            SearchPage page = inner.search(query);
            return page.enough() == query.enough() ? page : new SearchPage(List.of(), 0, null, page.counts());
        }
    }

    private static final class HidesThatWordsAreMissing extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            SearchPage page = inner.search(query);
            return new SearchPage(page.hits(), page.total(), page.next(), page.counts());
        }
    }

    private static final class LetsFiltersDecide extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            SearchPage page = inner.search(query);
            return page.total() > 0 ? page : inner.search(query.enough(Enough.SOME));
        }
    }

    /** Takes the cursor of what had most of the words for one of what had all. */
    private static final class TurnsBack extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            return inner.search(
                    query.after(SearchCursor.of(query.attempts().findFirst().orElseThrow())
                            .map(cursor -> cursor.text(query))
                            .orElse(null)));
        }
    }

    private static final class TakesOrForAWord extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            return inner.search(query.words(query.words().replace("OR", "or")));
        }
    }

    private static final class KeepsFirst extends IndexWrapper {
        private final Set<DocumentId> known = new HashSet<>();

        @Override
        public void apply(List<IndexChange> changes, long position) {
            List<IndexChange> first =
                    changes.stream().filter(change -> known.add(change.id())).toList();
            inner.apply(first, position);
        }
    }

    private static final class CountsDown extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            SearchPage page = inner.search(query);
            Map<Facet, SortedMap<String, Long>> counts = new EnumMap<>(page.counts());
            query.filters()
                    .forEach((facet, values) -> counts.computeIfPresent(facet, (same, all) -> {
                        SortedMap<String, Long> chosen = new TreeMap<>(all);
                        chosen.keySet().retainAll(values);
                        return chosen;
                    }));
            return new SearchPage(page.hits(), page.total(), page.next(), counts);
        }
    }

    private static final class ForgetsTheChosen extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            SearchPage page = inner.search(query);
            Map<Facet, SortedMap<String, Long>> counts = new EnumMap<>(page.counts());
            counts.computeIfPresent(Facet.ORGANISATION, (facet, all) -> {
                SortedMap<String, Long> others = new TreeMap<>(all);
                others.keySet().removeAll(query.filters().getOrDefault(facet, new TreeSet<>()));
                return others;
            });
            return new SearchPage(page.hits(), page.total(), page.next(), counts);
        }
    }

    private static final class TotalOfPage extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            SearchPage page = inner.search(query);
            return new SearchPage(page.hits(), page.hits().size(), page.next(), page.counts());
        }
    }

    private static final class JoinsByAnd extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            SearchQuery narrow = query;
            for (Facet facet : query.filters().keySet()) {
                boolean several = query.filters().get(facet).size() > 1;
                narrow = several ? narrow.only(facet, "all of them at once") : narrow;
            }
            return inner.search(narrow);
        }
    }

    private static final class OneWordIsEnough extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            return FoldedText.words(query.words()).stream()
                    .map(word -> inner.search(query.words(word)))
                    .filter(page -> page.total() > 0)
                    .findFirst()
                    .orElseGet(() -> inner.search(query));
        }
    }

    /** Takes items in otherwise than they are. */
    private abstract static class Changes extends IndexWrapper {
        abstract Practice changed(Practice practice);

        @Override
        public void apply(List<IndexChange> changes, long position) {
            inner.apply(changes.stream().map(this::changed).toList(), position);
        }

        private IndexChange changed(IndexChange change) {
            if (change instanceof IndexChange.Put put
                    && put.document() instanceof ItemDocument item
                    && item.content() instanceof Practice practice) {
                return new IndexChange.Put(new ItemDocument(
                        item.item(), changed(practice), put.document().publishedAt()));
            }
            return change;
        }

        static Practice texts(Practice practice, UnaryOperator<String> change) {
            Practice.Builder builder = practice.toBuilder();
            practice.texts()
                    .byLanguage()
                    .forEach((language, text) -> builder.text(
                            language, PracticeText.of(change.apply(text.title()), change.apply(text.summary()))));
            return builder.build();
        }
    }

    private static final class OriginalOnly extends Changes {
        @Override
        Practice changed(Practice practice) {
            Practice.Builder builder = practice.toBuilder();
            practice.languages().stream()
                    .filter(language -> !language.equals(practice.language()))
                    .forEach(language -> builder.text(language, PracticeText.EMPTY));
            return builder.build();
        }
    }

    private static final class ComparesAccents extends Changes {
        @Override
        Practice changed(Practice practice) {
            return texts(practice, text -> text.replace("\u00C9", "E x").replace("\u00E9", "e x"));
        }
    }

    private static final class NeedsSpaces extends Changes {
        @Override
        Practice changed(Practice practice) {
            return texts(practice, text -> text.replaceAll("\\p{IsHan}+", "x"));
        }
    }

    private static final class TellsPersons extends Changes {
        @Override
        Practice changed(Practice practice) {
            Practice.Builder builder = practice.toBuilder();
            practice.contributors().stream().map(PersonId::value).forEach(builder::partner);
            return builder.build();
        }
    }

    private static final class ParsesSigns extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            if (query.words().endsWith("(")) {
                throw new IllegalArgumentException("Unexpected end of query");
            }
            return inner.search(query);
        }
    }

    private static final class Backwards extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            SearchPage page = inner.search(query);
            List<SearchHit> hits = new ArrayList<>(page.hits());
            Collections.reverse(hits);
            return new SearchPage(hits, page.total(), page.next(), page.counts());
        }
    }

    private static final class CountsOff extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            int from = SearchCursor.of(query)
                    .map(cursor -> Integer.parseInt(cursor.key().get(0)))
                    .orElse(0);
            SearchPage all = inner.search(query.after(null).limit(SearchQuery.MOST));
            List<SearchHit> rest = all.hits()
                    .subList(Math.min(from, all.hits().size()), all.hits().size());
            List<SearchHit> hits = rest.subList(0, Math.min(query.limit(), rest.size()));
            String next = hits.size() < rest.size()
                    ? new SearchCursor(List.of(String.valueOf(from + hits.size()))).text(query)
                    : null;
            return new SearchPage(hits, all.total(), next, all.counts());
        }
    }

    private static final class OffersMore extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            SearchPage page = inner.search(query);
            String next = page.next() == null && page.hits().size() == query.limit()
                    ? new SearchCursor(List.of("0.0", "", "1970-01-01T00:00:00Z", "0")).text(query)
                    : page.next();
            return new SearchPage(page.hits(), page.total(), next, page.counts());
        }
    }

    private static final class BeginsAnew extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            try {
                return inner.search(query);
            } catch (RefusedException strange) {
                return inner.search(query.after(null));
            }
        }
    }

    /** Puts the seal on only when a cursor comes back. */
    private static final class Unsealed extends IndexWrapper {
        @Override
        public SearchPage search(SearchQuery query) {
            SearchPage page = inner.search(query.after(query.after() == null ? null : sealed(query.after(), query)));
            String next = page.next() == null
                    ? null
                    : page.next().substring(0, page.next().indexOf('.'));
            return new SearchPage(page.hits(), page.total(), next, page.counts());
        }

        private static String sealed(String body, SearchQuery query) {
            try {
                List<String> key = new ArrayList<>();
                Object tree = CanonicalJson.parse(Base64.getUrlDecoder().decode(body));
                ((List<?>) tree).forEach(element -> key.add((String) element));
                return new SearchCursor(key).text(query);
            } catch (IllegalArgumentException noJson) {
                throw new RefusedException(SearchCursor.invalid().violations());
            }
        }
    }
}
