package org.migrationhub.core.bad.stray;

/** Lies in a package that is not in the list. */
final class Stray {

    private Stray() {}
}
