package org.migrationhub.core.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.Sha256;
import org.migrationhub.core.review.Policies;

/**
 * Checks an exported journal, with nothing else at hand: no database, no hub. It reads once from the beginning to the end
 * and names the first entry that is wrong.
 *
 * <p>It checks that each line is an entry in its canonical form with the right hash; that each chain begins with entry 1
 * and goes on without a gap, each entry linked to the one before; that positions rise; and that each checkpoint pins the
 * heads of exactly those chains that had grown. On demand it replays every submission, and looks for a checkpoint that
 * was kept elsewhere.
 *
 * <p><strong>What it can't find.</strong> Whoever cuts off the end of the journal, or the end of single chains after the
 * last checkpoint, leaves a shorter journal that is sound; and whoever may rewrite everything, checkpoints included,
 * leaves another journal that is sound. Both are found only by somebody who kept the hash of a checkpoint elsewhere and
 * gives it to {@link #expecting(Sha256)}; then nothing that this checkpoint covers can have changed, and what it doesn't is
 * as open to a rewriter as before. So keep the hash of the last checkpoint ({@link Verification#checkpoint()}) where whoever
 * runs the database can't change it, and do so often. Positions are the storage's own numbers and no part of any hash:
 * one that was changed is found only if positions no longer rise. Between two checkpoints the order of entries of
 * different chains is told by their positions alone. And the words to which entries refer by digest aren't in the
 * journal.
 *
 * <p>Where several stories explain what was found, it tells the one in which the fewest entries were changed.
 *
 * <p>Memory grows with the number of chains, not of entries, unless submissions are replayed. Immutable and thread-safe.
 */
public final class JournalVerifier {

    /** The longest line that is read, in bytes: 16 MiB, room for a checkpoint of a hundred thousand chains. */
    public static final int LONGEST_LINE = 16 << 20;

    private final @Nullable Policies policies;
    private final @Nullable Sha256 expected;

    /** A verifier that neither replays submissions nor expects a checkpoint. */
    public JournalVerifier() {
        this(null, null);
    }

    private JournalVerifier(@Nullable Policies policies, @Nullable Sha256 expected) {
        this.policies = policies;
        this.expected = expected;
    }

    /**
     * The same, and it replays every submission: each event has to follow from those before, each verdict is judged again,
     * and each entry has to be by somebody who can have made it ({@link Authors}). Memory then grows with the number of the submissions' entries.
     *
     * @param known the policies under which the submissions were judged
     */
    public JournalVerifier replaying(Policies known) {
        return new JournalVerifier(known, expected);
    }

    /**
     * The same, and the journal has to hold this checkpoint.
     *
     * @param checkpoint the hash of a checkpoint's entry, as it was kept elsewhere
     */
    public JournalVerifier expecting(Sha256 checkpoint) {
        return new JournalVerifier(policies, checkpoint);
    }

    /**
     * Checks a journal.
     *
     * @param lines without line ends
     */
    public Verification verify(Iterator<String> lines) {
        Verifying run = begin();
        boolean goesOn = true;
        while (goesOn && lines.hasNext()) {
            goesOn = run.next(RawLine.of(lines.next()));
        }
        return run.end();
    }

    /**
     * Checks a journal.
     *
     * @param lines without line ends; it is not closed
     */
    public Verification verify(Stream<String> lines) {
        return verify(lines.iterator());
    }

    /**
     * Checks a journal, byte by byte.
     *
     * @param lines UTF-8, each line ended by LF; it is not closed
     * @throws IOException if it can't be read to the end
     */
    public Verification verify(InputStream lines) throws IOException {
        Verifying run = begin();
        JournalLines source = new JournalLines(lines);
        RawLine line = source.next();
        while (line != null && run.next(line)) {
            line = source.next();
        }
        return run.end();
    }

    private Verifying begin() {
        return new Verifying(policies == null ? null : new Replays(policies), expected);
    }
}
