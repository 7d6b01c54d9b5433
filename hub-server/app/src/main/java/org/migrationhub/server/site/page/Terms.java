package org.migrationhub.server.site.page;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.stream.Stream;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.journal.Entry;
import org.migrationhub.core.journal.EntryCodec;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.Criterion;
import org.migrationhub.core.review.PolicyRef;
import org.migrationhub.core.review.Reason;
import org.migrationhub.core.review.ReviewOutcome;
import org.migrationhub.core.review.SeatStateName;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.VerdictOutcome;
import org.migrationhub.core.vocabulary.Label;
import org.migrationhub.core.vocabulary.Language;
import org.migrationhub.server.account.Scope;
import org.migrationhub.server.message.MessageKind;
import org.migrationhub.server.message.MessageState;

/**
 * What has a code, in words. Of rules, there may be more than the Hub's own: an agency's policy brings its reasons along, in
 * English, and that is then what is said. Immutable and thread-safe.
 *
 * @param voice in which it is said
 */
public record Terms(Voice voice) {

    private static final String SMTP = "smtp-";

    /** Where a submission stands. */
    public String stage(StageName stage) {
        return voice.say("stage." + stage.code());
    }

    /** How a stage looks, as style sheets name it; plain where nothing is to be said: that one takes back one's own is no bad end. */
    public static String tone(StageName stage) {
        return switch (stage) {
            case PUBLISHED -> "good";
            case DRAFT, CHANGES_REQUESTED, UPDATE_CHANGES_REQUESTED -> "waits";
            case DECLINED, RETRACTED -> "bad";
            default -> "";
        };
    }

    /** What became of a seat. */
    public String seat(SeatStateName state) {
        return voice.say("seat." + state.code());
    }

    /** What a reviewer says of a revision, as something to choose. */
    public String outcome(ReviewOutcome outcome) {
        return voice.say("outcome." + outcome.code());
    }

    /** What a round has led to. */
    public String outcome(VerdictOutcome outcome) {
        return voice.say("outcome." + outcome.code());
    }

    /** A rule of review, in its version: by its code, if it is an agency's own. */
    public Said policy(PolicyRef policy) {
        String key = "policy." + policy.id();
        return voice.has(key)
                ? voice.plain(key, voice.number(policy.version()))
                : new Said(policy.toString(), null, "ltr");
    }

    /** What a criterion is called. */
    public String criterion(Criterion criterion) {
        return voice.say("criterion." + criterion.code());
    }

    /** What a criterion asks. */
    public String question(Criterion criterion) {
        return voice.say("criterion." + criterion.code() + ".help");
    }

    /** What a button says that does this. */
    public String act(Act act) {
        return voice.say("act." + act.code());
    }

    /** What somebody is to the Hub. */
    public String role(Role role) {
        return voice.say("role." + role.code());
    }

    /** On which side of the review rule somebody stands. */
    public String sector(Sector sector) {
        return voice.say("sector." + sector.code());
    }

    /** What happened, without who did it. */
    public String event(Entry entry) {
        Map<?, ?> event = (Map<?, ?>) requireNonNull(EntryCodec.tree(entry).get("event"));
        return voice.say("event." + event.get("type"));
    }

    /** What a message is about. */
    public String message(MessageKind kind) {
        return voice.say("message." + kind.code());
    }

    /** What became of a message. */
    public String delivery(MessageState state) {
        return voice.say("delivery." + state.code());
    }

    /** Why a message is not sent, or not yet, by the code of the reason. */
    public String delay(String reason) {
        return reason.startsWith(SMTP)
                ? voice.say("delivery.why.smtp", reason.substring(SMTP.length()))
                : voice.say("delivery.why." + reason);
    }

    /** For what a token is good. */
    public String scope(Scope scope) {
        return voice.say("scope." + scope.code());
    }

    /** Why a rule says no to somebody. */
    public Said reason(Reason reason) {
        return said(reason.sentence(), "reason." + reason.code());
    }

    /** What would change that. */
    public Said remedy(Reason reason) {
        return said(reason.remedy(), "reason." + reason.code() + ".remedy");
    }

    /** What a rule that is broken asks to mend. */
    public Said complaint(Violation violation) {
        return said(violation.message(), "violation." + violation.code(), "reason." + violation.code());
    }

    private Said said(String english, String... keys) {
        return Stream.of(keys)
                .filter(voice::has)
                .findFirst()
                .map(voice::plain)
                .orElseGet(() -> Said.of(new Label(english, Language.EN, false), voice.language()));
    }
}
