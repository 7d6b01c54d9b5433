package org.migrationhub.server.crash;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.server.json.Json;

/** A practice as it is sent, and the digest by which the journal knows it. */
record Text(String json, String digest) {

    /** A word that is in the title of every practice. */
    static final String COMMON = "crashproof";

    /**
     * One that differs from every other.
     *
     * @param word that is in no other practice
     * @param number of the version
     * @param files the JSON of those that go with it
     */
    static Text of(String word, int number, String focalPoint, String files) {
        String json =
                """
               {"kind":"practice","language":"en",
                "texts":{"en":{"title":"Sample: %s %s, version %d","summary":"%s"}},
                "primaryObjectives":["objective-8"],"type":"practice-type-project","geography":{"countries":["NER"]},
                "period":{"startYear":2021},"mainImplementers":[{"name":"Sample lighthouse keepers"}],
                "focalPoint":"%s","attachments":[%s]}
               """.formatted(COMMON, word, number, "Sample text. ".repeat(30).strip(), focalPoint, files);
        return new Text(json, ContentDigest.of(ContentCodec.read(tree(json))).toString());
    }

    @SuppressWarnings("unchecked") // the text above is an object
    private static Map<String, ?> tree(String json) {
        return (Map<String, ?>) Json.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
