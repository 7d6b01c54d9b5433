package org.migrationhub.core.journal;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.migrationhub.core.content.Sha256;

/** How checkpoints are written. */
final class CheckpointForm {

    private CheckpointForm() {}

    static List<EventForm<?>> all() {
        return List.of(new EventForm<>("checkpoint", Checkpoint.class, CheckpointForm::write, CheckpointForm::read));
    }

    private static void write(Checkpoint checkpoint, FieldWriter out) {
        out.number("position", checkpoint.position()).object("heads", checkpoint, CheckpointForm::heads);
    }

    private static void heads(Checkpoint checkpoint, FieldWriter out) {
        checkpoint.heads().values().forEach(head -> out.object(head.chain().value(), head, CheckpointForm::head));
    }

    private static void head(ChainHead head, FieldWriter out) {
        out.number("sequence", head.sequence()).code("hash", head.hash());
    }

    private static Checkpoint read(FieldReader in) {
        return new Checkpoint(in.number("position"), in.object("heads", CheckpointForm::heads));
    }

    private static SortedMap<ChainId, ChainHead> heads(FieldReader in) {
        SortedMap<ChainId, ChainHead> heads = new TreeMap<>();
        in.each(CheckpointForm::head).forEach(head -> heads.put(head.chain(), head));
        return heads;
    }

    private static ChainHead head(String chain, FieldReader in) {
        return new ChainHead(new ChainId(chain), in.number("sequence"), in.made("hash", Sha256::new));
    }
}
