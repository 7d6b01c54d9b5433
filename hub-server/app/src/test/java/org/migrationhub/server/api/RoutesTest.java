package org.migrationhub.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** An address leads where it says, and nowhere else. */
class RoutesTest {

    private final Routes<String> routes = new Routes<>();

    RoutesTest() {
        routes.add("GET", "/", "root");
        routes.add("GET", "/en/", "home");
        routes.add("GET", "/items/{id}", "item");
        routes.add("GET", "/items/{id}/files/{sha256}", "file");
        routes.add("GET", "/items/newest", "newest");
        routes.add("POST", "/items/import", "import");
        routes.add("GET", "/items/{id}/citation.bib", "citation");
    }

    @Test
    void whatStandsInAnAddressForAParameterIsToldAsItStandsThere() {
        assertThat(routes.find("GET", "/items/a%20b")).isEqualTo(new Routes.Found<>("item", Map.of("id", "a%20b")));
        assertThat(routes.find("GET", "/items/1/files/2"))
                .isEqualTo(new Routes.Found<>("file", Map.of("id", "1", "sha256", "2")));
    }

    @Test
    void whatIsNamedGoesBeforeWhatIsAParameterIfTheMethodIsThere() {
        assertThat(routes.find("GET", "/items/newest")).isEqualTo(new Routes.Found<>("newest", Map.of()));
        assertThat(routes.find("GET", "/items/import")).isEqualTo(new Routes.Found<>("item", Map.of("id", "import")));
        assertThat(routes.find("GET", "/items/newest/citation.bib"))
                .isEqualTo(new Routes.Found<>("citation", Map.of("id", "newest")));
    }

    @Test
    void everySlashCountsAndNothingIsNoParameter() {
        assertThat(routes.find("GET", "/")).isEqualTo(new Routes.Found<>("root", Map.of()));
        assertThat(routes.find("GET", "/en/")).isEqualTo(new Routes.Found<>("home", Map.of()));
        for (String address : new String[] {
            "",
            "//",
            "/en",
            "/en//",
            "//en/",
            "/items/",
            "/items/1/",
            "/items//files/2",
            "/items/1/citation-bib",
            "/Items/1"
        }) {
            assertThat(routes.find("GET", address)).as(address).isNull();
            assertThat(routes.at(address)).as(address).isEmpty();
        }
    }

    @Test
    void whatIsPossibleAtAnAddressIsToldOfAllThatItMayMean() {
        assertThat(routes.at("/items/1")).containsExactly("GET", "OPTIONS");
        assertThat(routes.at("/items/import")).containsExactly("GET", "OPTIONS", "POST");
        assertThat(routes.find("DELETE", "/items/1")).isNull();
    }

    @Test
    void aRouteIsThereOnceAndAParameterIsAWholePart() {
        assertThatThrownBy(() -> routes.add("GET", "/items/{number}", "another"))
                .hasMessageContaining("GET /items/{number}");
        assertThatThrownBy(() -> routes.add("GET", "/items/{id}.bib", "piece")).hasMessageContaining("{id}.bib");
    }
}
