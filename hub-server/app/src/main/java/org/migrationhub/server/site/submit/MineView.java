package org.migrationhub.server.site.submit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.server.site.page.Said;

/**
 * What somebody has submitted, by what it needs of them.
 *
 * @param groups in which there is something
 * @param back where all groups are; empty if this is it
 * @param begin where something is submitted
 * @param offline where there are sheets to be filled in offline
 */
public record MineView(List<Group> groups, String back, String begin, String offline) {

    /**
     * Submissions that need the same.
     *
     * @param code of the group
     * @param lines some of them
     * @param more where there are more; empty if these are all
     */
    public record Group(String code, List<Line> lines, String more) {}

    /**
     * A submission.
     *
     * @param title of it
     * @param kind of it
     * @param behalf for whom; null for oneself
     * @param stage the code
     * @param tone how the stage looks
     * @param changed when it last changed, in words; empty for whoever could learn from it when a reviewer acted
     * @param address where it is told how it stands
     */
    public record Line(
            Said title,
            String kind,
            @Nullable Said behalf,
            String stage,
            String tone,
            String changed,
            String address) {}
}
