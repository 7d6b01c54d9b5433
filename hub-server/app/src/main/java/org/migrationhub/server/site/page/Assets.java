package org.migrationhub.server.site.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Operation;

/** What pages consist of besides themselves. Each file has its digest in its name and never changes. Thread-safe. */
public final class Assets {

    private static final Asset STYLES = Asset.of("site", "css", "text/css; charset=utf-8");
    private static final Asset DESK_STYLES = Asset.of("desk", "css", "text/css; charset=utf-8");
    private static final Asset DESK_SCRIPT = Asset.of("desk", "js", "text/javascript; charset=utf-8");
    private static final Asset SEARCH_SCRIPT = Asset.of("search", "js", "text/javascript; charset=utf-8");
    private static final Asset MARK = Asset.of("mark", "svg", "image/svg+xml");

    private Assets() {}

    public static String styles() {
        return STYLES.address();
    }

    static String deskStyles() {
        return DESK_STYLES.address();
    }

    static String deskScript() {
        return DESK_SCRIPT.address();
    }

    static String searchScript() {
        return SEARCH_SCRIPT.address();
    }

    public static String mark() {
        return MARK.address();
    }

    public static List<Operation> operations() {
        return List.of(
                operation(STYLES),
                operation(DESK_STYLES),
                operation(DESK_SCRIPT),
                operation(SEARCH_SCRIPT),
                operation(MARK));
    }

    private static Operation operation(Asset asset) {
        return new Operation("asset " + asset.address(), "GET", asset.address(), ask -> asset.answer()).alike();
    }

    private record Asset(String address, Answer answer) {

        static Asset of(String name, String ending, String type) {
            byte[] bytes = read(name + "." + ending);
            String digest = Sha256.of(bytes).hex().substring(0, 12);
            Answer answer = Answer.of(200, type, bytes).with("Cache-Control", "public, max-age=31536000, immutable");
            return new Asset("/assets/%s-%s.%s".formatted(name, digest, ending), answer);
        }

        private static byte[] read(String resource) {
            try (InputStream in = Assets.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("The jar lacks " + resource);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
