package org.migrationhub.core.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.IndexBatch;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.SearchCard;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.search.SearchHit;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.SearchText;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;

/** Changes and position move together, each change counts once, and the next search sees it. */
abstract class ChangeRules extends SearchRules {

    private static final String FIRST = "babobubok";
    private static final String SECOND = "dabodudok";

    @Test
    void anEmptyIndexFindsNothing() {
        SearchPage page = index().search(SearchQuery.everything());

        assertThat(index().position()).isZero();
        assertThat(page.hits()).isEmpty();
        assertThat(page.total()).isZero();
        assertThat(page.next()).isNull();
        assertThat(page.counts())
                .containsOnlyKeys(Facet.values())
                .allSatisfy((facet, counts) -> assertThat(counts).isEmpty());
        assertThat(found(FIRST)).isEmpty();
    }

    @Test
    void whatWasPutIsFoundByTheNextSearch() {
        for (int day = 0; day < 30; day++) {
            put(document("item-" + day, Samples.practice(FIRST), day));
            assertThat(found(FIRST)).hasSize(day + 1).startsWith("item-" + day);
            assertThat(index().position()).isEqualTo(day + 1);
        }
    }

    @Test
    void whatIsPutAgainIsReplaced() {
        put(document("a", Samples.practice(FIRST)), document("b", Samples.practice(FIRST)));
        put(document(
                "a",
                Samples.practice(SECOND).toBuilder()
                        .classification(Samples.resource().classification())
                        .build(),
                1));

        assertThat(found(FIRST)).containsExactly("b");
        assertThat(found(SECOND)).containsExactly("a");
        assertThat(found("")).containsExactly("a", "b");
        assertThat(ids(SearchQuery.everything().only(Facet.PRIMARY_OBJECTIVE, Objective.DATA.code())))
                .containsExactly("b");
        assertThat(index().search(SearchQuery.everything()).counts().get(Facet.PRIMARY_OBJECTIVE))
                .containsOnlyKeys(Objective.DATA.code(), Objective.LEGAL_IDENTITY.code());
    }

    @Test
    void whatIsRemovedIsFoundNoLonger() {
        put(document("a", Samples.practice(FIRST)), document("b", Samples.practice(FIRST)));
        remove("a");

        assertThat(found(FIRST)).containsExactly("b");
        assertThat(index().search(SearchQuery.everything()).counts().get(Facet.KIND))
                .containsEntry("practice", 1L);
        remove("b");
        assertThat(found("")).isEmpty();
        assertThat(index().search(SearchQuery.everything()).counts().get(Facet.KIND))
                .isEmpty();
    }

    @Test
    void removingWhatIsNotThereChangesNothingElse() {
        put(document("a", Samples.practice(FIRST)));
        remove("b", "A", "a-", "item");

        assertThat(found(FIRST)).containsExactly("a");
        assertThat(index().position()).isEqualTo(2);
    }

    @Test
    void whatWasRemovedCanBePutAgain() {
        put(document("a", Samples.practice(FIRST)));
        remove("a");
        put(document("a", Samples.practice(SECOND)));

        assertThat(found("")).containsExactly("a");
        assertThat(found(SECOND)).containsExactly("a");
    }

    @Test
    void changesAreMadeInTheirOrder() {
        IndexChange first = new IndexChange.Put(document("a", Samples.practice(FIRST)));
        IndexChange second = new IndexChange.Put(document("a", Samples.practice(SECOND)));
        IndexChange removal = new IndexChange.Remove(item("a"));

        apply(List.of(first, second));
        assertThat(found(FIRST)).isEmpty();
        assertThat(found(SECOND)).containsExactly("a");
        apply(List.of(first, removal));
        assertThat(found("")).isEmpty();
        apply(List.of(removal, second, removal, first));
        assertThat(found(FIRST)).containsExactly("a");
        assertThat(found(SECOND)).isEmpty();
    }

    @Test
    void withoutChangesThePositionMovesOn() {
        index().apply(List.of(), 7);
        assertThat(index().position()).isEqualTo(7);
        put(document("a", Samples.practice(FIRST)));
        index().apply(List.of(), 5_000_000_000L);

        assertThat(index().position()).isEqualTo(5_000_000_000L);
        assertThat(found(FIRST)).containsExactly("a");
    }

