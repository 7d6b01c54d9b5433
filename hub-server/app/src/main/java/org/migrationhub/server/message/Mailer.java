package org.migrationhub.server.message;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import java.io.IOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.message.Outcome.Fate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection to the server of mail, made when it is needed and kept for the next message. It waits for nothing longer than
 * some seconds. What the server says goes no further than its code: it tends to repeat addresses. Not thread-safe.
 */
final class Mailer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);
    private static final String CONNECT_MILLIS = "5000";
    private static final String WAIT_MILLIS = "20000";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int CLOSING = 421;
    private static final int PERMANENT = 500;

    private final SmtpSettings settings;
    private final Session session;
    private @Nullable Transport transport;

    Mailer(SmtpSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    /** Why no letter can be handed over at the moment, as a code; empty if one can. */
    Optional<String> unreachable() {
        try {
            connected();
            return Optional.empty();
        } catch (MessagingException e) {
            LOG.debug("No connection to the server of mail", e);
            close();
            return Optional.of(unconnected(e));
        }
    }

    /** Hands over a letter. */
    Outcome send(String id, String address, Letter letter, Instant at) {
        InternetAddress to = address(address).orElse(null);
        if (to == null) {
            return new Outcome(Fate.NEVER, "address-invalid");
        }
        Transport connected;
        try {
            connected = connected();
        } catch (MessagingException e) {
            LOG.debug("No connection to the server of mail", e); // nobody's address was named yet
            close();
            return new Outcome(Fate.NONE_NOW, unconnected(e));
        }
        try {
            connected.sendMessage(message(id, to, letter, at), new InternetAddress[] {to});
            return Outcome.sent();
        } catch (MessagingException e) {
            Outcome outcome = failed(e);
            close();
            return outcome;
        }
    }

    @Override
    public void close() {
        Transport open = transport;
        transport = null;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException e) {
                LOG.debug("The server of mail was gone before the connection was closed", e);
            }
        }
    }

    private Transport connected() throws MessagingException {
        Transport there = transport;
        if (there == null || !there.isConnected()) {
            close();
            there = session.getTransport("smtp");
            transport = there;
            if (settings.user().isEmpty()) {
                there.connect();
            } else {
                there.connect(settings.user(), settings.password());
            }
        }
        return there;
    }

    private static Properties properties(SmtpSettings settings) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", settings.host());
        properties.put("mail.smtp.port", String.valueOf(settings.port()));
        properties.put("mail.smtp.auth", String.valueOf(!settings.user().isEmpty()));
        properties.put("mail.smtp.starttls.enable", String.valueOf(settings.startTls()));
        properties.put("mail.smtp.starttls.required", String.valueOf(settings.startTls()));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.from", settings.from());
        properties.put("mail.smtp.localhost", domain(settings.from())); // not the name of this machine
        properties.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.put("mail.smtp.timeout", WAIT_MILLIS);
        properties.put("mail.smtp.writetimeout", WAIT_MILLIS);
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    private MimeMessage message(String id, InternetAddress to, Letter letter, Instant at) throws MessagingException {
        MimeMessage message = new Identified(session, "<" + id + "@" + domain(settings.from()) + ">");
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(RecipientType.TO, to);
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(Date.from(at));
        message.setContentLanguage(new String[] {letter.language().tag()});
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(new Alternative(id, part(letter.plain(), "plain"), part(letter.html(), "html")));
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    /** Twice the same, with a boundary that doesn't count, as the usual one does, what this server has sent to anybody. */
    private static final class Alternative extends MimeMultipart {

        Alternative(String id, MimeBodyPart... parts) throws MessagingException {
            super("alternative", parts);
            ParameterList parameters = new ParameterList();
            parameters.set("boundary", "part-of-" + id);
            contentType = new ContentType("multipart", "alternative", parameters).toString();
        }
    }

    /** A message with an id that is the same whenever it is sent, so that a repeat is recognised. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    /** An address as the protocol knows it, if it is exactly one and nothing else. */
    static Optional<InternetAddress> address(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        try {
            String ascii = text.substring(0, at) + "@" + IDN.toASCII(text.substring(at + 1));
            InternetAddress address = new InternetAddress(ascii, true);
            boolean exact = ascii.equals(address.getAddress()) && ascii.matches("[!-~]+");
            return exact ? Optional.of(address) : Optional.empty();
        } catch (AddressException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    private static String unconnected(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return "login-refused";
        }
        Throwable cause = failure;
        while (cause != null && !(cause instanceof IOException)) {
            cause = next(cause);
        }
        return cause == null || cause instanceof SSLException ? "not-encrypted" : "server-unreachable";
    }

    /** What a failure means. That the server refuses the sender is no fault of this message: it would refuse the next. */
    private static Outcome failed(MessagingException failure) {
        Throwable cause = failure;
        while (cause != null) {
            int code = code(cause);
            if (code == CLOSING || cause instanceof SMTPSenderFailedException) {
                return new Outcome(Fate.NONE_NOW, "smtp-" + code);
            }
            if (code > 0) {
                return new Outcome(code >= PERMANENT ? Fate.NEVER : Fate.LATER, "smtp-" + code);
            }
            cause = next(cause);
        }
        return new Outcome(Fate.LATER, "connection-lost");
    }

    private static int code(Throwable failure) {
        if (failure instanceof SMTPAddressFailedException refused) {
            return refused.getReturnCode();
        }
        if (failure instanceof SMTPSenderFailedException refused) {
            return refused.getReturnCode();
        }
        return failure instanceof SMTPSendFailedException refused ? refused.getReturnCode() : 0;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException chained ? chained.getNextException() : failure.getCause();
    }
}
