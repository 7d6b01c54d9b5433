package org.migrationhub.server.demo;

import java.util.Objects;
import org.migrationhub.server.account.Accounts;
import org.migrationhub.server.account.EmailAddress;
import org.migrationhub.server.api.Grant;

/** The accounts of the demonstration's people, all with one password that everybody knows. */
public final class DemoAccounts {

    /** The password. */
    public static final String PASSWORD = "sample-password";

    /** What is kept of it, computed beforehand: it is no secret, and a demonstration starts sooner. */
    private static final String HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$UJnceKFMCkG7jhiaZ4cjHg$lYH7jTWH5FP9z0xGrH3kxEZURQgNOC360qq7lfBcxlY";

    private DemoAccounts() {}

    /** Makes those that aren't there. */
    public static void bring(Accounts accounts) {
        for (Grant grant : Demonstration.grants()) {
            accounts.bring(
                    Objects.requireNonNull(grant.actor().person()),
                    address(grant),
                    HASH,
                    grant.actor().roles());
        }
    }

    /** With which address somebody logs in. */
    public static EmailAddress address(Grant grant) {
        return EmailAddress.find(grant.token() + "@example.org").orElseThrow();
    }
}
