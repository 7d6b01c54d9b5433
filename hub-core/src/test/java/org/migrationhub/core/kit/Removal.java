package org.migrationhub.core.kit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.ChainId;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.review.Note;
import org.migrationhub.core.storage.Commit;
import org.migrationhub.core.storage.HubStorage;
import org.migrationhub.core.storage.InMemoryStorage;
import org.migrationhub.core.storage.Restored;
import org.migrationhub.core.storage.WorkingCopy;

/**
 * Makes of the commits of one storage what another one is restored from, at positions with gaps, and keeps the first one
 * for comparison. Not thread-safe.
 */
final class Removal {

    private static final int STEP = 3;

    private final HubStorage old = new InMemoryStorage();
    private final Map<ChainId, Commit> last = new TreeMap<>();
    private final Map<ChainId, List<Entry>> entries = new LinkedHashMap<>();
    private final Map<ChainId, List<Long>> positions = new LinkedHashMap<>();
    private final Map<ChainId, List<ContentItem>> contents = new LinkedHashMap<>();
    private final Map<ChainId, List<Note>> notes = new LinkedHashMap<>();
    private final Set<PersonId> erased = new HashSet<>();
    private long end;

    /** Stores it where everything is before the removal. */
    void commit(Commit commit) {
        old.commit(commit);
        ChainId chain = commit.expected().chain();
        last.put(chain, commit);
        for (Entry entry : commit.entries()) {
            end += STEP;
            entries.computeIfAbsent(chain, one -> new ArrayList<>()).add(entry);
            positions.computeIfAbsent(chain, one -> new ArrayList<>()).add(end);
        }
        if (commit instanceof Commit.OfSubmission of) {
            contents.computeIfAbsent(chain, one -> new ArrayList<>()).addAll(of.contents());
            notes.computeIfAbsent(chain, one -> new ArrayList<>()).addAll(of.notes());
        } else if (commit instanceof Commit.OfPerson of && of.after().erased()) {
            erased.add(of.after().id());
        }
    }

    /** Where everything is before the removal. */
    HubStorage old() {
        return old;
    }

    /** The position that the last entry gets. */
    long end() {
        return end;
    }

    Set<ChainId> chains() {
        return entries.keySet();
    }

    /** What is brought, in an order in which it may be. */
    List<Restored> load() {
        List<Restored> load = new ArrayList<>();
        last.values().forEach(commit -> load.addAll(restored(commit)));
        return load;
    }

    /** The positions that the entries of the chain get. */
    List<Long> positions(ChainId chain) {
        return positions.getOrDefault(chain, List.of());
    }

    private List<Restored> restored(Commit commit) {
        ChainId chain = commit.expected().chain();
        List<Entry> all = entries.getOrDefault(chain, List.of());
        ChainHead empty = ChainHead.empty(chain);
        if (commit instanceof Commit.OfPerson of) {
            return whole(new Commit.OfPerson(of.after(), empty, all));
        }
        if (commit instanceof Commit.OfOrganisation of) {
            return whole(new Commit.OfOrganisation(of.after(), empty, all));
        }
        if (commit instanceof Commit.OfSubmission of) {
            List<Note> left = notes.getOrDefault(chain, List.of()).stream()
                    .filter(note -> !erased.contains(note.author()))
                    .toList();
            return whole(
                    new Commit.OfSubmission(of.after(), empty, all, contents.getOrDefault(chain, List.of()), left),
                    old.workingCopy(of.after().id()).orElse(null));
        }
        return pieces(all);
    }

    private List<Restored> whole(Commit commit) {
        return whole(commit, null);
    }

    private List<Restored> whole(Commit commit, @Nullable WorkingCopy typed) {
        return List.of(new Restored(commit, positions(commit.expected().chain()), typed));
    }

    private List<Restored> pieces(List<Entry> checkpoints) {
        List<Restored> pieces = new ArrayList<>();
        ChainHead head = ChainHead.empty(ChainId.CHECKPOINTS);
        for (Entry checkpoint : checkpoints) {
            Long position = positions(ChainId.CHECKPOINTS).get(pieces.size());
            pieces.add(new Restored(new Commit.OfCheckpoint(head, List.of(checkpoint)), List.of(position)));
            head = checkpoint.head();
        }
        return pieces;
    }
}
