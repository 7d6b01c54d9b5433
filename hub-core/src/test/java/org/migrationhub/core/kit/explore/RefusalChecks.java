package org.migrationhub.core.kit.explore;

import org.migrationhub.core.error.HubException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.error.WrongStageException;

/** Holds a refusal to having a reason: a code for programs and a sentence for people. */
final class RefusalChecks {

    private RefusalChecks() {}

    /** The code of the refusal's first reason. */
    static String check(HubException refusal, Findings findings) {
        String code = code(refusal);
        String sentence = refusal.getMessage();
        findings.expect(
                !code.isBlank() && sentence != null && !sentence.isBlank(),
                Invariant.REASONED_REFUSAL,
                "refused with the code \"%s\" and the sentence \"%s\"",
                code,
                sentence);
        return code;
    }

    private static String code(HubException refusal) {
        if (refusal instanceof RefusedException refused) {
            return refused.violations().stream()
                    .map(Violation::code)
                    .findFirst()
                    .orElse("");
        }
        if (refusal instanceof WrongStageException wrong) {
            return wrong.stage().isBlank() || wrong.act().isBlank() ? "" : "wrong-stage";
        }
        return refusal instanceof NotFoundException missing ? "no-such-" + missing.kind() : "";
    }
}
