package org.migrationhub.server.site.read;

import org.migrationhub.core.PublicRecord;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Voice;

/**
 * How a version of an item was reviewed, without anything that tells by whom.
 *
 * @param approvals how many approved
 * @param un how many of them from the UN
 * @param nonUn how many of them from outside it
 * @param submitted the day on which the item was first handed in
 * @param on the day of the verdict
 * @param policy under which
 * @param digest of exactly this content
 */
public record Reviewed(int approvals, int un, int nonUn, String submitted, String on, Said policy, String digest) {

    static Reviewed of(PublicRecord.Published item, PublicRecord.Version version, Voice voice) {
        PublicRecord.HowReviewed how = version.reviewed();
        return new Reviewed(
                how.approvals(),
                how.un(),
                how.nonUn(),
                voice.date(item.submittedOn()),
                voice.date(how.on()),
                voice.terms().policy(how.policy()),
                version.digest().toString());
    }
}
