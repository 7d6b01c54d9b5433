package org.migrationhub.server.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON strictly, and writes trees. Stateless and thread-safe. */
public final class Json {

    /** How deep objects and arrays may be nested. */
    public static final int MAX_DEPTH = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** How many fields one object may have: far more than any form asks for. */
    public static final int MAX_FIELDS = 500;

    private Json() {}

    /**
     * Reads one value.
     *
     * @throws MalformedJsonException if it is no JSON in UTF-8, names a field twice, is nested deeper than
     *     {@value #MAX_DEPTH}, has an object of more than {@value #MAX_FIELDS} fields, or something follows it
     */
    public static @Nullable Object parse(byte[] json) {
        String text = decoded(json);
        try {
            Object value = MAPPER.readValue(text, Object.class);
            requireFewFields(value);
            return value;
        } catch (JsonProcessingException e) {
            throw new MalformedJsonException(e.getLocation());
        }
    }

    private static void requireFewFields(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            if (object.size() > MAX_FIELDS) {
                throw new MalformedJsonException("An object has more than %d fields.".formatted(MAX_FIELDS));
            }
            object.values().forEach(Json::requireFewFields);
        } else if (value instanceof List<?> list) {
            list.forEach(Json::requireFewFields);
        }
    }

    /** Writes a tree, in UTF-8, without white space. Half a surrogate pair, which has no form in UTF-8, becomes "?". */
    public static byte[] bytes(Object tree) {
        try {
            return MAPPER.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree that can't be written", e);
        }
    }

    private static String decoded(byte[] json) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJsonException("This is no UTF-8.");
        }
    }
}
