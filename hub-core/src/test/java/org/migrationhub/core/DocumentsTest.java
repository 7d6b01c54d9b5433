package org.migrationhub.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.kit.Samples;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.people.OrganisationEvent;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.search.DocumentId;
import org.migrationhub.core.search.Facet;
import org.migrationhub.core.search.SearchCard;
import org.migrationhub.core.search.SearchDocument;
import org.migrationhub.core.search.SearchQuery;
import org.migrationhub.core.search.SearchText;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.InMemoryStorage;
import org.migrationhub.core.storage.Stored;
import org.migrationhub.core.vocabulary.Language;

/** What is no practice and no resource joins the search by being told to the hub, and is as safe there as they are. */
class DocumentsTest {

    private final HubStorage storage = new InMemoryStorage();
    private final Organisations organisations = new Organisations(storage);
    private final World world = World.of(parts -> parts.storage(storage).documents(organisations));

    @Test
    void anotherKindIsFoundBesideTheItems() {
        SubmissionId item = world.publish(Samples.practice("A lighthouse"));
        OrganisationId keepers = organisation("Sample lighthouse keepers");

        SearchResult result = world.visitor().search(SearchQuery.of("lighthouse"));

        assertThat(result.found())
                .extracting(found -> found.document().id())
                .containsExactlyInAnyOrder(DocumentId.of(item), Organisations.id(keepers));
        assertThat(result.total()).isEqualTo(2);
        assertThat(result.items()).as("the items alone").hasSize(1);
        assertThat(result.counts().get(Facet.KIND)).containsEntry("organisation", 1L);
        assertThat(world.visitor()
                        .search(SearchQuery.of("lighthouse").only(Facet.KIND, "organisation"))
                        .found())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.title().text()).isEqualTo("Sample lighthouse keepers");
                    assertThat(found.item()).isEmpty();
                });
    }

    @Test
    void itChangesWithItsRecord() {
        OrganisationId id = organisation("Sample lighthouse keepers");
        Stored<Organisation> stored = world.keeper().organisation(id);
        world.keeper()
                .ifVersion(stored.head().sequence())
                .updateOrganisation(Samples.organisation(
                        id.value(), "Sample harbour masters", stored.value().sector()));

        assertThat(found("lighthouse")).isEmpty();
        assertThat(found("harbour")).containsExactly(Organisations.id(id));
    }

    @Test
    void whatIsNotPublicAnyMoreIsNotShownWhateverTheIndexHolds() {
        OrganisationId id = organisation("Sample lighthouse keepers");
        organisations.hidden.add(id);

        SearchResult result = world.visitor().search(SearchQuery.of("lighthouse"));

        assertThat(result.found()).isEmpty();
        assertThat(result.total()).isZero();
    }

    @Test
    void anIndexBuiltAnewHoldsWhatAHubDidNotKnowBefore() {
        HubStorage kept = new InMemoryStorage();
        World before = World.of(parts -> parts.storage(kept));
        OrganisationId id = before.keeper().addOrganisation("Sample keepers", Samples.AGENCY.sector());
        assertThat(before.visitor().search(SearchQuery.of("keepers")).found()).isEmpty();

        Hub later =
                Hub.builder().storage(kept).documents(new Organisations(kept)).build();

        assertThat(later.as(Actor.visitor()).search(SearchQuery.of("keepers")).found())
                .extracting(found -> found.document().id())
                .containsExactly(Organisations.id(id));
    }

    @Test
    void twoKindsOfOneNameAreRefused() {
        Hub.Builder builder = Hub.builder().documents(organisations).documents(new Organisations(storage));

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("organisation");
    }

    private List<DocumentId> found(String words) {
        return world.visitor().search(SearchQuery.of(words)).found().stream()
                .map(found -> found.document().id())
                .toList();
    }

    private OrganisationId organisation(String name) {
        return world.keeper().addOrganisation(name, Samples.AGENCY.sector());
    }

    /** The organisations of the register. */
    private static final class Organisations implements Documents {

        private final HubStorage storage;
        private final Set<OrganisationId> hidden = new HashSet<>();

        Organisations(HubStorage storage) {
            this.storage = storage;
        }

        static DocumentId id(OrganisationId id) {
            return DocumentId.of("organisation", id.value());
        }

        @Override
        public String kind() {
            return "organisation";
        }

        @Override
        public Optional<DocumentId> changedBy(Entry entry) {
            return entry.event() instanceof OrganisationEvent.Recorded recorded
                    ? Optional.of(id(recorded.organisation().id()))
                    : Optional.empty();
        }

        @Override
        public Optional<Registered> find(DocumentId id) {
            OrganisationId wanted = new OrganisationId(id.id());
            return storage.organisation(wanted)
                    .filter(stored -> !hidden.contains(wanted))
                    .map(Stored::value)
                    .map(Registered::new);
        }
    }

    private record Registered(Organisation organisation) implements SearchDocument {

        @Override
        public DocumentId id() {
            return Organisations.id(organisation.id());
        }

        @Override
        public Instant publishedAt() {
            return Samples.NOW;
        }

        @Override
        public List<SearchText> texts() {
            return List.of(new SearchText(SearchText.Part.TITLE, Language.EN, organisation.name()));
        }

        @Override
        public SortedSet<String> values(Facet facet) {
            return new TreeSet<>(facet == Facet.KIND ? List.of("organisation") : List.of());
        }

        @Override
        public SearchCard card() {
            SearchCard.Text text = new SearchCard.Text(organisation.name(), "");
            return new SearchCard(
                    "organisation", Language.EN, new TreeMap<>(Map.of(Language.EN, text)), new TreeSet<>());
        }
    }
}
