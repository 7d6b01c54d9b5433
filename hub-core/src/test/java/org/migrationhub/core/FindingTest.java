package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.migrationhub.core.kit.Samples.NINA;
import static org.migrationhub.core.kit.Samples.NOEL;
import static org.migrationhub.core.kit.Samples.UMA;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.PracticeText;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.Enough;
import org.migrationhub.core.search.Excerpt;
import org.migrationhub.core.search.Excerpting;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.InMemorySearchIndex;
import org.migrationhub.core.search.IndexBatch;
import org.migrationhub.core.search.IndexChange;
import org.migrationhub.core.search.Likening;
import org.migrationhub.core.search.SearchHit;
import org.migrationhub.core.search.SearchIndex;
import org.migrationhub.core.search.SearchPage;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.Sort;
import org.migrationhub.core.search.Suggesting;
import org.migrationhub.core.search.Suggestion;
import org.migrationhub.core.vocabulary.Language;

/** What is shown of what an index says: nothing but what is public now, whatever the index holds. */
class FindingTest {

    private final OldIndex index = new OldIndex();
    private final World world = World.of(parts -> parts.searchIndex(index));

    @Test
    void aTitleIsSuggestedAsLongAsItIsPublic() {
        SubmissionId id = world.publish(Samples.practice("Oldword"));
        index.suggestions.add(new Suggestion.Title("Oldword", Language.EN, DocumentId.of(id)));
        assertThat(suggested("oldw")).containsExactly("Oldword");

        world.ana().revise(id, Samples.practice("Newword"));
        assertThat(suggested("oldw")).as("while its next revision is reviewed").containsExactly("Oldword");
        world.seat(id, UMA, NOEL, NINA);
        world.accept(id, UMA, NOEL, NINA);
        world.approve(id, UMA, NOEL, NINA);
        assertThat(suggested("oldw")).as("a title that it had").isEmpty();

        index.suggestions.add(new Suggestion.Title("Newword", Language.EN, DocumentId.of(id)));
        assertThat(suggested("neww")).containsExactly("Newword");
        world.sam().retract(id, "Wrong.");
        assertThat(suggested("neww")).as("a title of what was taken down").isEmpty();
    }

    @Test
    void whatIsNotPublicYetIsNeverSuggested() {
        SubmissionId id = world.submit(named("Unpublished", "Unheard of body"));
        index.suggestions.add(new Suggestion.Title("Unpublished", Language.EN, DocumentId.of(id)));
        index.suggestions.add(new Suggestion.Name("Unheard of body", DocumentId.of(id)));
        index.suggestions.add(new Suggestion.Name("Unheard of body", DocumentId.of(new SubmissionId("nothing"))));

        assertThat(suggested("un")).isEmpty();
    }

    @Test
    void aNameIsSuggestedAsLongAsAPublicItemHasIt() {
        SubmissionId id = world.publish(named("Sample", "Sample lighthouse keepers"));
        index.suggestions.add(new Suggestion.Name("Sample lighthouse keepers", DocumentId.of(id)));
        index.suggestions.add(new Suggestion.Name("Sample", DocumentId.of(id)));

        assertThat(suggested("lighth")).containsExactly("Sample lighthouse keepers");
        world.sam().retract(id, "Wrong.");
        assertThat(suggested("lighth")).isEmpty();
    }

    @Test
    void termsThatSomeItemHasAreSuggestedInTheReadersLanguage() {
        assertThat(suggested("empl")).as("before anything is public").isEmpty();
        world.publish(Samples.practice());

        List<Suggestion> suggestions = world.visitor().suggest("recrutement déc", List.of(Language.FR), 10);

        assertThat(suggestions).singleElement().isInstanceOfSatisfying(Suggestion.Value.class, value -> {
            assertThat(value.facet()).isEqualTo(Facet.OBJECTIVE);
            assertThat(value.value()).isEqualTo("objective-6");
            assertThat(value.text()).isEqualTo("Recrutement et travail décent");
            assertThat(value.count()).isEqualTo(1);
        });
        assertThat(suggested("r")).as("a single letter").isEmpty();
        assertThat(world.visitor().suggest("x".repeat(2_000), List.of(), 10)).isEmpty();
    }

