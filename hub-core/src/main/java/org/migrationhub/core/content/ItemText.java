package org.migrationhub.core.content;

/** The text of an item in one language. A field that is not given is the empty text. */
public sealed interface ItemText permits PracticeText, ResourceText {

    /** The title. */
    String title();

    /** Whether no field is given: such a text counts as none. */
    boolean isEmpty();
}
