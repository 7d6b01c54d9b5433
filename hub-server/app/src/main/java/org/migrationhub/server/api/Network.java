package org.migrationhub.server.api;

/** The part of an address that one user can't change at will. Stateless and thread-safe. */
final class Network {

    private static final int GROUPS_OF_A_SITE = 4;

    private Network() {}

    /** An address of IPv4 as a whole; of IPv6 its first 64 bits, the rest of which a user chooses. */
    static String of(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups =
                address.replaceAll("[\\[\\]]|%.*", "").split("::", 2)[0].split(":", -1);
        StringBuilder network = new StringBuilder();
        for (int index = 0; index < GROUPS_OF_A_SITE; index++) {
            network.append(index < groups.length && !groups[index].isEmpty() ? groups[index] : "0")
                    .append(':');
        }
        return network.toString();
    }
}
