package org.migrationhub.server.api;

/**
 * How much one person may have here at once, as an installation says.
 *
 * @param megabytes of files that they uploaded and that are kept; 0 for any number
 * @param submissions that are drafts, or were handed in and have no panel yet; 0 for any number
 */
public record Allowance(int megabytes, int submissions) {

    /** The setting for files. */
    public static final String FILES = "quota.files";

    /** The setting for submissions. */
    public static final String SUBMISSIONS = "quota.submissions";

    /** What holds unless said. */
    public static final Allowance USUAL = new Allowance(1_000, 1_000);
}
