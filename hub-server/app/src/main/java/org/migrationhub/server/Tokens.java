package org.migrationhub.server;

/** What tells a token that nobody can guess from one that somebody has made up. */
final class Tokens {

    /** So long is the shortest that is taken. */
    static final int SHORTEST = 24;

    /** So many different characters stand in nearly every token of that length that chance has made, even of hexadecimal ones. */
    private static final int FEWEST_DIFFERENT = 8;

    private Tokens() {}

    /** Whether it is short, or has so few different characters that chance can hardly have made it. */
    static boolean couldBeGuessed(String token) {
        return token.length() < SHORTEST || token.chars().distinct().count() < FEWEST_DIFFERENT;
    }
}
