package org.migrationhub.server.site.submit;

import java.util.List;

/**
 * The step that asks what it is, and who did it.
 *
 * @param head of the step
 * @param types of practices or resources
 * @param official languages in which most is written
 * @param others further languages
 * @param lists of organisations
 * @param known names of organisations that are registered
 * @param focalPoint what says that the submitter is the focal point: they themselves, or whoever acts for them
 */
public record AboutView(
        FormHead head,
        List<Option> types,
        List<Option> official,
        List<Option> others,
        List<Rows> lists,
        List<String> known,
        String focalPoint) {

    /**
     * A list of organisations.
     *
     * @param field of the form
     * @param rows how many, some of them empty
     * @param required whether there must be one
     * @param offices whether each may have an office
     */
    public record Rows(String field, int rows, boolean required, boolean offices) {}
}
