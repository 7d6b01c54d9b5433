package org.migrationhub.server.api;

/** Tells what came of something that was only tried. Stateless and thread-safe. */
final class Trial {

    private Trial() {}

    /** As it would be answered, but that there is nothing at an address, and no new version. */
    static Answer told(Operation operation, Answer answer) {
        if (operation.is(Trait.SILENT_WHEN_TRIED)) {
            return Answer.noContent();
        }
        Answer told = answer.status() == 201 ? answer.as(200) : answer;
        return told.without("Location").without("ETag");
    }
}
