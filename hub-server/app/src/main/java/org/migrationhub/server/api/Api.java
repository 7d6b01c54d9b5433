package org.migrationhub.server.api;

import java.util.List;
import java.util.stream.Stream;

/** All operations of the API. Thread-safe. */
final class Api {

    static final String ROOT = "/api/v1";

    private Api() {}

    /** A path under the root. */
    static String at(String path) {
        return ROOT + "/" + path;
    }

    /** Every operation, in the order in which the index lists them. */
    static List<Operation> operations() {
        return Stream.of(
                        IndexHandlers.operations(),
                        ItemHandlers.operations(),
                        CitationHandlers.operations(),
                        FeatureHandlers.operations(),
                        SubmitterHandlers.operations(),
                        AttachmentHandlers.operations(),
                        SubmissionHandlers.operations(),
                        SecretariatHandlers.operations(),
                        BehalfHandlers.operations(),
                        ReviewerHandlers.operations(),
                        JournalHandlers.operations(),
                        SearchIndexHandlers.operations(),
                        OrganisationHandlers.operations(),
                        PeopleHandlers.operations(),
                        MessageHandlers.operations(),
                        ImportHandlers.operations(),
                        AccountHandlers.operations(),
                        OidcHandlers.operations(),
                        OwnHandlers.operations(),
                        RoleHandlers.operations())
                .flatMap(List::stream)
                .toList();
    }
}
