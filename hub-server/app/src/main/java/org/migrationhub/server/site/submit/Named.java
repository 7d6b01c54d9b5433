package org.migrationhub.server.site.submit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.server.account.Acquaintances;
import org.migrationhub.server.account.EmailAddress;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/**
 * The people whom an item names, as its submitter writes them: by name and address, or by a number that somebody has told them.
 * An item has numbers alone. Not thread-safe.
 */
final class Named {

    /** The fields in which people are named. */
    static final Set<String> FIELDS = Set.of("contact", "focalPoint", "contributors");

    /** Whether the submitter is the focal point. */
    static final String SELF = "focalPoint/self";

    private static final Pattern WRITTEN = Pattern.compile(
            "\"?([^\"<>]*?)\"?\\s*[<(\uff1c]?\\s*([^\\s<>()\uff1c\uff1e]+@[^\\s<>()\uff1c\uff1e]+)\\s*[>)\uff1e]?");

    /** More newcomers than these aren't registered at once. */
    private static final int MOST = 50;

    private final Visit visit;
    private final boolean registers;
    private final PersonId self;
    private boolean waits;
    private int registered;

    /**
     * Those of whoever visits.
     *
     * @param registers whether somebody who wasn't named before is registered; not so while somebody still writes
     */
    Named(Visit visit, boolean registers) {
        this.visit = visit;
        this.registers = registers;
        this.self = Objects.requireNonNull(visit.ask().actor().person());
    }

    /** The number of whoever visits. */
    String self() {
        return self.value();
    }

    /** How whoever visits is called. */
    String own() {
        return Acquaintances.text(
                visit.ask().people().person(self).value().profile().name(),
                address().text());
    }

    private EmailAddress address() {
        return visit.ask().door().session().account().email();
    }

    /** Whether somebody was named who isn't clear yet: only saving keeps that. */
    boolean waits() {
        return waits;
    }

    /** The number of whom somebody means, or what they wrote where that isn't clear; empty where it isn't clear yet. */
    Optional<String> id(String written) {
        Matcher form = WRITTEN.matcher(written);
        Optional<EmailAddress> email = form.matches() ? EmailAddress.find(form.group(2)) : Optional.empty();
        if (email.isEmpty()) {
            return Optional.of(written);
        }
        if (email.get().key().equals(address().key())) {
            return Optional.of(self());
        }
        Optional<String> known = acquaintances().find(self, email.get()).map(PersonId::value);
        waits |= known.isEmpty() && !registers;
        return known.isPresent() || !registers
                ? known
                : Optional.of(registered(form.group(1).strip(), email.get(), written));
    }

    private String registered(String name, EmailAddress email, String written) {
        if (name.isEmpty() || registered++ >= MOST) {
            return written;
        }
        try {
            return acquaintances()
                    .named(self, name, email, () -> visit.ask().people().register(name, email.text()))
                    .value();
        } catch (RefusedException e) {
            return written; // it is told of the field what it should look like
        }
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
        return new Typed(values, typed.complaints());
    }

    private String called(String id) {
        return id.equals(self())
                ? own()
                : PersonId.find(id)
                        .flatMap(person -> acquaintances().called(self, person))
                        .orElse(id);
    }

    /** What is told where somebody was named neither by name and address nor by a number. */
    static Violation told(Violation one) {
        String field = one.path().split("/", -1)[Math.min(1, one.path().length())];
        return FIELDS.contains(field) && one.code().equals("code.unknown")
                ? new Violation(
                        one.path(), "person.form", "Give name and address, such as Ana Sample <ana@example.org>.")
                : one;
    }

    private Acquaintances acquaintances() {
        return visit.ask().door().accounts().acquaintances();
    }
}
