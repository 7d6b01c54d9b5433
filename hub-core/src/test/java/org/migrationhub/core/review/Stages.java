package org.migrationhub.core.review;

import org.migrationhub.core.kit.Script;

/** Submissions brought to every stage. */
final class Stages {

    static final String SUBMITTED = """
            given a practice by ana of ministry
            and reviewers uma (UN), ulf (UN), noel (non-UN), nina (non-UN), nuri (non-UN), nora (non-UN)
            when ana submits
            """;
    static final String SEATED = SUBMITTED + "when the secretariat seats uma, noel, nina\n";
    static final String IN_REVIEW = SEATED + "when uma, noel, nina accept\n";
    static final String PUBLISHED = IN_REVIEW + "when uma, noel, nina approve\n";
    static final String UPDATE_SUBMITTED = PUBLISHED + "when ana revises\n";
    static final String UPDATE_IN_REVIEW =
            UPDATE_SUBMITTED + "when the secretariat seats ulf, noel, nina\nand ulf, noel, nina accept\n";
    private static final String CHANGES = "when noel requests changes\nand nina requests changes\n";

    private Stages() {}

    static Script at(StageName stage) {
        return under(ReviewPolicy.GCM_2022, lines(stage));
    }

    static Script under(ReviewPolicy policy, String lines) {
        return Script.under(policy).play(lines);
    }

    private static String lines(StageName stage) {
        return switch (stage) {
            case DRAFT -> "given a practice by ana of ministry\nand reviewers uma (UN), noel (non-UN), nina (non-UN)";
            case SUBMITTED -> SUBMITTED;
            case IN_REVIEW -> IN_REVIEW;
            case CHANGES_REQUESTED -> IN_REVIEW + "when uma approves\n" + CHANGES;
            case DECLINED -> SUBMITTED + "when the secretariat declines it";
            case PUBLISHED -> PUBLISHED;
            case UPDATE_SUBMITTED -> UPDATE_SUBMITTED;
            case UPDATE_IN_REVIEW -> UPDATE_IN_REVIEW;
            case UPDATE_CHANGES_REQUESTED -> UPDATE_IN_REVIEW + "when ulf approves\n" + CHANGES;
            case WITHDRAWN -> SUBMITTED + "when ana withdraws";
            case RETRACTED -> PUBLISHED + "when the secretariat retracts it";
        };
    }
}
