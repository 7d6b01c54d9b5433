package org.migrationhub.core.review;

import static org.migrationhub.core.review.CheckTime.DECISION;
import static org.migrationhub.core.review.CheckTime.FILING;
import static org.migrationhub.core.review.CheckTime.SEATING;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.people.Sector;
import org.migrationhub.core.vocabulary.Language;

/**
 * One rule on who may judge an item. Each says either nothing, or why not, with its evidence and what would change it.
 *
 * <p>The mandatory ones are part of every policy; a policy chooses among the others. Nobody judges what they submitted,
 * are named in, or have declared a conflict with; the Hub publishes that conflicts are declared before content is
 * reviewed (roster call, 2020) and that panels hold UN and non-UN reviewers (2022), which needs a known side.
 */
public enum EligibilityRule {
    /** The person is a reviewer. */
    ON_ROSTER("not-on-roster", true, FILING) {
        @Override
        @Nullable
        Reason objection(EligibilityQuestion question) {
            return question.candidate().person().roster() != null
                    ? null
                    : reason("This person is not on the roster of reviewers.", "", "Enrol the person on the roster.");
        }
    },
    /** It is known on which side of the review rule the person stands. */
    AFFILIATION_DETERMINED("affiliation-undetermined", true, FILING) {
        @Override
        @Nullable
        Reason objection(EligibilityQuestion question) {
            Sector sector = question.candidate().person().affiliations().sectorAt(question.at());
            return sector != Sector.UNDETERMINED
                    ? null
                    : reason(
                            "It is not determined whether this person stands inside or outside the UN.",
                            "as of " + question.at(),
                            "Record the person's affiliation.");
        }
    },
    /** The person did not submit the item, nor act on its submitter's behalf. */
    NOT_SUBMITTER("submitter", true, DECISION) {
        @Override
        @Nullable
        Reason objection(EligibilityQuestion question) {
            PersonId person = question.candidate().id();
            if (question.item().representatives().contains(person)) {
                return reason("This person acts on the submitter's behalf.", person.value(), NEVER);
            }
            return !question.item().submitter().equals(person)
                    ? null
                    : reason("This person submitted the item.", person.value(), NEVER);
        }
    },
    /** The person is not named in the item. */
    NOT_NAMED("named-in-item", true, DECISION) {
        @Override
        @Nullable
        Reason objection(EligibilityQuestion question) {
            Disclosure item = question.item();
            boolean named = item.namedPersons().contains(question.candidate().id())
                    || item.namedProfiles().stream()
                            .anyMatch(question.candidate().person().profile()::mayBeSameAs);
            return !named
                    ? null
                    : reason(
                            "This person, or somebody with the same name or address, is named in the item.",
                            question.candidate().id().value(),
                            "If they are different people, correct the record of either.");
        }
    },
    /** The person has declared no conflict of interest with the item. */
    NO_DECLARED_CONFLICT("conflict-declared", true, DECISION) {
        @Override
        @Nullable
        Reason objection(EligibilityQuestion question) {
            List<OrganisationId> declared = question.declaredConflicts();
            if (question.wasRecused()) {
                return reason(
                        "This person fell out of a seat on this item over a conflict of interest.",
                        ids(declared),
                        NEVER);
            }
            return declared.isEmpty()
                    ? null
                    : reason(
                            "This person has declared a conflict of interest with an organisation in the item.",
                            ids(declared),
                            "The person may change what they declare on the roster.");
        }
    },
    /** The person doesn't belong to the body that submitted the item. */
    NOT_OF_SUBMITTER("same-organisation-as-submitter", false, DECISION) {
        @Override
        @Nullable
        Reason objection(EligibilityQuestion question) {
            SortedSet<OrganisationId> shared = new TreeSet<>(question.organisations());
            shared.retainAll(question.item().submittingOrganisations());
            return shared.isEmpty()
                    ? null
                    : reason("This person's organisation submitted the item.", ids(shared), AFTER_WINDOW);
        }
    },
    /** The person doesn't belong to a body that implements, or publishes, what the item is about. */
    NOT_OF_IMPLEMENTER("same-organisation-as-implementer", false, DECISION) {
        @Override
        @Nullable
        Reason objection(EligibilityQuestion question) {
            List<String> named = question.namedAmong(question.item().implementers());
            return named.isEmpty()
                    ? null
                    : reason(
                            "This person's organisation implements what the item describes.",
                            String.join(", ", named),
                            AFTER_WINDOW);
        }
    },
    /** The person doesn't belong to a body that partners in what the item is about. */
    NOT_OF_PARTNER("same-organisation-as-partner", false, DECISION) {
        @Override
        @Nullable
        Reason objection(EligibilityQuestion question) {
            List<String> named = question.namedAmong(question.item().partners());
            return named.isEmpty()
                    ? null
                    : reason(
                            "This person's organisation is a partner in what the item describes.",
                            String.join(", ", named),
                            AFTER_WINDOW);
        }
    },
    /** The person judges texts in a language of the item. */
    READS_LANGUAGE("wrong-language", false, SEATING) {
        @Override
        @Nullable
        Reason objection(EligibilityQuestion question) {
            RosterEntry entry = question.candidate().person().roster();
            SortedSet<Language> written = question.item().languages();
            return entry == null || written.stream().anyMatch(entry.languages()::contains)
                    ? null
                    : reason(
                            "This person doesn't judge texts in a language of the item.",
                            "item: " + tags(written) + "; reviewer: " + tags(entry.languages()),
                            "A translation of the item, or a further language on the roster.");
        }
    },
    /** The person has room for a further item. */
    HAS_CAPACITY("over-load", false, SEATING) {
        @Override
        @Nullable
        Reason objection(EligibilityQuestion question) {
            RosterEntry entry = question.candidate().person().roster();
            int open = question.candidate().openSeats();
            return entry == null || open < entry.capacity()
                    ? null
                    : reason(
                            "This person already judges as many items as they offered to.",
                            open + " of " + entry.capacity(),
                            "Wait until a review is filed, or a larger capacity on the roster.");
        }
    },
    /** The person is not away. */
    PRESENT("absent", false, SEATING) {
        @Override
        @Nullable
        Reason objection(EligibilityQuestion question) {
            RosterEntry entry = question.candidate().person().roster();
            return entry == null
                    ? null
                    : entry.absences().stream()
                            .filter(absence -> absence.includes(question.at()))
                            .findFirst()
                            .map(absence -> reason(
                                    "This person is away.", "until " + absence.until(), "Wait until they are back."))
                            .orElse(null);
        }
    },
    /** The person doesn't sit on this panel already: one person never fills two seats. */
    NOT_SEATED("already-seated", true, SEATING) {
        @Override
        @Nullable
        Reason objection(EligibilityQuestion question) {
            return !question.isSeated() ? null : reason("This person already sits on the panel.", "", NEVER);
        }
    };

