package org.migrationhub.server.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.migrationhub.core.OpenedAttachment;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.json.Json;

/** The files of items: taken in before there is an item that refers to them, given out with it. */
final class AttachmentHandlers {

    /** Whatever a file holds, a browser that is made to open it in place runs nothing of it. */
    private static final String SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private AttachmentHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation("uploadAttachment", "POST", Api.at("attachments"), AttachmentHandlers::upload)
                        .taking("name")
                        .triable()
                        .within(Budget.UPLOADS),
                new Operation(
                                "readPublicAttachment",
                                "GET",
                                Api.at("items/{id}/attachments/{sha256}"),
                                AttachmentHandlers::published)
                        .producing(),
                new Operation(
                                "readAttachment",
                                "GET",
                                Api.at("submissions/{id}/attachments/{sha256}"),
                                AttachmentHandlers::ofSubmission)
                        .producing());
    }

    private static Answer upload(Ask ask) {
        String name = ask.query()
                .one("name")
                .orElseThrow(() -> Problems.query("name", "parameter.required", "Give the name of the file."));
        try {
            Attachment file = ask.upload(
                    name, ask.declaredType(), ask.file(), ask.context().req().getContentLengthLong());
            return Answer.of(201, Answer.JSON, Json.bytes(ContentCodec.write(file)));
        } catch (IOException e) {
            throw Problem.REQUEST_MALFORMED.plain("The body couldn't be read to its end.");
        } catch (RefusedException e) {
            ask.drainFile();
            throw isTooLarge(e) ? Bodies.fileTooLarge() : e;
        }
    }

    private static boolean isTooLarge(RefusedException e) {
        return e.violations().get(0).code().equals("attachment.too-large");
    }

    /** May be kept, but is asked for again each time: its bytes never change, whether it is public does. */
    private static Answer published(Ask ask) {
        SubmissionId id = ask.submission();
        Sha256 digest = ask.sha256();
        if (ask.desk().published(id) instanceof PublicRecord.Tombstone tombstone) {
            throw ItemJson.gone(tombstone);
        }
        return answer(ask, ask.desk().publishedAttachment(id, digest)).forAnybody();
    }

    private static Answer ofSubmission(Ask ask) {
        return answer(ask, ask.desk().attachment(ask.submission(), ask.sha256()));
    }

    private static Answer answer(Ask ask, OpenedAttachment file) {
        Attachment about = file.attachment();
        String tag = "\"" + about.sha256() + "\"";
        if (ask.has(tag)) {
            close(file);
            return Answer.notModified().with("ETag", tag);
        }
        return new Answer(200, about.mediaType(), Map.of(), about.size(), out -> {
                    try (file) {
                        file.bytes().transferTo(out);
                    }
                })
                .with("ETag", tag)
                .with("Content-Disposition", Disposition.attachment(about.name()))
                .with("Content-Security-Policy", SANDBOX);
    }

    private static void close(OpenedAttachment file) {
        try (file) {
            // nobody wants to read it
        } catch (IOException e) {
            throw new UncheckedIOException("A file can't be closed", e);
        }
    }
}
