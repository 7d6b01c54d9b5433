package org.migrationhub.server.site.submit;

import static org.migrationhub.core.review.StageName.CHANGES_REQUESTED;
import static org.migrationhub.core.review.StageName.DECLINED;
import static org.migrationhub.core.review.StageName.DRAFT;
import static org.migrationhub.core.review.StageName.IN_REVIEW;
import static org.migrationhub.core.review.StageName.RETRACTED;
import static org.migrationhub.core.review.StageName.SUBMITTED;
import static org.migrationhub.core.review.StageName.UPDATE_CHANGES_REQUESTED;
import static org.migrationhub.core.review.StageName.UPDATE_IN_REVIEW;
import static org.migrationhub.core.review.StageName.UPDATE_SUBMITTED;
import static org.migrationhub.core.review.StageName.WITHDRAWN;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.migrationhub.core.review.StageName;

/** Submissions that need the same of whoever submitted them. */
enum Group {
    /** Changes were asked for. */
    CHANGES("changes", CHANGES_REQUESTED, UPDATE_CHANGES_REQUESTED),
    /** To be finished and handed in. */
    DRAFTS("drafts", DRAFT),
    /** With others. */
    UNDERWAY("underway", SUBMITTED, IN_REVIEW, UPDATE_SUBMITTED, UPDATE_IN_REVIEW),
    /** Public, and nothing is under way. */
    PUBLISHED("published", StageName.PUBLISHED),
    /** Nothing can follow. */
    ENDED("ended", DECLINED, WITHDRAWN, RETRACTED);

    private final String code;
    private final Set<StageName> stages;

    Group(String code, StageName... stages) {
        this.code = code;
        this.stages = Set.of(stages);
    }

    /** How addresses name it. */
    String code() {
        return code;
    }

    Set<StageName> stages() {
        return stages;
    }

    static Optional<Group> find(String code) {
        return Arrays.stream(values()).filter(group -> group.code.equals(code)).findFirst();
    }

    static Group of(StageName stage) {
        return Arrays.stream(values())
                .filter(group -> group.stages.contains(stage))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No group has " + stage));
    }
}
