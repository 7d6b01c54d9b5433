package org.migrationhub.server.site.secretariat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.message.Letter;
import org.migrationhub.server.site.page.Said;

/**
 * A message.
 *
 * @param address of the page
 * @param state what became of it
 * @param tone how that is to be taken
 * @param why it became so; empty if there is nothing to say
 * @param facts whom it tells, of what, and when
 * @param letter what it says now; null if that is forgotten
 * @param open whether it can still be sent or discarded
 * @param wrong why what was tried wasn't done; null if nothing was
 */
public record MessageView(
        String address,
        String state,
        String tone,
        String why,
        List<DeskItem.Fact> facts,
        @Nullable Letter letter,
        boolean open,
        @Nullable Said wrong) {}
