package org.migrationhub.server.site.submit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.migrationhub.core.WorkingCopyDesk;
import org.migrationhub.core.content.ContentCodec;
import org.migrationhub.core.content.ContentItem;
import org.migrationhub.core.content.FoldedName;
import org.migrationhub.core.content.OrganisationId;
import org.migrationhub.core.content.OrganisationRef;
import org.migrationhub.core.content.Practice;
import org.migrationhub.core.content.Resource;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.Violation;
import org.migrationhub.core.people.Organisation;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.OrganisationQuery;
import org.migrationhub.server.site.page.Reserved;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/**
 * Saves what was written in a step, or keeps it unsaved while somebody writes. What a draft can't hold, since it is no number
 * or holds characters that no text may, is told and left as it was; everything else is saved or kept.
 */
final class Saving {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final Pattern ABBREVIATION = Pattern.compile("\\s*[(\uff08][^)\uff09]*[)\uff09]\\s*$");

    /** More names than these aren't looked up at once: a long list shall cost no more than a usual one. */
    private static final int MOST_NAMES = 60;

    private static final int LIKE_NAMED = 20;

    private final Visit visit;
    private final Draft before;
    private final Named named;
    private int looked;

    private Saving(Visit visit, Draft before, Named.Newcomers newcomers) {
        this.visit = visit;
        this.before = before;
        this.named = Named.of(visit, before, newcomers);
    }

    /** Of what is written. */
    Saving(Visit visit, Draft before) {
        this(visit, before, Named.Newcomers.REGISTERED);
    }

    /** Of what somebody is still writing. */
    static Saving meanwhile(Visit visit, Draft before) {
        return new Saving(visit, before, Named.Newcomers.AWAITED);
    }

    /**
     * What became of it.
     *
     * @param draft as it is now
     * @param written all that was written, also what couldn't be kept
     * @param refused what couldn't be kept
     */
    record Outcome(Draft draft, Typed written, List<Violation> refused) {}

    /**
     * Saves a step.
     *
     * @param version that whoever wrote had seen
     * @throws StaleVersionException if it has changed since
     */
    Outcome save(Step step, Typed typed, long version) {
        requireSeen(version); // first: nobody is registered for what isn't saved
        Map<String, Object> tree = written(step, typed, named);
        return store(tree, before.id() == null ? begun(Reserved.id(visit, typed)) : this::saved);
    }

    /**
     * Keeps a step while somebody writes, unsaved. Where nothing has changed nothing is kept either.
     *
     * @param version that whoever wrote had seen
     * @throws StaleVersionException if it has changed since
     */
    Outcome keep(SubmissionId id, Step step, Typed typed, long version) {
        Map<String, Object> tree = written(step, typed, named);
        if (version == before.version() && tree.equals(ContentCodec.write(before.item()))) {
            return new Outcome(before, Typed.of(Tree.fields(tree)), List.of());
        }
        WorkingCopyDesk desk = visit.ask().desk(version).workingCopies();
        return store(tree, item -> before.kept(desk.keep(id, item)));
    }

    /** Saves what is shown, if it isn't: what is handed in is what was saved. */
    Draft saveAsItIs(long version) {
        requireSeen(version);
        return saved(before.item());
    }

    /** Whether somebody was named whom only saving makes known. */
    boolean waits() {
        return named.waits();
    }

    /** What was written, whether it can be kept or not; nothing comes of it. */
    Typed shown(Step step, Typed typed) {
        return Typed.of(Tree.fields(written(step, typed, Named.of(visit, before, Named.Newcomers.WRITTEN))));
    }

    private Map<String, Object> written(Step step, Typed typed, Named named) {
        Map<String, Object> known = ContentCodec.write(before.item());
        return new Written(typed, known, named).tree(step, this::registered);
    }

    /**
     * Saves what was written in all steps at once.
     *
     * @param id of the submission that this begins
     * @throws StaleVersionException if it was begun, and isn't what was written any more
     */
    Outcome saveAll(Typed typed, String id) {
        Map<String, Object> tree = ContentCodec.write(before.item());
        for (Step step : Step.values()) {
            tree = new Written(typed, tree, named).tree(step, this::registered);
        }
        return store(tree, begun(id));
    }

    private void requireSeen(long version) {
        SubmissionId id = before.id();
        if (id != null && version != before.version()) {
            throw new StaleVersionException("draft", id.value(), version, before.version());
        }
    }

    private Draft saved(ContentItem item) {
        SubmissionId id = Objects.requireNonNull(before.id(), "nothing was begun");
        return before.saved(visit.ask().desk(before.version()).saveDraft(id, item), item);
    }

