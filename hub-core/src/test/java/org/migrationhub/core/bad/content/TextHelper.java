package org.migrationhub.core.bad.content;

/** Has a name that says nothing. */
final class TextHelper {

    private TextHelper() {}
}
