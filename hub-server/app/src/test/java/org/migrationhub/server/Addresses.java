package org.migrationhub.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.migrationhub.core.review.SubmissionId;

/** Every operation that is described, at the addresses of whatever of its kind a gallery has. */
final class Addresses {

    /** Of the messages about each item, one of each kind. */
    private static final String ONE_OF_EACH = "(select min(id) from server.message group by kind, submission)";

    private final Gallery gallery;
    private final List<Described> operations;

    /**
     * An operation at an address.
     *
     * @param path with its query, if there is one
     */
    record Address(Described operation, String path) {}

    Addresses(Gallery gallery) {
        this.gallery = gallery;
        this.operations = Described.all(gallery.visitor());
    }

    /** Where something is read. */
    List<Address> toRead() {
        return operations.stream()
                .filter(Described::reads)
                .flatMap(operation -> at(operation).stream())
                .toList();
    }

    /** Where something is done, to be only tried if that is possible. */
    List<Address> toChange() {
        return operations.stream()
                .filter(operation -> !operation.reads())
                .flatMap(operation -> at(operation).stream())
                .map(address -> address.operation().triable()
                        ? new Address(address.operation(), address.path() + "?dryRun=true")
                        : address)
                .toList();
    }

    private List<Address> at(Described operation) {
        Map<String, String> values = new HashMap<>();
        values.put("number", "1");
        values.put("sha256", gallery.file().sha256().hex());
        values.put("organisation", gallery.organisation().value());
        List<Address> found = new ArrayList<>();
        for (String id : operation.hasId() ? ids(operation.collection()) : List.of("")) {
            values.put("id", id);
            found.add(new Address(operation, operation.at(values)));
        }
        return found;
    }

    private List<String> ids(String collection) {
        return switch (collection) {
            case "submissions", "items" ->
                gallery.submissions().values().stream().map(SubmissionId::value).toList();
            case "people" ->
                gallery.people().values().stream().map(Object::toString).toList();
            case "organisations" -> List.of(gallery.organisation().value());
            case "accounts" -> gallery.ids("account");
            case "messages" -> gallery.ids("message where id in " + ONE_OF_EACH);
            case "me/sessions" -> gallery.ids("session");
            case "me/tokens" -> gallery.ids("api_token");
            case "oidc" -> List.of("nobody");
            default -> throw new AssertionError("Nobody has said what the ids of " + collection + " are");
        };
    }
}