    @Test
    void whatIsAppliedUpToAPositionThatWasReachedIsIgnored() {
        List<IndexChange> other = puts(List.of(document("b", Samples.practice(FIRST))));
        index().apply(puts(List.of(document("a", Samples.practice(FIRST)))), 10);
        index().apply(other, 10);
        index().apply(other, 3);
        index().apply(List.of(new IndexChange.Remove(item("a"))), 10);
        index().apply(other, 0);

        assertThat(index().position()).isEqualTo(10);
        assertThat(found("")).containsExactly("a");
    }

    @Test
    void changesMayBeHandedOverTwice() {
        RandomItems items = new RandomItems(7);
        List<List<IndexChange>> batches = new ArrayList<>();
        for (int batch = 0; batch < 6; batch++) {
            batches.add(puts(IntStream.range(0, 10)
                    .mapToObj(number -> items.document(
                            new SubmissionId("item-" + items.random().nextInt(20))))
                    .toList()));
        }
        hand(batches);
        SearchPage once = index().search(SearchQuery.everything().limit(100));
        hand(batches);

        assertThat(index().search(SearchQuery.everything().limit(100))).isEqualTo(once);
        assertThat(index().position()).isEqualTo(6);
    }

    @Test
    void whatIsClearedIsAsNew() {
        List<SearchDocument> documents =
                List.of(document("a", Samples.practice(FIRST)), document("b", Samples.resource()));
        index().apply(puts(documents), 12);
        SearchPage before = index().search(SearchQuery.everything());
        index().clear();

        assertThat(index().position()).isZero();
        assertThat(found("")).isEmpty();
        assertThat(index().search(SearchQuery.everything()).counts().get(Facet.KIND))
                .isEmpty();
        index().apply(puts(documents), 3);
        assertThat(index().position()).isEqualTo(3);
        assertThat(index().search(SearchQuery.everything())).isEqualTo(before);
    }

