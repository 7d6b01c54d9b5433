package org.migrationhub.server.load;

import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the web framework can do by itself: it gives out what stands in files, each at its place in the list, and nothing more.
 * {@link LoadRun} starts it as it starts the server, so that both have a virtual machine of their own.
 */
public final class BareServer {

    private BareServer() {}

    /**
     * Starts it, and says where it listens.
     *
     * @param files what is given out: the first one at {@code /0}
     */
    public static void main(String... files) throws IOException {
        byte[][] bytes = new byte[files.length][];
        for (int number = 0; number < files.length; number++) {
            bytes[number] = Files.readAllBytes(Path.of(files[number]));
        }
        Javalin web = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            for (int number = 0; number < bytes.length; number++) {
                byte[] body = bytes[number];
                config.routes.get(
                        "/" + number,
                        context -> context.contentType("application/json").result(body));
            }
        });
        web.start("localhost", 0);
        System.out.println("http://localhost:" + web.port() + "/");
    }
}
