package org.migrationhub.server.site.submit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.api.Upload;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/** The step with files: what is said of those that are there is saved with whatever file comes. Stateless and thread-safe. */
final class FilePages {

    private FilePages() {}

    static Answer saved(Visit visit, Draft draft) {
        if (!visit.ask().hasUpload()) {
            return StepPages.saved(visit, draft, Step.FILES, visit.typed());
        }
        Upload upload = visit.ask().upload();
        List<Violation> refused = new ArrayList<>();
        Optional<Upload.File> sent = upload.next();
        Optional<Attachment> file = sent.flatMap(one -> taken(visit, one, refused));
        readOn(upload, refused);
        Typed typed = Typed.of(upload.fields());
        if (sent.isEmpty() && Wish.of(typed).isToAttach()) {
            refused.add(new Violation("/attachments", "upload.none", "Choose a file to attach."));
        }
        return refused.isEmpty()
                ? StepPages.saved(
                        visit,
                        file.map(one -> attached(draft, one)).orElse(draft),
                        Step.FILES,
                        file.map(one -> Wish.attached(typed, one.sha256())).orElse(typed))
                : StepPages.savedBut(visit, draft, Step.FILES, typed, refused);
    }

    private static Optional<Attachment> taken(Visit visit, Upload.File file, List<Violation> refused) {
        try {
            return Optional.of(visit.ask().upload(file.name(), "", file.bytes(), 0));
        } catch (RefusedException e) {
            e.violations().forEach(one -> refused.add(new Violation("/attachments", one.code(), one.message())));
        } catch (IOException e) {
            refused.add(
                    new Violation("/attachments", "upload.broken", "The file didn't come to its end: send it again."));
        }
        return Optional.empty();
    }

    /** Reads to the end, where the fields stand that come after the file. Further files aren't taken. */
    private static void readOn(Upload upload, List<Violation> refused) {
        upload.readOn();
        while (upload.next().isPresent()) {
            refused.add(new Violation("/attachments", "upload.one", "Attach one file after the other."));
            upload.readOn();
        }
    }

    private static Draft attached(Draft draft, Attachment file) {
        ContentItem item = draft.item() instanceof Practice practice
                ? practice.toBuilder().attachment(file).build()
                : ((Resource) draft.item()).toBuilder().attachment(file).build();
        return draft.with(item);
    }
}
