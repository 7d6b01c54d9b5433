package org.migrationhub.server;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;

/** People have accounts: whoever tests what follows from that has a server of their own, with an administrator. */
abstract class AccountsAtServer {

    @AutoClose
    static RunningServer server;

    static Registrants people;

    @BeforeAll
    static void start() {
        server = Registrants.start();
        people = new Registrants(server);
    }
}
