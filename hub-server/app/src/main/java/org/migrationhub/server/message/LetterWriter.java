package org.migrationhub.server.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Desk;
import org.migrationhub.core.Hub;
import org.migrationhub.core.PublicRecord;
import org.migrationhub.core.RepresentativeView;
import org.migrationhub.core.RoundView;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.access.Actor;
import org.migrationhub.core.access.Role;
import org.migrationhub.core.content.Kind;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.HubException;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.people.Person;
import org.migrationhub.core.people.RosterEntry;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.vocabulary.Language;

/**
 * Writes messages in the language of their recipient, and asks the hub in the recipient's name for what they may see of the
 * item at that time: what they may not see isn't there to be written, and whoever has lost what makes the message theirs
 * (their role, or the seat to which they were invited) isn't written to at all, nor is anybody of what isn't so any more.
 * Thread-safe.
 */
final class LetterWriter {

    private final Hub hub;
    private final Recipients recipients;
    private final String site;

    /**
     * A writer.
     *
     * @param hub what is asked
     * @param recipients what is known of people beside
     * @param site the address of the site, without a slash at its end
     */
    LetterWriter(Hub hub, Recipients recipients, String site) {
        this.hub = hub;
        this.recipients = recipients;
        this.site = site;
    }

    /** What is to be done with a message. */
    Delivery write(Message message) {
        if (message.kind().isOfAccount()) {
            AccountMessage given = message.given();
            return given == null
                    ? new Delivery.ToNobody("erased")
                    : new Delivery.To(given.address(), ofAccount(message, given, given.link()));
        }
        PersonId recipient = message.recipient();
        SubmissionId submission = message.submission();
        return recipient == null || submission == null
                ? new Delivery.ToNobody("erased")
                : person(recipient)
                        .map(person -> toPerson(message, person, submission))
                        .orElseGet(() -> new Delivery.ToNobody("unknown"));
    }

    /** What a message says, whether or not there is an address; a link that lets somebody into an account is left out. */
    Optional<Letter> show(Message message, boolean withLink) {
        if (message.kind().isOfAccount()) {
            AccountMessage given = message.given();
            return Optional.ofNullable(given).map(there -> ofAccount(message, there, withLink ? there.link() : null));
        }
        PersonId recipient = message.recipient();
        SubmissionId submission = message.submission();
        return recipient == null || submission == null
                ? Optional.empty()
                : person(recipient)
                        .filter(person -> !person.erased())
                        .flatMap(person -> ofItem(message, person, submission));
    }

    /** Where a notice would go; empty if nowhere. */
    Optional<String> address(PersonId recipient) {
        return person(recipient).map(person -> person.profile().email()).filter(address -> !address.isEmpty());
    }

    private Delivery toPerson(Message message, Person person, SubmissionId submission) {
        if (person.erased()) {
            return new Delivery.ToNobody("erased");
        }
        String address = person.profile().email();
        if (address.isEmpty()) {
            return new Delivery.ToNobody("no-address");
        }
        return ofItem(message, person, submission)
                .<Delivery>map(letter -> new Delivery.To(address, letter))
                .orElseGet(() -> seen(message.kind(), person, submission) == null
                        ? new Delivery.ToNobody("no-right")
                        : new Delivery.ToNobody("not-so"));
    }

