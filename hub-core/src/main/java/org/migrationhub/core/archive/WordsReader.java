package org.migrationhub.core.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.FeedEntry;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.storage.Words;
import org.migrationhub.core.storage.WorkingCopy;

/** Reads the contents and notes that stand before the entries of a submission, and holds them to those. Not thread-safe. */
final class WordsReader {

    private final HubCursor cursor;
    private final Set<PersonId> erased;
    private final Map<ContentDigest, Sha256> forms = new HashMap<>();
    private final FileSizes files = new FileSizes();

    /**
     * Begins.
     *
     * @param erased whose data was erased, as far as was read: persons come before submissions
     */
    WordsReader(HubCursor cursor, Set<PersonId> erased) {
        this.cursor = cursor;
        this.erased = erased;
    }

    /** What stands before the entries of one submission, by ascending digest. */
    record Given(
            SortedMap<ContentDigest, At<ContentItem>> contents,
            SortedMap<Sha256, At<Note>> notes,
            @Nullable At<HubLines.Typed> typed) {

        List<ContentItem> allContents() {
            return contents.values().stream().map(At::value).toList();
        }

        List<Note> allNotes() {
            return notes.values().stream().map(At::value).toList();
        }
    }

    /** The files to which contents refer. */
    FileSizes files() {
        return files;
    }

    Given read(ChainId submission) throws IOException {
        SortedMap<ContentDigest, At<ContentItem>> contents = new TreeMap<>(Words.CONTENTS);
        SortedMap<Sha256, At<Note>> notes = new TreeMap<>(Words.NOTES);
        while (cursor.isAt(HubLines::isContent)) {
            At<ContentItem> content = cursor.take(submission, HubLines::content);
            ContentDigest digest = ContentDigest.of(content.value());
            putNext(contents, digest, content, submission);
            requireSameForm(digest, content, submission);
            files.add(content.value());
        }
        while (cursor.isAt(HubLines::isNote)) {
            At<Note> note = cursor.take(submission, line -> HubLines.note(line, submission.submission()));
            putNext(notes, note.value().digest(), note, submission);
        }
        boolean isTyped = cursor.isAt(HubLines::isTyped);
        return new Given(contents, notes, isTyped ? cursor.take(submission, HubLines::typed) : null);
    }

    /** What is typed of a submission as its entries make it; null if nothing is. */
    @Nullable
    WorkingCopy workingCopy(Given given, Chain chain, Submission submission) {
        At<HubLines.Typed> typed = given.typed();
        if (typed == null) {
            return null;
        }
        String flaw = flaw(typed.value(), submission);
        if (!flaw.isEmpty()) {
            throw HubCursor.damaged(typed.line(), chain.id(), flaw);
        }
        return new WorkingCopy(
                submission.id(),
                typed.value().author(),
                WorkingCopy.baseOf(submission).orElseThrow(),
                typed.value().content(),
                typed.value().keptAt());
    }

    private String flaw(HubLines.Typed typed, Submission submission) {
        if (typed.content().kind() != submission.kind()) {
            return "the submission is of another kind";
        }
        if (erased.contains(typed.author())) {
            return "its author's data was erased";
        }
        if (erased.contains(submission.submitter())) {
            return "its submitter's data was erased";
        }
        return submission.permits(Act.SAVE_DRAFT) ? "" : "no draft of it can be saved any more";
    }

    /** Refuses words that no entry names, and an entry that names words that aren't there. */
    void check(Given given, Chain chain, Submission submission) {
        Words words = Words.of(chain.entries());
        given.contents().forEach((digest, content) -> {
            requireNamed(words.contents().containsKey(digest), "content", digest, content, chain.id());
            if (content.value().kind() != submission.kind()) {
                throw HubCursor.damaged(content.line(), chain.id(), "the submission is of another kind");
            }
            if (isForgotten(digest, words, submission)) {
                throw HubCursor.damaged(
                        content.line(), chain.id(), "it was never handed in, and its submitter's data was erased");
            }
        });
        given.notes()
                .forEach((digest, note) ->
                        requireNamed(words.notes().containsKey(digest), "note", digest, note, chain.id()));
        words.contents().forEach((digest, naming) -> {
            if (!given.contents().containsKey(digest) && !isForgotten(digest, words, submission)) {
                throw chain.damaged(naming, "the content that it names isn't there, " + digest);
            }
        });
        words.notes()
                .forEach((digest, naming) -> requireNote(digest, given.notes().get(digest), naming, chain));
    }

    /** Only what somebody who was erased never handed in may be missing, and has to be. */
    private boolean isForgotten(ContentDigest digest, Words words, Submission submission) {
        return words.isOnlyDrafted(digest) && erased.contains(submission.submitter());
    }

    private static <D, T> void putNext(SortedMap<D, At<T>> all, D digest, At<T> next, ChainId submission) {
        if (!all.isEmpty() && all.comparator().compare(all.lastKey(), digest) >= 0) {
            throw HubCursor.damaged(next.line(), submission, "its digest doesn't come after that of the line before");
        }
        all.put(digest, next);
    }

    /** A storage keeps a content once, in one form. */
    private void requireSameForm(ContentDigest digest, At<ContentItem> content, ChainId submission) {
        Sha256 form = Sha256.of(HubLines.write(content.value()).getBytes(StandardCharsets.UTF_8));
        Sha256 former = forms.putIfAbsent(digest, form);
        if (former != null && !former.equals(form)) {
            throw HubCursor.damaged(
                    content.line(), submission, "another submission has the same content in another form, " + digest);
        }
    }

    private static void requireNamed(boolean isNamed, String what, Object digest, At<?> at, ChainId submission) {
        if (!isNamed) {
            throw HubCursor.damaged(at.line(), submission, "no entry names a " + what + " with its digest, " + digest);
        }
    }

    /** Only what an erased person wrote may be missing, and has to be. */
    private void requireNote(Sha256 digest, @Nullable At<Note> note, FeedEntry naming, Chain chain) {
        PersonId author = naming.entry().actor().person();
        boolean isErased = author != null && erased.contains(author);
        if (note == null && !isErased) {
            throw chain.damaged(
                    naming, "the note that it names isn't there, and its author's data wasn't erased, " + digest);
        }
        if (note != null && isErased) {
            throw HubCursor.damaged(note.line(), chain.id(), "its author's data was erased");
        }
        if (note != null && !note.value().author().equals(author)) {
            throw chain.damaged(naming, "the note that it names was written by somebody else, " + digest);
        }
    }
}
