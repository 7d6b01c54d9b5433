package org.migrationhub.server.imports;

import java.util.List;

/** A file of which no row was looked at, since it can't be read or has the wrong columns. */
public final class FileRefusedException extends RuntimeException {

    private final transient List<Finding> findings;
    private final boolean malformed;

    private FileRefusedException(List<Finding> findings, boolean malformed) {
        super(findings.get(0).code());
        this.findings = List.copyOf(findings);
        this.malformed = malformed;
    }

    /** It isn't of the format that it should be. */
    static FileRefusedException malformed(Finding finding) {
        return new FileRefusedException(List.of(finding), true);
    }

    static FileRefusedException malformed(String code, String message) {
        return malformed(Finding.ofFile(code, message));
    }

    /** It is, but can't be taken in. */
    static FileRefusedException refused(List<Finding> findings) {
        return new FileRefusedException(findings, false);
    }

    static FileRefusedException refused(String code, String message) {
        return refused(List.of(Finding.ofFile(code, message)));
    }

    /** What is wrong; never empty. */
    public List<Finding> findings() {
        return findings;
    }

    /** Whether it isn't even of its format. */
    public boolean isMalformed() {
        return malformed;
    }
}