    @Test
    void whateverOffersWhatADocumentDoesIsFoundByIt() {
        put(document("a", Samples.practice(FIRST)));
        index().apply(List.of(new IndexChange.Put(new Talk())), index().position() + 1);

        assertThat(index().search(SearchQuery.of(SECOND)).hits())
                .extracting(SearchHit::id)
                .containsExactly(new Talk().id());
        SearchPage page = index().search(SearchQuery.everything().only(Facet.KIND, "talk"));
        assertThat(page.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.id()).isEqualTo(new Talk().id());
            assertThat(hit.card()).isEqualTo(new Talk().card());
        });
        assertThat(page.counts().get(Facet.KIND)).containsOnly(Map.entry("practice", 1L), Map.entry("talk", 1L));
        assertThat(page.counts().get(Facet.COUNTRY)).isEmpty();
    }

    @Test
    void documentsOfTwoKindsMayHaveTheSameId() {
        SearchDocument item = document("a", Samples.practice(FIRST));
        SearchDocument talk = new Talk();
        put(item, talk);
        for (Sort sort : Sort.values()) {
            assertThat(hits(SearchQuery.everything().sort(sort).limit(1)))
                    .extracting(SearchHit::id)
                    .containsExactlyInAnyOrder(item.id(), talk.id());
        }

        apply(List.of(new IndexChange.Remove(item.id())));
        assertThat(hits(SearchQuery.everything())).extracting(SearchHit::id).containsExactly(talk.id());
        put(item);
        apply(List.of(new IndexChange.Remove(talk.id())));
        assertThat(hits(SearchQuery.everything())).extracting(SearchHit::id).containsExactly(item.id());
    }

    @Test
    void whatIsBuiltAnewHoldsWhatTheSourceGaveAndNothingElse() {
        index().apply(puts(List.of(document("a", Samples.practice(FIRST)), document("b", Samples.resource()))), 12);
        List<Long> asked = new ArrayList<>();
        index().rebuild(reached -> {
            asked.add(reached);
            return batch(reached);
        });

        assertThat(asked).as("and once more while nothing can be applied").containsExactly(0L, 4L, 8L, 8L);
        assertThat(index().position()).isEqualTo(8);
        assertThat(found("")).containsExactly("c");
        assertThat(found(SECOND)).containsExactly("c");
        put(document("a", Samples.practice(FIRST)));
        assertThat(found(FIRST)).containsExactly("a");
        assertThat(index().position()).isEqualTo(9);
    }

    @Test
    void untilItIsBuiltAnewTheOldOneAnswers() {
        index().apply(puts(List.of(document("a", Samples.practice(FIRST)))), 12);
        index().rebuild(reached -> {
            assertThat(found("")).as("what is found meanwhile").containsExactly("a");
            assertThat(found(FIRST)).containsExactly("a");
            assertThat(index().position()).isEqualTo(12);
            return batch(reached);
        });
        assertThat(found("")).containsExactly("c");
    }

    @Test
    void whatIsAppliedWhileItIsBuiltAnewIsFoundMeanwhileAndAfterwards() {
        index().apply(puts(List.of(document("a", Samples.practice(FIRST)))), 7);
        List<IndexChange> late = puts(List.of(document("e", Samples.practice(FIRST))));
        AtomicBoolean applied = new AtomicBoolean();
        index().rebuild(reached -> {
            if (reached == 8 && applied.compareAndSet(false, true)) {
                index().apply(late, 9); // when the source has just been read to its end
                assertThat(found(FIRST)).containsExactlyInAnyOrder("a", "e");
                return Optional.empty();
            }
            return reached == 8 ? Optional.of(new IndexBatch(late, 9)) : batch(reached);
        });

        assertThat(index().position()).isEqualTo(9);
        assertThat(found(FIRST)).containsExactly("e");
        assertThat(found(SECOND)).containsExactly("c");
    }

    @Test
    void ifTheSourceFailsTheIndexIsWhatItWas() {
        index().apply(puts(List.of(document("a", Samples.practice(FIRST)))), 12);
        IllegalStateException failure = new IllegalStateException("The journal can't be read");
        assertThatThrownBy(() -> index().rebuild(reached -> {
                    if (reached > 0) {
                        throw failure;
                    }
                    return batch(reached);
                }))
                .isSameAs(failure);

        assertThat(found("")).containsExactly("a");
        assertThat(index().position()).isEqualTo(12);
        put(document("b", Samples.practice(FIRST), 1));
        assertThat(found(FIRST)).containsExactly("b", "a");
        assertThat(index().position()).isEqualTo(13);
    }

    @Test
    void manyChangesCanBeAppliedAtOnce() {
        RandomItems items = new RandomItems(8);
        apply(puts(IntStream.range(0, 1_000)
                .mapToObj(number -> items.document(new SubmissionId("item-" + number)))
                .toList()));

        assertThat(index().search(SearchQuery.everything()).total()).isEqualTo(1_000);
        assertThat(ids(SearchQuery.everything().sort(Sort.NEWEST).limit(100)))
                .doesNotHaveDuplicates()
                .hasSize(1_000);
    }

    @Test
    void idsThatDifferInCaseOnlyAreDifferent() {
        put(document("x.1", Samples.practice(FIRST), 1), document("X.1", Samples.practice(SECOND)));
        remove("x.1");

        assertThat(found("")).containsExactly("X.1");
    }

    /** Two batches: the first brings two items, the second takes one out and changes the other. */
    private static Optional<IndexBatch> batch(long reached) {
        List<IndexChange> first =
                puts(List.of(document("c", Samples.practice(FIRST)), document("d", Samples.practice(FIRST))));
        List<IndexChange> second = List.of(
                new IndexChange.Remove(item("d")), new IndexChange.Put(document("c", Samples.practice(SECOND))));
        return switch ((int) reached) {
            case 0 -> Optional.of(new IndexBatch(first, 4));
            case 4 -> Optional.of(new IndexBatch(second, 8));
            default -> Optional.empty();
        };
    }

    private void hand(List<List<IndexChange>> batches) {
        for (int batch = 0; batch < batches.size(); batch++) {
            index().apply(batches.get(batch), batch + 1);
        }
    }

    /** Something that is no item. */
    private record Talk() implements SearchDocument {

        @Override
        public DocumentId id() {
            return DocumentId.of("talk", "a");
        }

        @Override
        public Instant publishedAt() {
            return Samples.NOW;
        }

        @Override
        public List<SearchText> texts() {
            return List.of(new SearchText(SearchText.Part.TITLE, Language.EN, SECOND));
        }

        @Override
        public SortedSet<String> values(Facet facet) {
            return new TreeSet<>(facet == Facet.KIND ? List.of("talk") : List.of());
        }

        @Override
        public SearchCard card() {
            SearchCard.Text text = new SearchCard.Text(SECOND, "");
            return new SearchCard("talk", Language.EN, new TreeMap<>(Map.of(Language.EN, text)), new TreeSet<>());
        }
    }
}
