package org.migrationhub.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.migrationhub.core.Desk;
import org.migrationhub.core.Hub;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.InMemoryStorage;
import org.migrationhub.core.storage.VerifiedInputStream;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.core.vocabulary.Objective;
import org.migrationhub.core.vocabulary.PracticeType;
import org.migrationhub.server.api.FrontSettings;
import org.migrationhub.server.api.Grant;
import org.migrationhub.server.api.HttpFront;
import org.migrationhub.server.site.Site;
import org.migrationhub.storage.jdbi.JdbiStorage;

/** A file that changed where it is kept is never handed out as if nothing had happened. */
class DamagedFileTest {

    private static final String TOKEN = "sample-token";

    private final AtomicBoolean damaged = new AtomicBoolean();
    private final Hub hub = Hub.builder().storage(damageable()).build();
    private final Desk keeper = hub.as(Actor.administrator(new PersonId("keeper")));
    private final PersonId ana = keeper.people().register("Ana Sample", "");
    private final Actor submitter = Actor.of(ana, Role.CONTRIBUTOR);
    private final JdbiStorage beside = JdbiStorage.inMemory();
    private final Javalin web = Javalin.create(new HttpFront(
            Doors.services(hub, beside),
            Doors.of(hub, beside, List.of(new Grant(TOKEN, "Ana Sample", submitter))),
            () -> "",
            new Site(() -> URI.create("http://localhost")),
            FrontSettings.usual())::install);
    private Client client = new Client("", "");

    @BeforeEach
    void start() {
        web.start("localhost", 0);
        client = new Client("http://localhost:" + web.port(), TOKEN);
    }

    @AfterEach
    void stop() {
        web.stop();
        beside.close();
    }

    @Test
    void aSmallFileThatIsDamagedIsAFault() throws IOException {
        String path = submitted("This is a sample");
        assertThat(client.get(path).text()).isEqualTo("This is a sample");
        damaged.set(true);

        Reply reply = client.get(path);
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.code()).isEqualTo("fault");
        assertThat(reply.header("Content-Disposition")).isEmpty();
        assertThat(reply.header("ETag")).isEmpty();
    }

    @Test
    void aLargeFileThatIsDamagedBreaksOff() throws IOException {
        String text = "This is a sample. ".repeat(100_000);
        String path = submitted(text);
        assertThat(client.get(path).text()).isEqualTo(text);
        damaged.set(true);

        assertThatThrownBy(() -> client.get(path)).isInstanceOf(UncheckedIOException.class);
    }

    private String submitted(String text) throws IOException {
        Desk desk = hub.as(submitter);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Attachment file = desk.upload("sample.txt", "", new ByteArrayInputStream(bytes));
        Practice practice = Practice.in(Language.EN)
                .title("Sample: a file that will be damaged")
                .summary("This is a sample. ".repeat(20).strip())
                .objective(Objective.DATA)
                .type(PracticeType.PROJECT)
                .country("NER")
                .since(2021)
                .implementer(OrganisationRef.named("Sample body"))
                .focalPoint(keeper.people().register("Ben Sample", ""))
                .attachment(file)
                .build();
        return "/api/v1/submissions/" + desk.submit(practice).id() + "/attachments/" + file.sha256();
    }

    /** One byte, the last, of each file can be damaged. */
    private HubStorage damageable() {
        HubStorage storage = new InMemoryStorage();
        return (HubStorage) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HubStorage.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(storage, arguments);
                        return method.getName().equals("attachment") && damaged.get()
                                ? Optional.of(damaged(storage, (Sha256) arguments[0]))
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private static InputStream damaged(HubStorage storage, Sha256 digest) throws IOException {
        byte[] bytes = storage.attachment(digest).orElseThrow().readAllBytes();
        bytes[bytes.length - 1] ^= 1;
        return new VerifiedInputStream(new ByteArrayInputStream(bytes), digest);
    }
}
