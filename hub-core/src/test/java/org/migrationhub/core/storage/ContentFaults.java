package org.migrationhub.core.storage;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.migrationhub.core.content.CanonicalJson;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.content.ContentDigest;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.people.Affiliation;
import org.migrationhub.core.people.Affiliations;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.review.Submission;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.FaultyStorages.Fault;

/** Storages that do not give back what was given, or blank too little or too much. */
final class ContentFaults {

    /** As long as a database takes for little, in nanoseconds. */
    private static final long WHILE = 100_000;

    private ContentFaults() {}

    static List<Fault> all() {
        return List.of(
                new Fault("contents come back normalised", "contentsComeBackAsTheyWereCommitted", Normalises::new),
                new Fault(
                        "contents come back by their canonical form",
                        "storingAContentAgainKeepsTheFirst",
                        Canonical::new),
                new Fault(
                        "head and aggregate are read one after the other",
                        "whoeverReadsWhileOthersWriteSeesWholeCommits",
                        ReadsTorn::new),
                new Fault(
                        "instants lose their microseconds",
                        "affiliationsAreKeptInTheirOrderAndToTheMicrosecond",
                        Truncates::new),
                new Fault(
                        "an erasure blanks no notes", "theNotesOfAnErasedPersonAreBlankedAndNoOthers", KeepsNotes::new),
                new Fault(
                        "an erasure blanks the notes of everybody",
                        "theNotesOfAnErasedPersonAreBlankedAndNoOthers",
                        BlanksAllNotes::new),
                new Fault(
                        "what an erased person only drafted stays",
                        "whatAnErasedPersonOnlyDraftedIsDroppedAndNothingElse",
                        KeepsDrafts::new),
                new Fault("ids are compared without case", "idsThatDifferInCaseOnlyAreDifferent", CaselessIds::new));
    }

    private static final class Normalises extends StorageWrapper {
        @Override
        public Optional<ContentItem> content(ContentDigest digest) {
            return inner.content(digest).map(Normalises::normalised);
        }

        private static ContentItem normalised(ContentItem item) {
            String json = new String(CanonicalJson.verbatim(ContentCodec.write(item)), StandardCharsets.UTF_8);
            String normalised = Normalizer.normalize(json, Normalizer.Form.NFC);
            return ContentCodec.read(CanonicalJson.parseObject(normalised.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static final class Canonical extends StorageWrapper {
        @Override
        public Optional<ContentItem> content(ContentDigest digest) {
            return inner.content(digest)
                    .map(item -> ContentCodec.read(
                            CanonicalJson.parseObject(CanonicalJson.bytes(ContentCodec.write(item)))));
        }
    }

    private static final class ReadsTorn extends StorageWrapper {
        @Override
        public Optional<Stored<Submission>> submission(SubmissionId id) {
            Optional<Stored<Submission>> stored = inner.submission(id);
            LockSupport.parkNanos(WHILE);
            return stored.map(found -> new Stored<>(found.value(), inner.head(ChainId.of(id))));
        }
    }

    private static final class Truncates extends StorageWrapper {
        @Override
        public Optional<Stored<Person>> person(PersonId id) {
            return inner.person(id).map(stored -> new Stored<>(truncated(stored.value()), stored.head()));
        }

        private static Person truncated(Person person) {
            return person.with(new Affiliations(person.affiliations().history().stream()
                    .map(one -> new Affiliation(one.organisation(), one.sector(), millis(one.from()), one.until()))
                    .toList()));
        }

        private static Instant millis(Instant instant) {
            return instant.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    private static final class KeepsNotes extends StorageWrapper {
        private final Map<Sha256, Note> notes = Collections.synchronizedMap(new HashMap<>());

        @Override
        public void commit(Commit commit) {
            inner.commit(commit);
            if (commit instanceof Commit.OfSubmission of) {
                of.notes().forEach(note -> notes.put(note.digest(), note));
            }
        }

        @Override
        public Optional<Note> note(Sha256 digest) {
            return Optional.ofNullable(notes.get(digest));
        }
    }

    private static final class KeepsDrafts extends StorageWrapper {
        @Override
        public int forgetDrafts() {
            return 0;
        }
    }

    private static final class BlanksAllNotes extends StorageWrapper {
        private volatile boolean blank;

        @Override
        public void commit(Commit commit) {
            inner.commit(commit);
            blank |= commit instanceof Commit.OfPerson of && of.after().erased();
        }

        @Override
        public Optional<Note> note(Sha256 digest) {
            return inner.note(digest).filter(note -> !blank);
        }
    }

    private static final class CaselessIds extends StorageWrapper {
        @Override
        public Optional<Stored<Person>> person(PersonId id) {
            return inner.person(new PersonId(id.value().toLowerCase(Locale.ROOT)));
        }
    }
}
