package org.migrationhub.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.migrationhub.server.Client;

/** Who acts: the people of a small configuration. Thread-safe once everybody is known. */
final class Cast {

    static final String CONTRIBUTOR = "contributor";
    static final String SECRETARY = "secretary";
    static final String ADMINISTRATOR = "administrator";

    private static final List<String> UN = List.of("un1", "un2");
    private static final List<String> OTHERS = List.of("other1", "other2", "other3", "other4");
    private static final String ROOM = "{\"languages\":[\"en\"],\"capacity\":100}";

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private String focalPoint = "";

    /** Writes the configuration in which they are. */
    static void write(Path directory) throws IOException {
        List<String> lines = new ArrayList<>();
        organisation(lines, "ministry", "non-un");
        organisation(lines, "agency", "un");
        organisation(lines, "university", "non-un");
        person(lines, CONTRIBUTOR, "contributor", "ministry");
        person(lines, SECRETARY, "secretariat", "");
        person(lines, ADMINISTRATOR, "administrator", "");
        UN.forEach(key -> person(lines, key, "reviewer", "agency"));
        OTHERS.forEach(key -> person(lines, key, "reviewer", "university"));
        Files.createDirectories(directory);
        Files.write(directory.resolve("hub.properties"), lines);
    }

    /** Learns who everybody is, and lets the reviewers judge as many items as there will be. */
    void meet(Node node) {
        List<String> all = new ArrayList<>(List.of(CONTRIBUTOR, SECRETARY, ADMINISTRATOR));
        all.addAll(UN);
        all.addAll(OTHERS);
        for (String key : all) {
            String id = as(key, node).get("/api/v1/me").at("/person");
            ids.put(key, id);
            keys.put(id, key);
            if (UN.contains(key) || OTHERS.contains(key)) {
                String entry = "/api/v1/people/" + id + "/roster-entry";
                assertThat(as(SECRETARY, node).put(entry, ROOM).status()).isEqualTo(200);
            }
        }
        focalPoint = as(CONTRIBUTOR, node)
                .post("/api/v1/people", "{\"name\":\"Sample focal point\"}")
                .id();
    }

    /** Somebody at a node. */
    static Client as(String key, Node node) {
        return new Client(node.base(), token(key));
    }

    String id(String key) {
        return ids.get(key);
    }

    /** Whose id this is. */
    String key(String id) {
        return keys.get(id);
    }

    /** Whom the implementer of every practice has named. */
    String focalPoint() {
        return focalPoint;
    }

    /** One of the UN and two others, as the body of a request. */
    String panel(Random random) {
        int first = random.nextInt(OTHERS.size());
        int second = (first + 1 + random.nextInt(OTHERS.size() - 1)) % OTHERS.size();
        return "{\"reviewers\":[\"%s\",\"%s\",\"%s\"]}"
                .formatted(id(UN.get(random.nextInt(UN.size()))), id(OTHERS.get(first)), id(OTHERS.get(second)));
    }

    private static String token(String key) {
        return "sample-token-of-%s-7f1c83ab52d9".formatted(key);
    }

    private static void organisation(List<String> lines, String key, String sector) {
        lines.add("organisation.%s.name = Sample %s".formatted(key, key));
        lines.add("organisation.%s.sector = %s".formatted(key, sector));
    }

    private static void person(List<String> lines, String key, String role, String organisation) {
        lines.add("token.%s.secret = %s".formatted(key, token(key)));
        lines.add("token.%s.roles = %s".formatted(key, role));
        lines.add("token.%s.name = Sample %s".formatted(key, key));
        if (!organisation.isEmpty()) {
            lines.add("token.%s.organisation = %s".formatted(key, organisation));
        }
        if (role.equals("reviewer")) {
            lines.add("token.%s.languages = en".formatted(key));
        }
    }
}
