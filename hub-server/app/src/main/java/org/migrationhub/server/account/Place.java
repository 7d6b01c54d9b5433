package org.migrationhub.server.account;

/**
 * Whose turn it is to have a password computed.
 *
 * @param whose who takes it: everybody with the same is counted together
 * @param known whether they have shown that they were here before
 */
record Place(String whose, boolean known) {

    private static final int OF_ONE_ACCOUNT = 2;
    private static final int OF_ONE_REGION = 10;

    /** Of somebody who has shown nothing yet, by where they come from. */
    static Place ofStranger(String region) {
        return new Place(region, false);
    }

    /** Of whoever comes by a letter: it is good for one password, but nobody knows how many hold it. */
    static Place byLetter() {
        return new Place("letter", false);
    }

    /** Of somebody who is in, or whose browser was. */
    static Place ofAccount(String account) {
        return new Place(account, true);
    }

    /** How many they may have at once. */
    int most() {
        return known ? OF_ONE_ACCOUNT : OF_ONE_REGION;
    }
}
