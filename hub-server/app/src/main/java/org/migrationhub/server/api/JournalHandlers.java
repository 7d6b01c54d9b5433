package org.migrationhub.server.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.migrationhub.core.Desk;
import org.migrationhub.core.JournalDesk;
import org.migrationhub.core.content.CanonicalJson;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.EntryCodec;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.json.Tree;

/** What happened, for those who may read it. */
final class JournalHandlers {

    private JournalHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation("readJournal", "GET", Api.at("submissions/{id}/journal"), JournalHandlers::ofSubmission)
                        .taking("limit", "cursor")
                        .producing(Answer.JSON, Answer.JSON_LINES),
                new Operation("exportJournal", "GET", Api.at("journal"), JournalHandlers::export)
                        .producing(Answer.JSON_LINES),
                new Operation("takeCheckpoint", "POST", Api.at("journal/checkpoints"), JournalHandlers::checkpoint)
                        .triable());
    }

    /** As JSON in pages; as lines all that follow, unless a limit is given. */
    private static Answer ofSubmission(Ask ask) {
        SubmissionId id = ask.submission();
        Page page = Page.of("entries", ask.query());
        long after = ask.query()
                .code("cursor", Ids::number, "where a page ended")
                .map(Integer::longValue)
                .orElse(0L);
        List<Entry> first = ask.desk().journal(id, after, page.asked());
        if (!ask.type().equals(Answer.JSON_LINES)) {
            return page.answer(ask.query(), first, EntryCodec::tree, entry -> String.valueOf(entry.sequence()));
        }
        if (ask.query().one("limit").isPresent()) {
            List<Entry> shown = first.subList(0, Math.min(page.limit(), first.size()));
            return Answer.streamed(Answer.JSON_LINES, out -> writeLines(shown, out));
        }
        Desk desk = ask.desk();
        return Answer.streamed(Answer.JSON_LINES, out -> writeLines(desk, id, first, out));
    }

    private static void writeLines(Desk desk, SubmissionId id, List<Entry> first, OutputStream out) throws IOException {
        List<Entry> entries = first;
        while (!entries.isEmpty()) {
            writeLines(entries, out);
            entries = desk.journal(id, entries.get(entries.size() - 1).sequence(), Desk.MOST_ENTRIES);
        }
    }

    private static void writeLines(List<Entry> entries, OutputStream out) throws IOException {
        for (Entry entry : entries) {
            out.write(CanonicalJson.bytes(EntryCodec.tree(entry)));
            out.write('\n');
        }
    }

    /** Asks for a first entry before anything is written: whoever may not read the journal shall get a plain no. */
    private static Answer export(Ask ask) {
        JournalDesk journal = ask.desk().journal();
        journal.feed(0, 1);
        return Answer.streamed(Answer.JSON_LINES, out -> {
            Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            journal.export(lines);
            lines.flush();
        });
    }

    private static Answer checkpoint(Ask ask) {
        ask.noForm();
        ChainHead head = ask.desk().journal().checkpoint();
        return Answer.ok(new Tree()
                .text("chain", head.chain())
                .put("sequence", head.sequence())
                .put("hash", head.hash().hex())
                .done());
    }
}
