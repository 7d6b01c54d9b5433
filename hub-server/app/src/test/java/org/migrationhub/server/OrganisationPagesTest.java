package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The register of organisations. */
class OrganisationPagesTest extends SecretariatPages {

    @Test
    void anOrganisationIsRegisteredOnceAndChanged() {
        Reply form = secretariat.open("/en/desk/organisations/new");
        Reply wrong = secretariat.send(
                "/en/desk/organisations/new", "id", first(ID, form), "seal", first(SEAL, form), "aliases", "SO\nОС");
        assertThat(wrong.text()).contains("href=\"#name\"", "href=\"#sector\"", "SO\nОС");
        String[] fields = {
            "id",
            first(ID, wrong),
            "seal",
            first(SEAL, wrong),
            "name",
            "Sample office",
            "sector",
            "un",
            "aliases",
            "SO\nОС"
        };
        Reply made = secretariat.send("/en/desk/organisations/new", fields);
        assertThat(secretariat.send("/en/desk/organisations/new", fields).status())
                .isEqualTo(303);
        String address = made.header("Location").replaceFirst("[?].*", "");
        Reply shown = secretariat.open(address);
        Reply circle = secretariat.send(
                address, "version", version(shown), "name", "Sample office", "sector", "un", "partOf", "Sample office");
        assertThat(circle.text()).contains("href=\"#partOf\"", "part of itself");
        Reply changed = secretariat.follow(
                address,
                "version",
                version(shown),
                "name",
                "Sample bureau",
                "sector",
                "un",
                "aliases",
                "SB",
                "partOf",
                "OIM");
        assertThat(changed.text()).contains("Saved.", "International Organization for Migration");
        assertThat(secretariat.open("/en/desk/organisations?q=sb").text()).contains("Sample bureau", "part of");
        assertThat(secretariat
                        .send(address, "version", version(shown), "name", "Another", "sector", "un")
                        .status())
                .isEqualTo(412);
    }

    @Test
    void organisationsStandInTheOrderOfTheirNamesPageAfterPage() {
        made("Zz orderly agency", "ZOA");
        IntStream.range(0, 30).forEach(number -> made("Middle orderly agency " + number, ""));
        made("Éa orderly agency", "EOA");
        Reply first = secretariat.open("/en/desk/organisations?q=orderly+agency");
        assertThat(first.text())
                .containsSubsequence("Éa orderly agency", "Middle orderly agency 0", "Middle orderly agency 10")
                .doesNotContain("Zz orderly agency");
        String next = first(Pattern.compile("(/en/desk/organisations[?]q=orderly[^\"]*cursor[^\"]*)\""), first);
        assertThat(secretariat.open(next.replace("&amp;", "&")).text())
                .containsSubsequence("Middle orderly agency 9", "Zz orderly agency")
                .doesNotContain("Éa orderly agency");
    }

    @Test
    void whatTwoEditorsChangeIsMergedFieldByField() {
        String address = made("Sample agency of two editors", "SATE");
        Reply opened = secretariat.open(address);
        change(address, opened, "Sample agency of two editors", "SATE\nSA2E");
        Reply second = change(address, opened, "Sample agency of both editors", "SATE\nOf both");
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.text())
                .contains("value=\"Sample agency of both editors\"", "<a href=\"#aliases\">")
                .containsPattern("<dd[^>]*>SA2E\nSATE</dd>")
                .doesNotContain("<a href=\"#name\">");
        Reply refused =
                secretariat.send(address, "version", version(opened), "seen", seen(opened), "name", "", "sector", "un");
        assertThat(version(refused)).as("what was seen stays what was seen").isEqualTo(version(opened));
        assertThat(change(address, second, "Sample agency of both editors", "SATE\nSA2E\nOf both")
                        .status())
                .isEqualTo(303);
        assertThat(change(address, second, "Sample agency of both editors", "Of both\nSA2E\nSATE")
                        .status())
                .as("sent twice")
                .isEqualTo(303);
    }

    private static String made(String name, String aliases) {
        Reply form = secretariat.open("/en/desk/organisations/new");
        Reply made = secretariat.send(
                "/en/desk/organisations/new",
                "id",
                first(ID, form),
                "seal",
                first(SEAL, form),
                "name",
                name,
                "sector",
                "un",
                "aliases",
                aliases);
        return made.header("Location").replaceFirst("[?].*", "");
    }

    private static Reply change(String address, Reply opened, String name, String aliases) {
        return secretariat.send(
                address,
                "version",
                version(opened),
                "seen",
                seen(opened),
                "name",
                name,
                "sector",
                "un",
                "aliases",
                aliases);
    }
}