    private static final String NEVER = "Nothing; choose another reviewer.";
    private static final String AFTER_WINDOW = "Nothing while the affiliation lasts, or is too recent for the policy.";

    private final String code;
    private final boolean mandatory;
    private final CheckTime latest;

    EligibilityRule(String code, boolean mandatory, CheckTime latest) {
        this.code = code;
        this.mandatory = mandatory;
        this.latest = latest;
    }

    /** The code of this rule's reasons. */
    public String code() {
        return code;
    }

    /** Whether every policy holds it. */
    public boolean isMandatory() {
        return mandatory;
    }

    /** The last time at which it is asked. */
    public CheckTime latest() {
        return latest;
    }

    /** The rule with this code. */
    public static Optional<EligibilityRule> find(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }

    /** Why not; null if the rule has nothing against it. */
    abstract @Nullable Reason objection(EligibilityQuestion question);

    Reason reason(String sentence, String evidence, String remedy) {
        return new Reason(code, sentence, evidence, remedy);
    }

    private static String ids(Collection<OrganisationId> organisations) {
        return organisations.stream().map(OrganisationId::value).collect(Collectors.joining(", "));
    }

    private static String tags(SortedSet<Language> languages) {
        return String.join(" ", languages.stream().map(Language::tag).toList());
    }
}
