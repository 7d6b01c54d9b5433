package org.migrationhub.core.bad.content;

/** Writes to the console. */
public final class Prints {

    private Prints() {}

    /** Prints it. */
    public static void print(String text) {
        System.out.println(text);
    }
}
