package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.server.api.Grant;

class TokenTableTest {

    private static final Actor ANA = Actor.contributor(new PersonId("ana"));
    private static final Actor SAM = Actor.secretariat(new PersonId("sam"));

    private final TokenTable table =
            new TokenTable(List.of(new Grant("token-of-ana", "Ana", ANA), new Grant("token-of-sam", "Sam", SAM)));

    @Test
    void aTokenIsFoundExactlyAsItIs() {
        assertThat(table.find("token-of-ana")).contains(ANA);
        assertThat(table.find("token-of-sam")).contains(SAM);
        assertThat(table.find("Token-of-ana")).isEmpty();
        assertThat(table.find("token-of-an")).isEmpty();
        assertThat(table.find("")).isEmpty();
    }

    @Test
    void aGrantDoesNotShowItsToken() {
        assertThat(new Grant("secret", "Ana", ANA).toString()).doesNotContain("secret");
    }
}
