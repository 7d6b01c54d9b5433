package org.migrationhub.core.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Attachment;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.people.Person;

/**
 * Whether the words that entries name, and the files to which those refer, are kept as they were. A file that isn't there is
 * none of this: a content may refer to one that was never kept. Not thread-safe.
 */
final class KeptWords {

    private final HubStorage storage;
    private final List<String> faults;
    private final Set<Sha256> filesRead = new HashSet<>();

    /** Adds a sentence for each that isn't. */
    KeptWords(HubStorage storage, List<String> faults) {
        this.storage = storage;
        this.faults = faults;
    }

    /** Reads all that the entries of a submission name. */
    void compare(ChainId chain) {
        Words words = Words.of(StoredJournal.chain(storage, chain, Long.MAX_VALUE));
        for (ContentDigest digest : words.contents().keySet()) {
            finding(chain, () -> compare(chain, digest, words));
        }
        words.notes().forEach((digest, naming) -> finding(chain, () -> compare(digest, naming)));
    }

    /** Asks for the submitter after the content: who is erased in between is so by then. */
    private void compare(ChainId chain, ContentDigest digest, Words words) {
        Optional<ContentItem> kept = storage.content(digest);
        if (kept.isEmpty()) {
            if (!words.isOnlyDrafted(digest) || !isErased(submitter(chain))) {
                faults.add("The content %s of %s is gone".formatted(digest, chain));
            }
            return;
        }
        for (Attachment file : Words.unaltered(digest, kept.get()).attachments()) {
            if (filesRead.add(file.sha256())) {
                finding(chain, () -> read(file.sha256()));
            }
        }
    }

    /** Asks for the author after the note: who is erased in between is so by then. */
    private void compare(Sha256 digest, FeedEntry naming) {
        storage.note(digest)
                .ifPresentOrElse(
                        note -> Words.unaltered(digest, note),
                        () -> requireErased(naming.entry().actor().person(), digest, naming));
    }

    private @Nullable PersonId submitter(ChainId chain) {
        return storage.submission(chain.submission())
                .map(stored -> stored.value().submitter())
                .orElse(null);
    }

    private boolean isErased(@Nullable PersonId person) {
        return person != null
                && storage.person(person)
                        .map(Stored::value)
                        .filter(Person::erased)
                        .isPresent();
    }

    private void requireErased(@Nullable PersonId author, Sha256 digest, FeedEntry naming) {
        if (!isErased(author)) {
            faults.add("The note %s of %s is gone, and its author's data wasn't erased"
                    .formatted(digest, naming.entry().chain()));
        }
    }

    private void read(Sha256 file) throws IOException {
        try (InputStream bytes = storage.attachment(file).orElseGet(InputStream::nullInputStream)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
    }

    private interface Reading {
        void run() throws IOException;
    }

    private void finding(ChainId chain, Reading reading) {
        try {
            reading.run();
        } catch (AlteredException | IOException | UncheckedIOException e) {
            faults.add("%s; %s names it".formatted(e.getMessage(), chain));
        }
    }
}
