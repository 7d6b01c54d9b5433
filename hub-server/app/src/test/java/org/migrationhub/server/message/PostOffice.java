package org.migrationhub.server.message;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A real server of mail, to which the servers of a test hand their messages. */
public final class PostOffice implements AutoCloseable {

    /** From which address they come. */
    public static final String FROM = "hub@hub.example.org";

    private final GreenMail mail;

    private PostOffice(GreenMail mail) {
        this.mail = mail;
    }

    /** One at a free port. */
    public static PostOffice open() {
        return open(0);
    }

    /** One at this port. */
    public static PostOffice open(int port) {
        GreenMail mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return new PostOffice(mail);
    }

    /** A letter as it arrived. */
    public record Arrived(
            String id,
            List<String> to,
            String from,
            String subject,
            String language,
            String text,
            String html,
            String headers) {}

    public int port() {
        return mail.getSmtp().getPort();
    }

    /** The variables of the environment by which a server finds it. */
    public Map<String, String> environment() {
        return environment(port());
    }

    /** The same for a server of mail at this port. */
    public static Map<String, String> environment(int port) {
        return Map.of(
                "HUB_SMTP_HOST", "127.0.0.1",
                "HUB_SMTP_PORT", String.valueOf(port),
                "HUB_SMTP_STARTTLS", "never",
                "HUB_SMTP_FROM", FROM,
                "HUB_SITE_ADDRESS", "https://hub.example.org");
    }

    /** All that has arrived so far. */
    public List<Arrived> letters() {
        return Arrays.stream(mail.getReceivedMessages())
                .map(PostOffice::arrived)
                .toList();
    }

    /** All that has arrived, once it is so many or more. */
    public List<Arrived> await(int number) {
        return Await.until(this::letters, letters -> letters.size() >= number);
    }

    @Override
    public void close() {
        mail.stop();
    }

    private static Arrived arrived(MimeMessage message) {
        try {
            MimeMultipart parts = (MimeMultipart) message.getContent();
            if (parts.getCount() != 2
                    || !message.getContentType().startsWith("multipart/alternative")
                    || !parts.getBodyPart(0).isMimeType("text/plain")
                    || !parts.getBodyPart(1).isMimeType("text/html")) {
                throw new AssertionError("Not one text and one page: " + message.getContentType());
            }
            return new Arrived(
                    message.getMessageID(),
                    Arrays.stream(message.getRecipients(RecipientType.TO))
                            .map(Address::toString)
                            .toList(),
                    message.getFrom()[0].toString(),
                    message.getSubject(),
                    message.getContentLanguage()[0],
                    text(parts, 0),
                    text(parts, 1),
                    String.join("\n", Collections.list(message.getAllHeaderLines())));
        } catch (MessagingException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(MimeMultipart parts, int index) throws MessagingException, IOException {
        return ((String) parts.getBodyPart(index).getContent()).replace("\r\n", "\n");
    }
}
