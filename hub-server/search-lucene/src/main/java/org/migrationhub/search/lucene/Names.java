package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.search.FoldedText;

/** The names of bodies and places in one segment. Immutable once read. */
final class Names {

    private final Column column;
    private final List<List<String>> words = new ArrayList<>();
    private final int[] documents;

    private Names(Column column, int size) {
        this.column = column;
        column.labels().forEach(name -> words.add(FoldedText.words(name)));
        FixedBitSet all = new FixedBitSet(Math.max(1, size));
        all.set(0, size);
        this.documents = column.count(all);
    }

    static Names read(LeafReader reader) throws IOException {
        return new Names(Column.read(reader, Fields.NAMES), reader.maxDoc());
    }

    /**
     * The names that fit, as they were written.
     *
     * @param gone documents that were taken out since: a name that only they have is gone with them
     */
    List<String> fitting(Predicate<List<String>> fits, @Nullable FixedBitSet gone) {
        int[] taken = gone == null ? new int[documents.length] : column.count(gone);
        List<String> fitting = new ArrayList<>();
        for (int name = 0; name < documents.length; name++) {
            if (documents[name] > taken[name] && fits.test(words.get(name))) {
                fitting.add(column.labels().get(name));
            }
        }
        return fitting;
    }

    /** A document that has a name and was not taken out since; -1 if there is none. */
    int holder(String name, @Nullable FixedBitSet gone) {
        FixedBitSet holders = column.having(Set.of(name));
        if (gone != null) {
            holders.andNot(gone);
        }
        int holder = holders.nextSetBit(0);
        return holder == DocIdSetIterator.NO_MORE_DOCS ? -1 : holder;
    }
}