    /** Begins a submission under an id: once, however often that is asked for. */
    private Function<ContentItem, Draft> begun(String id) {
        return item -> {
            try {
                if (!isThere(new SubmissionId(id))) {
                    visit.ask().requireRoomForSubmissions(1); // a form that is sent twice needs no more
                }
                return before.saved(visit.ask().desk().creating(id).saveDraft(item), item);
            } catch (StaleVersionException e) {
                return Draft.find(visit, new SubmissionId(id))
                        .filter(there -> there.item().equals(item))
                        .orElseThrow(() -> e);
            }
        };
    }

    private boolean isThere(SubmissionId id) {
        try {
            return visit.ask().desk().view(id).id().equals(id);
        } catch (NotFoundException e) {
            return false;
        }
    }

    private Outcome store(Map<String, Object> tree, Function<ContentItem, Draft> storing) {
        Typed written = Typed.of(Tree.fields(tree));
        Map<String, Object> known = ContentCodec.write(before.item());
        Map<String, Object> kept = Tree.copy(tree);
        List<Violation> refused = new ArrayList<>(named.tooMany());
        while (true) {
            try {
                return new Outcome(storing.apply(ContentCodec.read(kept)), written, refused);
            } catch (RefusedException e) {
                e.violations().stream().filter(one -> isNew(one, refused)).forEach(refused::add);
                if (!leaveOut(e.violations(), kept, known)) {
                    throw new RefusedException(refused); // nothing is left that could be left out
                }
            }
        }
    }

    private static boolean isNew(Violation violation, List<Violation> known) {
        return known.stream().noneMatch(one -> one.path().equals(violation.path()));
    }

    /** Takes out what is wrong, or what holds it where something is missing in it. Whether there was anything to take out. */
    private static boolean leaveOut(List<Violation> violations, Map<String, Object> kept, Map<String, Object> known) {
        Map<String, Object> tried = Tree.copy(kept);
        for (String pointer : lastFirst(violations)) {
            Map<String, Object> before = Tree.copy(kept);
            Tree.restore(kept, pointer, known);
            String holder = pointer.substring(0, pointer.lastIndexOf('/'));
            if (kept.equals(before) && !holder.isEmpty()) {
                Tree.restore(kept, holder, known);
            }
        }
        return !kept.equals(tried);
    }

    /** So that what is taken out of a list doesn't move what is taken out after it. */
    private static List<String> lastFirst(List<Violation> violations) {
        Comparator<String> byNumber = Comparator.comparing(pointer -> NUMBER.matcher(pointer)
                .replaceAll(found -> "0".repeat(Math.max(0, 9 - found.group().length())) + found.group()));
        return violations.stream()
                .map(Violation::path)
                .filter(path -> !path.isEmpty())
                .distinct()
                .sorted(byNumber.reversed())
                .toList();
    }

    /** An organisation under its id, if one is registered under exactly this name. */
    private Map<String, Object> registered(Map<String, Object> row) {
        Map<String, Object> known = new LinkedHashMap<>(row);
        id(String.valueOf(row.getOrDefault("name", ""))).ifPresent(id -> known.put("id", id));
        return known;
    }

    private Optional<String> id(String name) {
        FoldedName folded = FoldedName.of(name);
        if (folded.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> known = named().stream()
                .filter(one -> FoldedName.of(one.name()).equals(folded))
                .flatMap(one -> Optional.ofNullable(one.id()).stream())
                .findFirst()
                .map(OrganisationId::value);
        return known.isPresent() || looked++ >= MOST_NAMES ? known : lookedUp(name);
    }

    /** The one organisation of this name: of those called so, or else without the abbreviation, or else that hold its words. */
    private Optional<String> lookedUp(String name) {
        String plain = ABBREVIATION.matcher(name).replaceAll("");
        OrganisationQuery all = OrganisationQuery.all().limit(LIKE_NAMED);
        return Stream.of(all.called(name), all.called(plain), all.named(plain))
                .map(query -> same(query, name))
                .filter(same -> !same.isEmpty())
                .findFirst()
                .filter(same -> same.size() == 1)
                .map(same -> same.get(0).id().value());
    }

    private List<Organisation> same(OrganisationQuery query, String name) {
        return visit.ask().people().organisations(query).stream()
                .filter(one -> isCalled(one, name))
                .toList();
    }

    private static boolean isCalled(Organisation organisation, String name) {
        List<String> names = new ArrayList<>(organisation.aliases());
        names.add(organisation.name());
        return OrganisationRef.named(name).matches(null, names);
    }

    private List<OrganisationRef> named() {
        List<OrganisationRef> all = new ArrayList<>(before.item().partners());
        if (before.item() instanceof Practice practice) {
            all.addAll(practice.implementers());
        } else {
            all.addAll(((Resource) before.item()).publishers());
        }
        return all;
    }
}
