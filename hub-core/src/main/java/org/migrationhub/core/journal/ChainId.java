package org.migrationhub.core.journal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.HubEvent;
import org.migrationhub.core.people.OrganisationEvent;
import org.migrationhub.core.people.PersonEvent;
import org.migrationhub.core.review.SubmissionEvent;
import org.migrationhub.core.review.SubmissionId;

/**
 * Which chain: that of one submission, person or organisation, or the one of the checkpoints.
 *
 * @param value such as {@code submission/0190a…}, {@code person/…}, {@code organisation/…} or {@code checkpoints}
 */
public record ChainId(String value) implements Comparable<ChainId> {

    private static final Pattern FORM =
            Pattern.compile("checkpoints|(submission|person|organisation)/[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** The chain of the checkpoints. */
    public static final ChainId CHECKPOINTS = new ChainId("checkpoints");

    /** Refuses what isn't a chain's name. */
    public ChainId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a chain's name: \"" + value + "\"");
        }
    }

    /** The chain with this name; empty if the text is none. */
    public static Optional<ChainId> find(String value) {
        return FORM.matcher(value).matches() ? Optional.of(new ChainId(value)) : Optional.empty();
    }

    /** The chain of a submission. */
    public static ChainId of(SubmissionId id) {
        return new ChainId("submission/" + id.value());
    }

    /** The chain of a person's record. */
    public static ChainId of(PersonId id) {
        return new ChainId("person/" + id.value());
    }

    /** The chain of an organisation's record. */
    public static ChainId of(OrganisationId id) {
        return new ChainId("organisation/" + id.value());
    }

    /** Whether the event is of the kind of the chain's aggregate, and, where it says whose it is, of this very one. */
    boolean mayHold(HubEvent event) {
        return switch (value.substring(0, value.indexOf('/') + 1)) {
            case "submission/" -> event instanceof SubmissionEvent;
            case "person/" -> event instanceof PersonEvent;
            case "organisation/" ->
                event instanceof OrganisationEvent.Recorded recorded
                        && equals(of(recorded.organisation().id()));
            default -> event instanceof Checkpoint;
        };
    }

    /** Whether it is the chain of a submission. */
    public boolean isOfSubmission() {
        return value.startsWith("submission/");
    }

    /** Whether it is the chain of a person. */
    public boolean isOfPerson() {
        return value.startsWith("person/");
    }

    /** Whether it is the chain of an organisation. */
    public boolean isOfOrganisation() {
        return value.startsWith("organisation/");
    }

    /** The submission whose chain it is; to be asked only where {@link #isOfSubmission()}. */
    public SubmissionId submission() {
        return new SubmissionId(id());
    }

    /** The person whose chain it is; to be asked only where {@link #isOfPerson()}. */
    public PersonId person() {
        return new PersonId(id());
    }

    /** The organisation whose chain it is; to be asked only where {@link #isOfOrganisation()}. */
    public OrganisationId organisation() {
        return new OrganisationId(id());
    }

    private String id() {
        return value.substring(value.indexOf('/') + 1);
    }

    @Override
    public int compareTo(ChainId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
