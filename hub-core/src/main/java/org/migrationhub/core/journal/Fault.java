package org.migrationhub.core.journal;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The first thing that is wrong with a journal.
 *
 * @param code what kind of fault
 * @param line the line of the entry that is wrong, 1 for the first; of an entry that is missing or comes too late, the
 *     line where it is missed; of what is missing at the end, the line after the last
 * @param position that this line claims; 0 if there is none that can be read
 * @param chain of the entry that is wrong or missing; null if it can't be read
 * @param sequence of that entry in its chain; 0 if it can't be read
 * @param sentence what was found, in English, for a person to read
 */
public record Fault(
        Code code, long line, long position, @Nullable ChainId chain, long sequence, String sentence) {

    /** The kinds of faults. A lone change of one entry is always given its own kind, where a later entry tells. */
    public enum Code {
        /** The line is no entry in its canonical form. */
        MALFORMED,
        /** The entry isn't what it was: its hash, or what later entries say of it, doesn't fit. */
        ALTERED,
        /** The entry isn't there. */
        REMOVED,
        /** The entry is there, but not at its place. */
        REORDERED,
        /** The entry is there once more. */
        DUPLICATED,
        /** The entry was never part of this journal. */
        INSERTED,
        /** The entry after doesn't link to this one, and nothing later tells which of both was replaced. */
        UNLINKED,
        /** A checkpoint and the entries before it don't fit, and nothing later tells which of them was replaced. */
        CHECKPOINT_MISMATCH,
        /** The entry doesn't follow from what happened to the submission before, or its verdict is judged otherwise. */
        DOES_NOT_FOLLOW,
        /** The journal doesn't hold the checkpoint that was kept elsewhere: its end was cut off, or it is another one. */
        TRUNCATED;

        /** The stable code, such as {@code checkpoint-mismatch}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Fault at(Place place, Code code, String found) {
        String sentence =
                "Entry %d of %s in line %d %s.".formatted(place.sequence(), place.chain(), place.line(), found);
        return new Fault(code, place.line(), place.position(), place.chain(), place.sequence(), sentence);
    }

    /**
     * An entry isn't where it is missed.
     *
     * @param where the place at which the entry is missed
     */
    static Fault missing(Place where, ChainId chain, long sequence, Code code, String found) {
        String sentence = "Entry %d of %s, missed in line %d, %s.".formatted(sequence, chain, where.line(), found);
        return new Fault(code, where.line(), where.position(), chain, sequence, sentence);
    }
}
