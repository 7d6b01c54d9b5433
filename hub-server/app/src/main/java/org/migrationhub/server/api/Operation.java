package org.migrationhub.server.api;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Something that can be asked for.
 *
 * @param id its stable name, the same as in the OpenAPI document
 * @param method of HTTP
 * @param path with parameters in braces
 * @param parameters which parameters its query takes; any other is refused
 * @param produces the media types of its answer, the usual one first; empty if it answers with whatever there is
 * @param traits what else it takes or needs
 * @param budget from which it is taken, beside {@link Budget#REQUESTS}
 * @param handler what does it
 */
public record Operation(
        String id,
        String method,
        String path,
        List<String> parameters,
        List<String> produces,
        Set<Trait> traits,
        Budget budget,
        Handler handler) {

    /** The parameter by which a change is only tried. */
    static final String DRY_RUN = "dryRun";

    /** Parses, asks the core, renders. */
    public interface Handler {
        /** What is answered. */
        Answer answer(Ask ask);
    }

    /** Copies the lists. */
    public Operation {
        parameters = List.copyOf(parameters);
        produces = List.copyOf(produces);
        traits = Set.copyOf(traits);
    }

    /** One without parameters that answers in JSON. */
    public Operation(String id, String method, String path, Handler handler) {
        this(id, method, path, List.of(), List.of(Answer.JSON), Set.of(), Budget.REQUESTS, handler);
    }

    /** The same with these parameters, too. */
    public Operation taking(String... some) {
        List<String> more = new ArrayList<>(parameters);
        more.addAll(List.of(some));
        return new Operation(id, method, path, more, produces, traits, budget, handler);
    }

    /** The same with answers of these types. */
    public Operation producing(String... types) {
        return new Operation(id, method, path, parameters, List.of(types), traits, budget, handler);
    }

    /** Creates something: it can be tried, and repeated under a key. */
    Operation creating() {
        return triable().with(Trait.REPEATABLE);
    }

    /** Changes what is there: it can be tried, and the version must be told. */
    Operation changing() {
        return triable().with(Trait.VERSIONED);
    }

    /** Can be tried. All that it does must go through {@link Ask#desk}, {@link Ask#people} or {@link Ask#door}. */
    Operation triable() {
        return taking(DRY_RUN).with(Trait.TRIABLE);
    }

    /** Tells when it is tried only that it would be let through. */
    Operation silentWhenTried() {
        return with(Trait.SILENT_WHEN_TRIED);
    }

    /** Is alike for all. */
    public Operation alike() {
        return with(Trait.ALIKE);
    }

    /** Is the same for all who don't show who they are, as long as nothing happens in the hub: no clock has a say in it. */
    public Operation shared() {
        return with(Trait.SHARED);
    }

    /** Is the same for all, as long as the server runs. */
    public Operation fixed() {
        return with(Trait.FIXED);
    }

    /** Is a page of whoever is logged in. */
    public Operation personal() {
        return with(Trait.PERSONAL);
    }

    /** Is done whoever one is. */
    public Operation entrance() {
        return with(Trait.ENTRANCE);
    }

    /** Is taken from this budget, too. */
    public Operation within(Budget more) {
        return new Operation(id, method, path, parameters, produces, traits, more, handler);
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    private Operation with(Trait trait) {
        EnumSet<Trait> more = EnumSet.of(trait);
        more.addAll(traits);
        return new Operation(id, method, path, parameters, produces, more, budget, handler);
    }
}
