package org.migrationhub.server.message;

import java.util.Arrays;
import java.util.Locale;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.notice.NoticeKind;

/** What a message says: one of what the core gives notice of, or something about somebody's account. */
public enum MessageKind {
    /** See {@link NoticeKind#INVITED}. */
    INVITED(Audience.REVIEWER),
    /** See {@link NoticeKind#REVISED}. */
    REVISED(Audience.REVIEWER),
    /** See {@link NoticeKind#SEAT_ENDED}. */
    SEAT_ENDED(Audience.REVIEWER),
    /** See {@link NoticeKind#TAKEN_BACK}. */
    TAKEN_BACK(Audience.REVIEWER),
    /** See {@link NoticeKind#RETURNED}. */
    RETURNED(Audience.SUBMITTER),
    /** See {@link NoticeKind#IN_REVIEW}. */
    IN_REVIEW(Audience.SUBMITTER),
    /** See {@link NoticeKind#CHANGES_REQUESTED}. */
    CHANGES_REQUESTED(Audience.SUBMITTER),
    /** See {@link NoticeKind#DECLINED}. */
    DECLINED(Audience.SUBMITTER),
    /** See {@link NoticeKind#PUBLISHED}. */
    PUBLISHED(Audience.SUBMITTER),
    /** See {@link NoticeKind#RETRACTED}. */
    RETRACTED(Audience.SUBMITTER),
    /** See {@link NoticeKind#REPRESENTED}. */
    REPRESENTED(Audience.SUBMITTER),
    /** See {@link NoticeKind#FEATURED}. */
    FEATURED(Audience.SUBMITTER),
    /** Somebody has given this address for an account; the link confirms that it is theirs. */
    CONFIRM_REGISTRATION(Audience.ACCOUNT),
    /** Somebody has given this address for an account, and there is one already. */
    ALREADY_REGISTERED(Audience.ACCOUNT),
    /** The secretariat asks somebody to make an account; the link does so. */
    INVITATION(Audience.ACCOUNT),
    /** Somebody wants a new password for the account with this address; the link leads there. */
    RESET_PASSWORD(Audience.ACCOUNT),
    /** Somebody wants a new password for this address, which has no account. */
    NO_ACCOUNT(Audience.ACCOUNT),
    /** Somebody wants this to be the address of their account; the link confirms that it is theirs. */
    CONFIRM_ADDRESS(Audience.ACCOUNT),
    /** To the former address: the account has another one now. */
    ADDRESS_CHANGED(Audience.ACCOUNT),
    /** The password of the account was changed. */
    PASSWORD_CHANGED(Audience.ACCOUNT),
    /** A password of the account was set by a letter, and sessions and tokens are over. */
    PASSWORD_RESET(Audience.ACCOUNT),
    /** To the former address: the record of a person has another one now. */
    ADDRESS_REPLACED(Audience.ACCOUNT);

    private enum Audience {
        REVIEWER,
        SUBMITTER,
        ACCOUNT
    }

    private final Audience audience;

    MessageKind(Audience audience) {
        this.audience = audience;
    }

    /** The message that gives this notice. */
    static MessageKind of(NoticeKind kind) {
        return valueOf(kind.name());
    }

    /** The kind with this code. */
    static MessageKind ofCode(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No kind of message is called " + code));
    }

    /** The stable code. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is about an account, and about no item. */
    public boolean isOfAccount() {
        return audience == Audience.ACCOUNT;
    }

    /** Whether it goes to whoever submits an item. */
    boolean isToSubmitter() {
        return audience == Audience.SUBMITTER;
    }

    /** Whether it tells somebody that an item isn't theirs to judge any more: they needn't see it for that. */
    boolean isOfAnEnd() {
        return this == SEAT_ENDED || this == TAKEN_BACK;
    }

    /** Whether it tells of what everybody can see now. */
    boolean isOfPublic() {
        return this == PUBLISHED || this == FEATURED;
    }

    /** In which role its recipient is told of an item: no further rights than that gives are needed to read it. */
    Role role() {
        return audience == Audience.REVIEWER ? Role.REVIEWER : Role.CONTRIBUTOR;
    }

    /** What somebody else must be allowed to see of the item to learn that there is this message, and to whom. */
    Right shownTo() {
        return audience == Audience.REVIEWER ? Right.SEE_PANEL : Right.SEE_DISCLOSURE;
    }
}
