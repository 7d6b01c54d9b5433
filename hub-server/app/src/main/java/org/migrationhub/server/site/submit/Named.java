package org.migrationhub.server.site.submit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.HubException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.Profile;
import org.migrationhub.server.account.Acquaintances;
import org.migrationhub.server.account.EmailAddress;
import org.migrationhub.server.account.TooManyTriesException;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/**
 * The people whom an item names, as its submitter writes them: by name and address, or by a number that somebody has told them.
 * An item has numbers alone. Not thread-safe.
 */
final class Named {

    /** The fields in which people are named. */
    static final Set<String> FIELDS = Set.of("contact", "focalPoint", "contributors");

    /** What is said of something that is neither a name with an address nor the number of anybody. */
    private static final Set<String> NAMELESS = Set.of("code.unknown", "person.unknown");

    /** Whether the submitter is the focal point. */
    static final String SELF = "focalPoint/self";

    private static final Pattern WRITTEN = Pattern.compile(
            "\"?([^\"<>]*?)\"?\\s*[<(\uff1c]?\\s*([^\\s<>()\uff1c\uff1e]+@[^\\s<>()\uff1c\uff1e]+)\\s*[>)\uff1e]?");

    /** More newcomers than these aren't registered at once. */
    private static final int MOST = 50;

    /** What becomes of somebody who wasn't named before. */
    enum Newcomers {
        /** They are registered: what names them is saved. */
        REGISTERED,

        /** They wait for that: somebody still writes. */
        AWAITED,

        /** They stay as they are written: it is only shown again. */
        WRITTEN
    }

    private final Visit visit;
    private final Newcomers newcomers;
    private final PersonId self;
    private final boolean represents;
    private final Set<String> tooMany = new LinkedHashSet<>();
    private boolean waits;
    private int registered;

    /** Those of a submitter: of whoever visits, or whom they act for. */
    private Named(Visit visit, @Nullable PersonId submitter, Newcomers newcomers) {
        this.visit = visit;
        this.newcomers = newcomers;
        this.self = submitter == null ? visitor() : submitter;
        this.represents = !self.equals(visitor());
    }

    private PersonId visitor() {
        return Objects.requireNonNull(visit.ask().actor().person());
    }

    /** Those of a draft's submitter, whoever works on it: what one side writes the other reads. */
    static Named of(Visit visit, Draft draft, Newcomers newcomers) {
        return new Named(visit, draft.submitter(), newcomers);
    }

    /** Those of a submitter, as they are shown. */
    static Named by(Visit visit, @Nullable PersonId submitter) {
        return new Named(visit, submitter, Newcomers.WRITTEN);
    }

    /** Those of whoever visits, as they are shown. */
    static Named own(Visit visit) {
        return new Named(visit, null, Newcomers.WRITTEN);
    }

    /** The number of the submitter. */
    String self() {
        return self.value();
    }

    /** Whether whoever visits is another than the submitter, and acts for them. */
    boolean represents() {
        return represents;
    }

    /** How the submitter is called. */
    String own() {
        Profile profile = profile();
        return address()
                .map(address -> Acquaintances.text(profile.name(), address.text()))
                .orElse(profile.name());
    }

    private Profile profile() {
        try {
            return visit.ask().people().person(self).value().profile();
        } catch (HubException e) {
            return new Profile(self.value(), ""); // whoever acts for them keeps no records any more
        }
    }

    /** The submitter's: that of their account or, where there is none, of their record. */
    private Optional<EmailAddress> address() {
        return represents
                ? visit.ask().door().accounts().address(self)
                : Optional.of(visit.ask().door().session().account().email());
    }

    /** The number of whom somebody means, or what they wrote where that isn't clear; empty where it isn't clear yet. */
    Optional<String> id(String field, String written) {
        Matcher form = WRITTEN.matcher(written);
        Optional<EmailAddress> email = form.matches() ? EmailAddress.find(form.group(2)) : Optional.empty();
        if (email.isEmpty()) {
            return Optional.of(written);
        }
        if (isOwn(email.get())) {
            return Optional.of(self());
        }
        Optional<PersonId> known = acquaintances().find(self, email.get());
        return known.isPresent()
                ? known.map(PersonId::value)
                : newcomer(field, written, form.group(1).strip(), email.get());
    }

    private boolean isOwn(EmailAddress email) {
        return address().filter(own -> own.key().equals(email.key())).isPresent();
    }

    private Optional<String> newcomer(String field, String written, String name, EmailAddress email) {
        return switch (newcomers) {
            case REGISTERED -> Optional.of(registered(field, name, email).orElse(written));
            case WRITTEN -> Optional.of(written);
            case AWAITED -> {
                waits = true;
                yield Optional.empty();
            }
        };
    }

    /** What speaks against those whom nobody has named before: they are more than may be registered at once, or in an hour. */
    List<Violation> tooMany() {
        return tooMany.stream()
                .map(field -> new Violation(
                        "/" + field,
                        "person.many",
                        "These are too many people whom you haven't named before: try later."))
                .toList();
    }

    /** Whether somebody was named who isn't clear yet: only saving keeps that. */
    boolean waits() {
        return waits;
    }

    private Optional<String> registered(String field, String name, EmailAddress email) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (registered++ >= MOST) {
            tooMany.add(field);
            return Optional.empty();
        }
        try {
            acquaintances().takeNewcomer(visitor());
            return Optional.of(acquaintances()
                    .named(self, name, email, id -> register(id, name, email))
                    .value());
        } catch (TooManyTriesException e) {
            tooMany.add(field);
        } catch (RefusedException e) {
            // it is told of the field what it should look like
        }
        return Optional.empty();
    }

    private void register(PersonId id, String name, EmailAddress email) {
        visit.ask().desk().creating(id.value()).people().register(name, email.text());
    }

    /** The same form with names in place of numbers. */
    Typed shown(Typed typed) {
        Map<String, List<String>> values = new LinkedHashMap<>(typed.values());
        if (typed.text("focalPoint").equals(self())) {
            values.remove("focalPoint");
            values.put(SELF, List.of("true"));
        }
        FIELDS.forEach(field -> values.computeIfPresent(
                field, (same, ids) -> ids.stream().map(this::called).toList()));
        return typed.with(values);
    }

    private String called(String id) {
        return PersonId.find(id).map(this::called).orElse(id);
    }

    /** What the submitter calls somebody; their number, if they never named them: in a form, it is what names them. */
    private String called(PersonId person) {
        return told(person).orElse(person.value());
    }

    /** What the submitter calls somebody, to be read; words that name nobody, if they never named them. */
    String said(PersonId person) {
        return told(person).orElseGet(() -> unnamed(visit));
    }

    /** What is said of somebody whose name isn't told. */
    static String unnamed(Visit visit) {
        return visit.voice().say("submit.person.unnamed");
    }

    private Optional<String> told(PersonId person) {
        return person.equals(self) ? Optional.of(own()) : acquaintances().called(self, person);
    }

    /** What is told where somebody was named neither by name and address nor by a number. */
    static Violation told(Violation one) {
        String field = one.path().split("/", -1)[Math.min(1, one.path().length())];
        return FIELDS.contains(field) && NAMELESS.contains(one.code())
                ? new Violation(
                        one.path(), "person.form", "Give name and address, such as Ana Sample <ana@example.org>.")
                : one;
    }

    private Acquaintances acquaintances() {
        return visit.ask().door().accounts().acquaintances();
    }
}
