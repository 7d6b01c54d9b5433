package org.migrationhub.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An embedder sees one type. */
class VisibilityTest {

    @Test
    void oneTypeIsPublic() throws Exception {
        Path classes = Path.of(LuceneSearchIndex.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve(LuceneSearchIndex.class.getPackageName().replace('.', '/'));
        List<Class<?>> seen = new ArrayList<>();
        try (Stream<Path> files = Files.list(classes)) {
            for (Path file : files.filter(name -> name.toString().endsWith(".class")
                            && !name.toString().contains("package-info"))
                    .toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                Class<?> type = Class.forName(LuceneSearchIndex.class.getPackageName() + "." + name);
                if (Modifier.isPublic(type.getModifiers())) {
                    seen.add(type);
                }
            }
        }
        assertThat(seen).containsExactly(LuceneSearchIndex.class);
    }
}
