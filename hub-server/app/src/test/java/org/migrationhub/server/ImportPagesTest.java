package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files of many rows by a page: tried first, told row by row, and then imported as they were tried. */
class ImportPagesTest {

    private static final String PAGE = "/en/desk/imports";
    private static final Pattern TRIED = Pattern.compile("name=\"tried\" value=\"([^\"]+)\"");

    @AutoClose
    private static RunningServer server;

    private final Visitor secretariat = Visitor.of(server, "secretariat");

    @BeforeAll
    static void start() {
        server = RunningServer.demo();
    }

    @BeforeEach
    void look() {
        secretariat.open(PAGE);
    }

    @Test
    void aFileIsTriedAndThenImportedAsItWasTried() {
        String table = "sourceKey,name,sector\nhealth,Sample health office,non-un\nwater,Sample water office,non-un\n";
        Reply tried = upload("offices.csv", table, "organisations");
        assertThat(tried.status()).as(tried.text()).isEqualTo(200);
        assertThat(tried.text())
                .contains(
                        "What would happen",
                        "New: 2",
                        "<th scope=\"rowgroup\">Row 2</th><td><span dir=\"auto\">health</span>");
        assertThat(organisations("Sample health office")).isEmpty();

        Reply done = secretariat.send(PAGE + "/run", "tried", found(TRIED, tried));
        assertThat(done.status()).as(done.text()).isEqualTo(200);
        assertThat(done.text()).contains("Imported", "New: 2");
        assertThat(secretariat.send(PAGE + "/run", "tried", found(TRIED, tried)).text())
                .contains("The file waits no more");
        assertThat(organisations("Sample health office")).isNotEmpty();
        assertThat(upload("offices.csv", table, "organisations").text()).contains("Unchanged: 2");
    }

    @Test
    void whatIsWrongIsToldRowByRowAndNothingIsStored() {
        Reply refused = upload(
                "offices.csv",
                "sourceKey,name,sector\ngood,Sample good office,un\nbad,,nowhere\nbad,Sample,un\n",
                "organisations");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("It can’t be imported, and nothing is stored", "Refused: 2", "New: 1")
                .contains("Row 3", "<code>sector</code>", "A row before this one has the same key")
                .doesNotContain("name=\"tried\"");
        assertThat(organisations("Sample good office")).isEmpty();
    }

    @Test
    void aFileOfWhichNoRowCanBeLookedAtSaysWhy() {
        assertThat(upload("offices.csv", "name,colour\nA,blue\n", "organisations")
                        .text())
                .contains("<code>colour</code>", "There is no such column here")
                .contains("<code>sourceKey</code>", "This column must be there");
        assertThat(upload("offices.json", "no json", "organisations").text()).contains("This is no JSON");
        assertThat(upload("offices.txt", "a", "organisations").text()).contains("Choose a file whose name ends in");
        assertThat(upload("offices.csv", "a", "kings").text()).contains("href=\"#kind\"");
    }

    @Test
    void onlyWhoeverTriedAFileImportsIt() {
        Reply tried = upload("offices.csv", "sourceKey,name,sector\nnobodys,Sample office,un\n", "organisations");
        Visitor administrator = Visitor.of(server, "administrator");
        administrator.open(PAGE);
        assertThat(administrator
                        .send(PAGE + "/run", "tried", found(TRIED, tried))
                        .text())
                .contains("The file waits no more");
        assertThat(secretariat.send(PAGE + "/run", "tried", "A".repeat(43)).status())
                .isEqualTo(422);
        Visitor contributor = Visitor.of(server, "contributor");
        contributor.open("/en/desk/submissions");
        assertThat(contributor.open(PAGE).status()).isEqualTo(403);
        assertThat(contributor.send(PAGE + "/run", "tried", found(TRIED, tried)).status())
                .isEqualTo(403);
    }

    @Test
    void reviewersAreImportedWithTheTableThatIsThereToFillIn() {
        assertThat(secretariat.open(PAGE).text()).contains("/api/v1/imports/roster/template?format=xlsx");
        Reply tried = upload(
                "reviewers.csv",
                "sourceKey,name,email,organisation,languages\nr1,Sample imported,,unknown-key,en\n",
                "roster");
        assertThat(tried.status()).isEqualTo(422);
        assertThat(tried.text()).contains("<code>organisation</code>");
    }

    private Reply upload(String name, String content, String kind) {
        return secretariat.upload(PAGE, name, content.getBytes(StandardCharsets.UTF_8), "kind", kind);
    }

    private static List<String> organisations(String name) {
        return server.secretariat()
                .get("/api/v1/organisations?q=" + name.replace(' ', '+'))
                .each("/organisations", "id");
    }

    private static String found(Pattern pattern, Reply reply) {
        Matcher matcher = pattern.matcher(reply.text());
        assertThat(matcher.find()).as(reply.text()).isTrue();
        return matcher.group(1);
    }
}
