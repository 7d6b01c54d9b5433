package org.migrationhub.server.site.submit;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.account.OpenSession;
import org.migrationhub.server.site.page.Addresses;
import org.migrationhub.server.site.page.Visit;

/**
 * What of a sheet stands in no draft, as the address of the page says that tells it: so the page can be loaded again, and come
 * back to, without sending the sheet once more. Only what this session was told counts.
 *
 * @param draft what the sheet has become
 * @param rows what was left out
 */
record LeftOut(SubmissionId draft, List<SheetReader.Complaint> rows) {

    private static final String DRAFT = "draft";
    private static final String LEFT = "left";
    private static final String SEAL = "seal";

    /** The parameters of the address. */
    static final String[] PARAMETERS = {DRAFT, LEFT, SEAL};

    /** How long an address may be that every server on the way lets pass. */
    private static final int LONGEST = 4_000;

    private static final Pattern ROW = Pattern.compile("([0-9]{1,9}) ([a-z0-9.-]+) (.*)");

    /** The parameters that tell it, behind the path of the page; empty if it is more than an address can hold. */
    static Optional<String> address(Visit visit, SubmissionId draft, List<SheetReader.Complaint> left) {
        List<String> rows = left.stream().map(LeftOut::text).toList();
        String address = StepPages.with("?" + DRAFT + "=" + draft, LEFT, rows) + "&" + SEAL + "="
                + Addresses.encoded(session(visit).sealOf(sealed(draft.value(), rows)));
        return address.length() <= LONGEST ? Optional.of(address) : Optional.empty();
    }

    /** What the address tells; empty if nothing, or nothing that this session was told. */
    static Optional<LeftOut> of(Visit visit) {
        String draft = visit.ask().query().one(DRAFT).orElse("");
        List<String> rows = visit.ask().query().all(LEFT);
        String seal = visit.ask().query().one(SEAL).orElse("");
        boolean isOurs = !draft.contains("\n") && session(visit).hasSealed(sealed(draft, rows), seal);
        return isOurs
                ? Optional.of(new LeftOut(
                        new SubmissionId(draft), rows.stream().map(LeftOut::row).toList()))
                : Optional.empty();
    }

    private static OpenSession session(Visit visit) {
        return visit.ask().door().session();
    }

    /** What no other seal of the session is of: a form's id alone is sealed, too. */
    private static String sealed(String draft, List<String> rows) {
        return Stream.concat(Stream.of("left out", draft), rows.stream()).collect(Collectors.joining("\n"));
    }

    private static String text(SheetReader.Complaint complaint) {
        Violation violation = complaint.violation();
        return complaint.row() + " " + violation.code() + " " + violation.path();
    }

    private static SheetReader.Complaint row(String text) {
        Matcher row = ROW.matcher(text);
        if (!row.matches()) {
            throw new IllegalStateException("What was sealed is no row: " + text);
        }
        return new SheetReader.Complaint(
                Integer.parseInt(row.group(1)), new Violation(row.group(3), row.group(2), row.group(2)));
    }
}
