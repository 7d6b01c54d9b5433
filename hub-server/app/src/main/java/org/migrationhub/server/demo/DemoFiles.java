package org.migrationhub.server.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Reads the demonstration's own files from the jar. */
final class DemoFiles {

    private static final JsonMapper FACTS = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper SAMPLES = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private DemoFiles() {}

    static List<PracticeFacts> facts() {
        return read(FACTS, "practices.json", FactsFile.class).practices();
    }

    static List<Sample> samples() {
        return read(SAMPLES, "samples.json", SamplesFile.class).samples();
    }

    /** The bytes of a picture, which are for whoever asks to close. */
    static InputStream picture(Sample.Picture picture) {
        InputStream found = DemoFiles.class.getResourceAsStream(picture.file());
        if (found == null) {
            throw new IllegalStateException("The demonstration lacks " + picture.file());
        }
        return found;
    }

    private record FactsFile(String about, List<PracticeFacts> practices) {}

    private record SamplesFile(String about, List<Sample> samples) {}

    private static <T> T read(JsonMapper mapper, String name, Class<T> type) {
        try (InputStream in = DemoFiles.class.getResourceAsStream(name)) {
            return mapper.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("The demonstration's " + name + " can't be read", e);
        }
    }
}