    private Optional<Person> person(PersonId id) {
        try {
            return Optional.of(hub.as(Actor.of(id)).people().person(id).value());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    // About an account.

    private Letter ofAccount(Message message, AccountMessage given, @Nullable String link) {
        Phrases phrases = Phrases.in(given.language());
        List<Letter.Fact> facts = new ArrayList<>();
        Instant until = given.until();
        if (until != null) {
            facts.add(fact(phrases, "fact.until", phrases.time(until)));
        }
        Letter.Action action = link == null
                ? null
                : new Letter.Action(phrases.get("action." + message.kind().code()), link);
        return letter(phrases, message, phrases.get(message.kind().code() + ".subject"), facts, action);
    }

    // About an item.

    /** Empty if it isn't the recipient's any more, or isn't so any more. */
    private Optional<Letter> ofItem(Message message, Person recipient, SubmissionId id) {
        SubmissionView seen = seen(message.kind(), recipient, id);
        SortedMap<Language, String> said =
                message.kind() == MessageKind.FEATURED && seen != null ? said(recipient, id) : new TreeMap<>();
        boolean isMissing = seen == null && !message.kind().isOfAnEnd();
        boolean isOver = message.kind() == MessageKind.FEATURED && said.isEmpty();
        return isMissing || isOver ? Optional.empty() : Optional.of(ofItem(message, recipient, id, seen, said));
    }

    /** What the editors say of a featured item where everybody reads it; nothing if it is featured no longer. */
    private SortedMap<Language, String> said(Person recipient, SubmissionId id) {
        try {
            PublicRecord found = hub.as(Actor.of(recipient.id())).published(id);
            PublicRecord.Featured featured = found instanceof PublicRecord.Published item ? item.featured() : null;
            return featured == null ? new TreeMap<>() : featured.sentences();
        } catch (NotFoundException e) {
            return new TreeMap<>(); // it was never public, so nobody features it
        }
    }

    /** What somebody is to the Hub now: whoever is on the roster is a reviewer. */
    private Set<Role> roles(Person person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(recipients.roles(person.id()));
        if (person.roster() != null) {
            roles.add(Role.REVIEWER);
        }
        return roles;
    }

    private Letter ofItem(
            Message message,
            Person recipient,
            SubmissionId id,
            @Nullable SubmissionView seen,
            SortedMap<Language, String> said) {
        Phrases phrases = Phrases.in(language(message.kind(), recipient, seen));
        List<Letter.Fact> facts = new ArrayList<>();
        if (seen != null && !seen.title().isBlank()) {
            facts.add(new Letter.Fact(phrases.get("fact.title"), seen.title(), seen.language()));
        }
        if (message.kind() == MessageKind.REPRESENTED && seen != null) {
            latest(seen, message.happenedAt())
                    .ifPresent(who -> facts.add(fact(phrases, "fact.representative", who.name())));
        }
        inOrder(said, phrases.language())
                .forEach(language -> facts.add(
                        new Letter.Fact(phrases.get("fact.sentence"), said.getOrDefault(language, ""), language)));
        if (message.kind().isToSubmitter()) {
            facts.add(fact(phrases, "fact.day", phrases.day(message.happenedAt())));
        } else if (seen != null) {
            due(seen).ifPresent(due -> facts.add(fact(phrases, "fact.due", phrases.day(due))));
        }
        facts.add(fact(phrases, "fact.reference", id.value()));
        Letter.Action action = seen == null ? null : action(phrases, message.kind(), recipient, seen);
        return letter(phrases, message, subject(phrases, message.kind(), seen), facts, action);
    }

    /** The language of the letter first. */
    private static Stream<Language> inOrder(SortedMap<Language, String> said, Language first) {
        return Stream.concat(
                Stream.of(first).filter(said::containsKey),
                said.keySet().stream().filter(Predicate.not(first::equals)));
    }

    /**
     * The item as far as the recipient may see it now and has the role for it. For whom somebody else acts needs no role: it is
     * because they don't use the site. Who acts for them is of the secretariat.
     */
    private @Nullable SubmissionView seen(MessageKind kind, Person recipient, SubmissionId id) {
        Set<Role> roles = roles(recipient);
        boolean hasRole = roles.contains(kind.role());
        SubmissionView seen = hasRole || kind.isToSubmitter() ? seen(kind.role(), recipient.id(), id) : null;
        if (seen == null && kind.isToSubmitter() && roles.contains(Role.SECRETARIAT)) {
            return seen(Role.SECRETARIAT, recipient.id(), id);
        }
        boolean isRepresented = seen != null && !seen.representatives().isEmpty();
        return hasRole || isRepresented ? seen : null;
    }

    /** The item as the recipient may see it now; null if they may not even know of it. */
    private @Nullable SubmissionView seen(Role role, PersonId recipient, SubmissionId id) {
        Desk desk = hub.as(Actor.of(recipient, role));
        try {
            return desk.view(id);
        } catch (HubException e) {
            return null; // whatever the hub's reason, the recipient isn't told
        }
    }

    /** Who had begun last to act for the submitter when this happened, if their name is still known. */
    private static Optional<RepresentativeView> latest(SubmissionView seen, Instant happenedAt) {
        return seen.representatives().stream()
                .filter(one -> !one.since().isAfter(happenedAt) && !one.name().isEmpty())
                .reduce((first, second) -> second);
    }

    /** When the recipient's own review is due: of seats, a reviewer sees no other. */
    private static Optional<Instant> due(SubmissionView seen) {
        return seen.rounds().stream()
                .filter(RoundView::open)
                .flatMap(round -> round.seats().stream())
                .flatMap(seat -> Optional.ofNullable(seat.due()).stream())
                .findFirst();
    }

    private static String subject(Phrases phrases, MessageKind kind, @Nullable SubmissionView seen) {
        String subject = phrases.get(kind.code() + ".subject");
        return seen == null || seen.title().isBlank()
                ? subject
                : phrases.get("subject.titled", Map.of("subject", subject, "title", seen.title()));
    }

    /** Leads to where the recipient goes on, if they do: a desk of their own, or what everybody sees if they are told of that. */
    private Letter.@Nullable Action action(Phrases phrases, MessageKind kind, Person recipient, SubmissionView seen) {
        if (kind.isOfAnEnd()) {
            return null;
        }
        String home = site + "/" + phrases.language() + "/";
        Set<Role> roles = roles(recipient);
        if (!kind.isToSubmitter()) {
            return new Letter.Action(phrases.get("action.review"), home + "desk/reviews/" + seen.id());
        }
        boolean isAtDesk = roles.contains(Role.CONTRIBUTOR) || roles.contains(Role.SECRETARIAT);
        if (seen.publicRevision() > 0 && (kind.isOfPublic() || !isAtDesk)) {
            String items = seen.kind() == Kind.PRACTICE ? "practices/" : "resources/";
            return new Letter.Action(phrases.get("action.item"), home + items + seen.id());
        }
        return isAtDesk
                ? new Letter.Action(phrases.get("action.progress"), home + "desk/submissions/" + seen.id())
                : new Letter.Action(phrases.get("action.site"), home);
    }

    /**
     * The language that the recipient wants; or else that of the item, for its submitter, and for a reviewer who judges texts
     * in it; or else one of those in which a reviewer judges, English before others.
     */
    private Language language(MessageKind kind, Person recipient, @Nullable SubmissionView seen) {
        return recipients.language(recipient.id()).orElseGet(() -> {
            RosterEntry roster = recipient.roster();
            SortedSet<Language> read = roster == null ? new TreeSet<>() : roster.languages();
            if (seen != null && (kind.isToSubmitter() || read.contains(seen.language()))) {
                return seen.language();
            }
            return read.isEmpty() || read.contains(Language.EN) ? Language.EN : read.first();
        });
    }

    private Letter letter(
            Phrases phrases, Message message, String subject, List<Letter.Fact> facts, Letter.@Nullable Action action) {
        return new Letter(
                phrases.language(),
                subject,
                phrases.get("hello"),
                phrases.get(message.kind().code() + ".text"),
                facts,
                action,
                phrases.get("footer", Map.of("site", site)));
    }

    private static Letter.Fact fact(Phrases phrases, String label, String value) {
        return new Letter.Fact(phrases.get(label), value, phrases.language());
    }
}
