package org.migrationhub.search.lucene;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/** A directory that stops to be written after a number of steps, from one moment to the next, until it is mended. */
final class FailingDirectory extends FilterDirectory {

    private Runnable beforeSync = () -> {};
    private long left = Long.MAX_VALUE;
    private long steps;

    FailingDirectory(Directory inner) {
        super(inner);
    }

    /** From here on so many steps succeed, and no other after them. */
    void failAfter(long some) {
        left = some;
    }

    void mend() {
        left = Long.MAX_VALUE;
    }

    /** Does this before anything is made durable. */
    void beforeSync(Runnable work) {
        beforeSync = work;
    }

    /** How many steps there were. */
    long steps() {
        return steps;
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        step();
        return super.createOutput(name, context);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
        beforeSync.run();
        step();
        super.sync(names);
    }

    @Override
    public void syncMetaData() throws IOException {
        step();
        super.syncMetaData();
    }

    @Override
    public void rename(String source, String target) throws IOException {
        step();
        super.rename(source, target);
    }

    @Override
    public void deleteFile(String name) throws IOException {
        step();
        super.deleteFile(name);
    }

    private synchronized void step() throws IOException {
        steps++;
        if (left == 0) {
            throw new IOException("The disk is gone");
        }
        left--;
    }
}