    @Test
    void onlyWhatIsPublicIsLikeAnItem() {
        SubmissionId one = world.publish(Samples.practice("One"));
        SubmissionId other = world.publish(Samples.practice("Other"));
        SubmissionId unread = world.submit(Samples.practice("Unread"));
        index.alike.addAll(List.of(other, unread, new SubmissionId("nothing")));

        assertThat(world.visitor().similar(one, 5))
                .extracting(PublicRecord.Published::id)
                .containsExactly(other);
        world.sam().retract(other, "Wrong.");
        assertThat(world.visitor().similar(one, 5)).isEmpty();
        for (SubmissionId hidden : List.of(other, unread, new SubmissionId("nothing"))) {
            assertThatThrownBy(() -> world.visitor().similar(hidden, 5)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void whereAPageEndedTellsNothingOfWhatIsNotPublic() {
        for (Sort sort : Sort.values()) {
            World behind = World.standard();
            SubmissionId gone = behind.publish(Samples.practice("Aardvark abduction"));
            behind.publish(Samples.practice("Zebra"));
            SearchQuery query = SearchQuery.everything().sort(sort).limit(1);
            String shown = next(behind.hub(), query);
            assertThat(shown).as("the same page twice").isEqualTo(next(behind.hub(), query));

            FlakyIndex index = new FlakyIndex();
            Hub hub = Hub.builder().storage(behind.storage()).searchIndex(index).build();
            hub.follow();
            behind.sam().retract(gone, "Wrong.");
            index.fail(true);
            SearchResult page = hub.as(Actor.visitor()).search(query);
            String next = Objects.requireNonNull(page.next());
            for (String read : List.of(next, decoded(next), decoded(next.substring(1)), decoded(next.substring(2)))) {
                assertThat(read)
                        .doesNotContainIgnoringCase("aardvark")
                        .doesNotContain(gone.value())
                        .doesNotContain("T09:", "2026-");
            }
            assertThat(hub.as(Actor.visitor()).search(query.after(next)).next()).isNull();
        }
    }

    @Test
    void theLengthOfATitleIsNotToldEither() {
        CursorSeal seal = CursorSeal.random();
        assertThat(seal.seal("a")).hasSameSizeAs(seal.seal("a longer title of another item, in the same block"));
        for (int length = 0; length < 300; length++) {
            String text = "\u79FB".repeat(length) + "\u0001".repeat(length % 3);
            assertThat(seal.open(seal.seal(text))).isEqualTo(text);
        }
    }

    @Test
    void whereAPageEndedIsKnownToHubsWithTheSameKeyAlone() {
        world.publish(Samples.practice("One"));
        world.publish(Samples.practice("Other"));
        SearchQuery query = SearchQuery.everything().sort(Sort.TITLE).limit(1);
        byte[] key = new byte[32];
        key[3] = 7;
        Hub one = Hub.builder().storage(world.storage()).cursorKey(key).build();
        one.follow();
        Hub same = Hub.builder().storage(world.storage()).cursorKey(key).build();
        same.follow();
        String next = next(one, query);
        assertThat(same.as(Actor.visitor()).search(query.after(next)).found()).hasSize(1);
        for (String other : List.of(
                next(world.hub(), query),
                "",
                "A",
                "A".repeat(300),
                next + "A",
                next.substring(1),
                next.substring(0, next.length() - 4),
                next.replace(next.charAt(30), next.charAt(30) == 'x' ? 'y' : 'x'),
                "\u79FB",
                "0.0")) {
            assertThatThrownBy(() -> one.as(Actor.visitor()).search(query.after(other)))
                    .as(other)
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.violations())
                                    .extracting(Violation::code)
                                    .containsExactly("cursor.invalid"));
        }
        assertThatThrownBy(() -> Hub.builder().cursorKey(new byte[16])).isInstanceOf(IllegalArgumentException.class);
    }

    private static String next(Hub hub, SearchQuery query) {
        return Objects.requireNonNull(hub.as(Actor.visitor()).search(query).next());
    }

    private static String decoded(String text) {
        String whole = text.substring(0, text.length() - text.length() % 4);
        return new String(Base64.getUrlDecoder().decode(whole), StandardCharsets.ISO_8859_1);
    }

    @Test
    void wordsAreShownWhereTheyWereFound() {
        Practice practice = Samples.practice("A plain title");
        world.publish(practice.toBuilder()
                .text(Language.FR, PracticeText.of("Un titre", "Du texte. ".repeat(60) + "Un mot perdu."))
                .build());

        FoundDocument here = found("plain", Language.FR);
        assertThat(here.language()).as("where the words are").isEqualTo(Language.EN);
        assertThat(here.title().html()).isEqualTo("A <mark>plain</mark> title");
        FoundDocument there = found("perdu", Language.EN);
        assertThat(there.language()).isEqualTo(Language.FR);
        assertThat(there.text().html()).endsWith("Un mot <mark>perdu</mark>.");
        FoundDocument everything = found("", Language.FR);
        assertThat(everything.language()).isEqualTo(Language.FR);
        assertThat(everything.title().html()).isEqualTo("Un titre");
        assertThat(everything.text().text()).startsWith("Du texte.").endsWith("\u2026");
    }

    @Test
    void anObjectiveThatNothingServesIsCountedAsNone() {
        world.publish(Samples.practice());

        SearchResult result = world.visitor().search(SearchQuery.everything());

        assertThat(result.counts().get(Facet.OBJECTIVE))
                .hasSize(23)
                .containsValue(0L)
                .containsValue(1L);
        assertThat(result.counts().get(Facet.SECONDARY_OBJECTIVE)).hasSize(23).containsValue(0L);
        assertThat(result.counts().get(Facet.PRIMARY_OBJECTIVE)).hasSize(23).containsValue(0L);
        assertThat(result.counts().get(Facet.PRINCIPLE)).doesNotContainValue(0L);
        assertThat(world.visitor()
                        .search(SearchQuery.everything().counting(Set.of(Facet.KIND)))
                        .counts())
                .containsOnlyKeys(Facet.KIND);
    }

    @Test
    void organisationsAreCalledByTheirNames() {
        world.publish(named("One", "Sample Lighthouse-Keepers"));

        SearchResult all = world.visitor().search(SearchQuery.everything());
        assertThat(all.organisations()).containsEntry("name:sample lighthouse keepers", "Sample Lighthouse-Keepers");
        SearchResult none = world.visitor().search(SearchQuery.everything().only(Facet.ORGANISATION, "nobody"));
        assertThat(none.organisations())
                .containsEntry("name:sample lighthouse keepers", "Sample Lighthouse-Keepers")
                .hasSameSizeAs(none.counts().get(Facet.ORGANISATION));
    }

    @Test
    void anOrganisationIsWrittenAsSomethingPublicHasIt() {
        SubmissionId gone = world.publish(named("One", "Sample Lighthouse-Keepers"));
        SearchQuery nothing = SearchQuery.everything().only(Facet.ORGANISATION, "nobody");
        assertThat(world.visitor().search(nothing).organisations()).containsValue("Sample Lighthouse-Keepers");

        world.publish(named("Another", "SAMPLE LIGHTHOUSE KEEPERS"));
        world.sam().retract(gone, "Wrong.");

        assertThat(world.visitor().search(nothing).organisations())
                .containsEntry("name:sample lighthouse keepers", "SAMPLE LIGHTHOUSE KEEPERS");
    }

    @Test
    void howAnOrganisationIsWrittenIsLookedUpOnceAsLongAsWhatHasItStaysAsItIs() {
        world.publish(named("One", "Sample Lighthouse-Keepers"));
        SearchQuery nothing = SearchQuery.everything().only(Facet.ORGANISATION, "nobody");
        world.visitor().search(nothing);
        world.publish(named("Another", "Body"));
        index.searches = 0;

        assertThat(world.visitor().search(nothing).organisations()).hasSize(2);
        assertThat(index.searches).as("the other one is looked up").isEqualTo(2);
        assertThat(world.visitor().search(nothing).organisations()).hasSize(2);
        assertThat(index.searches).isEqualTo(3);
    }

    @Test
    void asSoonAsAnIndexHasTakenInThatSomethingIsGoneItsWordsAreGone() {
        world.publish(named("Another", "SAMPLE LIGHTHOUSE KEEPERS"));
        SubmissionId gone = world.publish(named("One", "Sample Lighthouse-Keepers"));
        SearchQuery nothing = SearchQuery.everything().only(Facet.ORGANISATION, "nobody");
        Desk visitor = world.visitor();
        assertThat(visitor.search(nothing).organisations()).containsValue("Sample Lighthouse-Keepers");
        List<String> names = new ArrayList<>();
        index.applied =
                () -> names.addAll(visitor.search(nothing).organisations().values());

        world.sam().retract(gone, "Wrong.");
        assertThat(names).containsExactly("SAMPLE LIGHTHOUSE KEEPERS");
    }

    @Test
    void registeredOrganisationsAreCalledAsTheRegisterDoes() {
        world.publish(Samples.practice());
        SearchResult none = world.visitor().search(SearchQuery.everything().only(Facet.ORGANISATION, "nobody"));
        assertThat(none.organisations()).containsEntry("sample-ministry", "Sample Ministry of Labour");
    }

    @Test
    void ofManyOrganisationsTheMostFrequentAreCountedAndThoseChosen() {
        List<OrganisationRef> many = IntStream.range(10, 40)
                .mapToObj(number -> OrganisationRef.named("Body " + number))
                .toList();
        world.publish(Samples.practice("Many").toBuilder()
                .mainImplementers(many)
                .focalPoint(Samples.BEN.id())
                .build());
        world.publish(named("One more", "Body 39"));

        SortedMap<String, Long> counts = world.visitor()
                .search(SearchQuery.everything().only(Facet.ORGANISATION, "name:body 38"))
                .counts()
                .getOrDefault(Facet.ORGANISATION, new TreeMap<>());

        assertThat(counts)
                .hasSize(SearchResult.MOST_ORGANISATIONS + 1)
                .containsEntry("name:body 39", 2L)
                .containsEntry("name:body 38", 1L);
    }

    @Test
    void whileTheIndexIsBehindNoNameIsShownThatNothingPublicHas() {
        SubmissionId gone = world.publish(named("One", "Sample Lighthouse-Keepers"));
        world.publish(named("Another", "Body"));
        world.publish(Samples.practice("With an organisation of the register"));
        index.stuck = true;
        world.sam().retract(gone, "Wrong.");
        index.instead = "";

        SearchResult first = world.visitor().search(SearchQuery.of("onne").limit(2));
        SearchResult all = world.visitor().search(SearchQuery.of("onne"));

        assertThat(all.total()).as("without what is known to be gone").isEqualTo(2);
        assertThat(all.organisations()).containsOnlyKeys("name:body", "sample-ministry");
        assertThat(first.organisations()).doesNotContainKey("name:sample lighthouse keepers");
        assertThat(all.counts().get(Facet.ORGANISATION))
                .containsOnlyKeys(all.organisations().keySet());
        assertThat(all.didYouMean()).isNull();

        index.stuck = false;
        assertThat(world.visitor().search(SearchQuery.of("onne")).didYouMean()).isEmpty();
    }

    @Test
    void howMuchTextIsLookedAtForOnePageIsBounded() {
        String text = "x ".repeat(9_900);
        Practice.Builder many = named("Many languages", "Sample Lighthouse-Keepers").toBuilder();
        for (char letter = 'a'; letter < 'z'; letter++) {
            many.text(
                    new Language("q" + letter + "a"),
                    PracticeText.of("Title", "Summary.").withKeyLessons(text));
        }
        SubmissionId byName = world.publish(many.build());
        assertThat(world.find("lighthouse")).containsExactly(byName);
        assertThat(index.looked).isBetween(200_000L, 230_000L);

        for (int number = 0; number < 30; number++) {
            world.publish(Samples.practice("Plain " + number).toBuilder()
                    .keyLessons(text)
                    .build());
        }
        index.looked = 0;
        List<FoundDocument> found =
                world.visitor().search(SearchQuery.of("Plain").limit(50)).found();
        assertThat(found).hasSize(30);
        assertThat(found.get(0).title().html()).contains("<mark>");
        assertThat(found.get(29).title().html()).startsWith("Plain ");
        assertThat(index.looked).isBetween(400_000L, 500_000L);
    }

    @Test
    void whatIsLookedForInsteadIsWhatIsMarked() {
        world.publish(Samples.practice("A plain title"));
        index.instead = "plain";

        SearchResult result = world.visitor().search(SearchQuery.of("plian"));

        assertThat(result.didYouMean()).isEqualTo("plain");
        assertThat(result.found().get(0).title().html()).isEqualTo("A <mark>plain</mark> title");
    }

    @Test
    void whatHasMostOfTheWordsIsFoundWithWhatIsMissingAsItWasTyped() {
        SubmissionId id = world.publish(Samples.practice("A plain title"));

        SearchResult result = world.visitor().search(SearchQuery.of("plain title d’Été"));
        assertThat(result.items()).extracting(PublicRecord.Published::id).containsExactly(id);
        assertThat(result.enough()).isEqualTo(Enough.MOST);
        assertThat(result.missing()).containsExactly("Été");

        SearchResult all = world.visitor().search(SearchQuery.of("plain title"));
        assertThat(all.enough()).isEqualTo(Enough.ALL);
        assertThat(all.missing()).isEmpty();
        SearchResult none = world.visitor().search(SearchQuery.of("zebra unicorn"));
        assertThat(none.enough()).isEqualTo(Enough.ALL);
        assertThat(none.total()).isZero();
    }

    @Test
    void laterPagesOfWhatHasMostOfTheWordsGoOnThoughSomethingThatHasAllIsPublished() {
        world.publish(Samples.practice("Plain one"));
        world.publish(Samples.practice("Plain two"));
        SearchQuery query = SearchQuery.of("plain zebra").sort(Sort.NEWEST).limit(1);
        SearchResult first = world.visitor().search(query);
        world.publish(Samples.practice("Plain zebra"));

        SearchResult second = world.visitor().search(query.after(first.next()));
        assertThat(second.found()).hasSize(1);
        assertThat(second.enough()).isEqualTo(Enough.MOST);
        assertThat(second.next()).isNull();
        assertThat(world.visitor().search(query).total()).isEqualTo(1);
    }

    @Test
    void whileTheIndexIsBehindItIsNotToldWhichWordsAreMissing() {
        world.publish(Samples.practice("A plain title"));
        index.stuck = true;
        world.publish(Samples.practice("Another"));

        SearchResult result = world.visitor().search(SearchQuery.of("plain zebra"));
        assertThat(result.enough()).isEqualTo(Enough.MOST);
        assertThat(result.missing()).isEmpty();
    }

    @Test
    void whereSomethingThatWasFoundIsGoneItIsNotToldWhichWordsAreMissing() {
        world.publish(Samples.practice("A plain title"));
        SubmissionId gone = world.publish(Samples.practice("A plain quokka"));
        SearchQuery query = SearchQuery.of("plain title quokka zebra");
        assertThat(world.visitor().search(query).missing()).containsExactly("zebra");
        index.deaf = true;
        world.sam().retract(gone, "Wrong.");

        SearchResult result = world.visitor().search(query);
        assertThat(result.found()).hasSize(1);
        assertThat(result.enough()).isEqualTo(Enough.MOST);
        assertThat(result.missing()).as("the quokka would be, too").isEmpty();
    }

    @Test
    void whereAllThatHasTheWordsIsGoneFewerAreEnough() {
        SubmissionId id = world.publish(Samples.practice("A plain title"));
        SubmissionId gone = world.publish(Samples.practice("A plain zebra with a quokka"));
        index.deaf = true;
        world.sam().retract(gone, "Wrong.");

        SearchResult most = world.visitor().search(SearchQuery.of("plain zebra"));
        assertThat(most.items()).extracting(PublicRecord.Published::id).containsExactly(id);
        assertThat(most.enough()).isEqualTo(Enough.MOST);
        assertThat(most.total()).isEqualTo(1);
        SearchResult some = world.visitor().search(SearchQuery.of("plain zebra quokka"));
        assertThat(some.items()).extracting(PublicRecord.Published::id).containsExactly(id);
        assertThat(some.enough()).isEqualTo(Enough.SOME);
        assertThat(world.visitor().search(SearchQuery.of("zebra quokka")).found())
                .isEmpty();
    }

    @Test
    void anIndexThatCanOnlySearchSuggestsTermsAndNothingElse() {
        World plain = World.standard();
        SubmissionId id =
                plain.publish(Samples.practice().toBuilder().title("Recruiting").build());

        assertThat(plain.visitor().suggest("recr", List.of(), 10))
                .extracting(Suggestion::text)
                .containsExactly("Recruitment and decent work");
        assertThat(plain.visitor().similar(id, 5)).isEmpty();
        assertThat(plain.visitor()
                        .search(SearchQuery.of("recruiting"))
                        .found()
                        .get(0)
                        .title()
                        .html())
                .isEqualTo("Recruiting");
    }

    @Test
    void anAdministratorHasTheIndexBuiltAnewAndSeesHowFarItIs() {
        SubmissionId id = world.publish(Samples.practice("Kept"));
        IndexDesk desk = world.ada().index();
        assertThat(desk.state().rebuild()).isNull();
        List<Runnable> waiting = new ArrayList<>();

        IndexState begun = desk.rebuild(waiting::add);
        assertThat(begun.isRebuilding()).isTrue();
        assertThat(desk.rebuild(waiting::add).isRebuilding()).isTrue();
        assertThat(waiting).as("nothing more is begun").hasSize(1);
        waiting.get(0).run();

        IndexState done = desk.state();
        assertThat(done.isRebuilding()).isFalse();
        assertThat(done.position()).isEqualTo(done.end());
        assertThat(done.rebuild()).isNotNull().satisfies(rebuild -> {
            assertThat(rebuild.failed()).isFalse();
            assertThat(rebuild.reached()).isEqualTo(rebuild.goal()).isEqualTo(done.end());
            assertThat(rebuild.endedAt()).isNotNull();
        });
        assertThat(world.find("kept")).containsExactly(id);
    }

    @Test
    void aRebuildThatFailsIsSeenAndCanBeTriedAgain() {
        SubmissionId id = world.publish(Samples.practice("Kept"));
        IndexDesk desk = world.ada().index();
        index.failing = true;
        IndexState failed = desk.rebuild(Runnable::run);
        assertThat(failed.rebuild())
                .isNotNull()
                .satisfies(rebuild -> assertThat(rebuild.failed()).isTrue());
        assertThat(world.find("kept")).containsExactly(id);

        index.failing = false;
        assertThat(desk.rebuild(Runnable::run).rebuild())
                .isNotNull()
                .satisfies(rebuild -> assertThat(rebuild.failed()).isFalse());
    }

    @Test
    void anExecutorThatTakesNothingLeavesNothingBegun() {
        IndexDesk desk = world.ada().index();
        assertThatThrownBy(() -> desk.rebuild(work -> {
                    throw new RejectedExecutionException("Full");
                }))
                .hasMessage("Full");
        assertThat(desk.state().isRebuilding()).isFalse();
        assertThat(desk.rebuild(Runnable::run).rebuild()).isNotNull();
    }

    @Test
    void whatIsPublishedWhileTheIndexIsBuiltAnewIsFoundMeanwhile() {
        world.publish(Samples.practice("Before"));
        List<SubmissionId> found = new ArrayList<>();
        index.meanwhile = () -> {
            SubmissionId id = world.publish(Samples.practice("Meanwhile"));
            assertThat(world.find("meanwhile")).containsExactly(id);
            found.add(id);
        };
        world.ada().index().rebuild(Runnable::run);
        assertThat(world.find("meanwhile")).isEqualTo(found).hasSize(1);
        assertThat(world.hub().isCaughtUp()).isTrue();
    }

    private FoundDocument found(String words, Language reader) {
        return world.visitor()
                .search(SearchQuery.of(words).preferred(List.of(reader)))
                .found()
                .get(0);
    }

    private List<String> suggested(String typed) {
        return world.visitor().suggest(typed, List.of(), 10).stream()
                .map(Suggestion::text)
                .toList();
    }

    private static Practice named(String title, String body) {
        return Samples.practice(title).toBuilder()
                .mainImplementers(List.of(OrganisationRef.named(body)))
                .focalPoint(Samples.BEN.id())
                .build();
    }

    /** An index that says what it is told to, as one that lags behind might. */
    private static final class OldIndex implements SearchIndex, Suggesting, Likening, Excerpting {

        private final InMemorySearchIndex inner = new InMemorySearchIndex();
        private final List<Suggestion> suggestions = new ArrayList<>();
        private final List<SubmissionId> alike = new ArrayList<>();
        private @Nullable String instead;
        private @Nullable Runnable meanwhile;
        private boolean failing;
        private boolean stuck;
        private boolean deaf;
        private @Nullable Runnable applied;
        private long looked;
        private int searches;

        @Override
        public long position() {
            return inner.position();
        }

        @Override
        public void apply(List<IndexChange> changes, long position) {
            if (stuck) {
                throw new IllegalStateException("The disk is full");
            }
            inner.apply(deaf ? List.of() : changes, position);
            if (applied != null) {
                applied.run();
            }
        }

        @Override
        public SearchPage search(SearchQuery query) {
            searches++;
            SearchPage page = inner.search(instead == null ? query : query.words(instead));
            return new SearchPage(
                    page.hits(), page.total(), page.next(), page.counts(), instead, page.enough(), page.missing());
        }

        @Override
        public List<Suggestion> suggest(String typed, List<Language> preferred, int most) {
            return suggestions;
        }

        @Override
        public List<SearchHit> like(DocumentId document, int most) {
            SearchHit any = inner.search(SearchQuery.everything()).hits().get(0);
            return alike.stream()
                    .map(id -> new SearchHit(DocumentId.of(id), 1, any.card()))
                    .toList();
        }

        /** Marks the words as they are written. */
        @Override
        public Marking marking(SearchQuery query) {
            return (text, language, length) -> {
                looked += text.length();
                int at = text.indexOf(query.words());
                return at < 0
                        ? Excerpt.beginning(text, length)
                        : new Excerpt(
                                List.of(
                                        new Excerpt.Piece(text.substring(0, at), false),
                                        new Excerpt.Piece(query.words(), true),
                                        new Excerpt.Piece(
                                                text.substring(
                                                        at + query.words().length()),
                                                false)),
                                false,
                                false);
            };
        }

        @Override
        public void clear() {
            inner.clear();
        }

        @Override
        public void rebuild(IndexBatch.Source source) {
            if (failing) {
                throw new IllegalStateException("The disk is full");
            }
            Runnable once = meanwhile;
            meanwhile = null;
            inner.rebuild(position -> {
                var next = source.after(position);
                if (position == 0 && once != null) {
                    once.run();
                }
                return next;
            });
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
