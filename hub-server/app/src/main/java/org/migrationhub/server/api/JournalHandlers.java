package org.migrationhub.server.api;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.migrationhub.core.JournalDesk;
import org.migrationhub.core.content.CanonicalJson;
import org.migrationhub.core.journal.ChainHead;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.EntryCodec;
import org.migrationhub.server.json.Json;
import org.migrationhub.server.json.Tree;

/** What happened, for those who may read it. */
final class JournalHandlers {

    private JournalHandlers() {}

    static List<Operation> operations() {
        return List.of(
                new Operation("readJournal", "GET", Api.at("submissions/{id}/journal"), JournalHandlers::ofSubmission)
                        .producing(Answer.JSON, Answer.JSON_LINES),
                new Operation("exportJournal", "GET", Api.at("journal"), JournalHandlers::export)
                        .producing(Answer.JSON_LINES),
                new Operation("takeCheckpoint", "POST", Api.at("journal/checkpoints"), JournalHandlers::checkpoint)
                        .triable());
    }

    private static Answer ofSubmission(Ask ask) {
        List<Entry> entries = ask.desk().journal(ask.submission());
        return ask.type().equals(Answer.JSON_LINES)
                ? Answer.streamed(Answer.JSON_LINES, out -> writeLines(entries, out))
                : Answer.of(
                        200,
                        Answer.JSON,
                        Json.bytes(entries.stream().map(EntryCodec::tree).toList()));
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
